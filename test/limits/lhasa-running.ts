import { group, type LimitGroup } from '../support/limits.ts';
import { wholeDays } from '../support/whole-days.ts';

/** Thursday 24 September 2026: then 28, 29, 30 September, 8, 9, Saturday 10, 12, 13, 14, 15 October are worked. */
const BEFORE_AUTUMN = '2026-09-24T09:00';
const AUTUMN: Record<number, [string, string]> = {
  1: ['2026-09-28', '2026-09-29'],
  5: ['2026-10-09', '2026-10-10'],
  10: ['2026-10-15', '2026-10-16'],
};
const autumn = (days: number): [string, string] => AUTUMN[days] ?? ['', ''];

export const lhasaRunningLimits: LimitGroup[] = [
  {
    title: '拉萨：接入、项目、整改与备案',
    rows: [
      wholeDays(
        'ls-extranet-access',
        'review:pass',
        'LS-N 第十二条 审核，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
      ),
      wholeDays(
        'ls-extranet-access',
        'review:pass',
        'LS-N 第十四条 中断网络的批准，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        { facts: { kind: 'interruption' } },
      ),
      wholeDays(
        'ls-extranet-access',
        'review:pass',
        'LS-N 第十九条 自建互联网出口的审批，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        { facts: { kind: 'own-exit' } },
      ),
      wholeDays(
        'ls-extranet-access',
        'assess:passed',
        'LS-N 第二十条 安全评估，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'review:pass',
          facts: { kind: 'connect' },
        },
      ),
      wholeDays(
        'ls-extranet-access',
        'carry-out:done',
        'LS-N 第八条、第十条 接入单位实施，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'review:pass assess:passed',
          facts: { kind: 'connect' },
        },
      ),
      wholeDays(
        'ls-extranet-access',
        'interrupt:done',
        'LS-N 第十四条 实施中断，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'review:pass',
          facts: { kind: 'interruption' },
        },
      ),
      wholeDays(
        'ls-project',
        'conformity:pass',
        '第四十七条 符合性审查，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
      ),
      wholeDays(
        'ls-project',
        'sharing:pass',
        '第四十七条 共享要求审查，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
      ),
      wholeDays(
        'ls-project',
        'approve:approve',
        '第四十七条 审批，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
        {
          after: 'conformity:pass sharing:pass',
        },
      ),
      wholeDays('ls-project', 'fund:funded', '第四十七条 经费，目标10个工作日', BEFORE_AUTUMN, autumn(10), {
        after: 'conformity:pass sharing:pass approve:approve',
      }),
      wholeDays(
        'ls-project',
        'build:done',
        '第四十七条 建设，目标12个月（2025年4月4日起至2026年4月4日，清明假顺延至7日）',
        '2025-04-04T09:00',
        ['2026-04-07', '2026-04-08'],
        { after: 'conformity:pass sharing:pass approve:approve fund:funded' },
      ),
      wholeDays('ls-project', 'accept:passed', '第四十七条 验收，目标10个工作日', BEFORE_AUTUMN, autumn(10), {
        after: 'conformity:pass sharing:pass approve:approve fund:funded build:done',
      }),
      wholeDays(
        'ls-rectification',
        'rectify:done',
        '第五十条 规定时限未定时，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
      ),
      wholeDays(
        'ls-rectification',
        'verify:passed',
        '第五十条 核验，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'rectify:done',
        },
      ),
      {
        article: '第五十条 及时上报领导小组，目标30分钟',
        procedure: 'ls-rectification',
        path: [
          ['rectify', 'done'],
          ['verify', 'failed'],
        ],
        starts: '2026-02-14T23:55',
        stage: 'report-up',
        outcome: 'reported',
        inTime: '2026-02-15T00:24:59',
        late: '2026-02-15T00:25',
      },
      wholeDays(
        'ls-rectification',
        'criticise:criticised',
        '第五十条 通报批评，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
        {
          after: 'rectify:done verify:failed report-up:reported',
        },
      ),
      wholeDays(
        'ls-rectification',
        'conclude:filed',
        '第五十条 结案归档，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'rectify:done verify:passed',
        },
      ),
      wholeDays(
        'ls-administrator-filing',
        'check:file',
        '第三十八条 备案核对，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
      ),
      wholeDays('ls-grading', 'check:file', '第四十条 备案核对，目标5个工作日', BEFORE_AUTUMN, autumn(5)),
    ],
  },
  group('拉萨：经常性工作', () => {
    const yearly = (procedure: string, article: string) =>
      wholeDays(procedure, 'perform:done', article, '2026-01-01T00:00', ['2026-12-31', '2027-01-01']);
    return [
      yearly('ls-catalogue-yearly', 'LS-D 第六条 每年至少进行一次全面维护'),
      yearly('ls-evaluation', 'LS-D 第四十四条 每年评估并公布'),
      yearly('ls-annual-inspection', 'LS-D 第四十七条 每年检查和联合考核'),
      wholeDays(
        'ls-annual-inspection',
        'receive:received',
        '第四十七条第二款 接收考核结果，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'perform:done receive:received receive:received',
        },
      ),
      wholeDays(
        'ls-annual-inspection',
        'complete:done',
        '第四十七条第二款 补充报送，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'perform:done receive:incomplete',
        },
      ),
      wholeDays(
        'ls-duty-watch',
        'perform:done',
        'LS-N 第十九条、第二十四条 按月登记，目标月末',
        '2026-02-01T00:00',
        ['2026-02-28', '2026-03-01'],
      ),
      wholeDays('ls-ledger', 'perform:done', 'LS-N 第二十六条 定期更新，目标半年末', '2026-06-01T00:00', [
        '2026-06-30',
        '2026-07-01',
      ]),
    ];
  }),
];
