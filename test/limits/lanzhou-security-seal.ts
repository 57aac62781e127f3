import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

/** Thursday; Labour Day is off from the 1st to the 5th of May, Saturday the 9th is worked. */
const DAY = '2026-04-30T17:00';
/** Friday; Saturday the 14th is worked, off from the 15th to the 23rd, Saturday the 28th is worked. */
const FRIDAY = '2026-02-13T09:30';
const NIGHT = '2026-02-16T23:50';

export const lanzhouSecuritySealLimits: LimitGroup[] = [
  group('第一百三十六条、第一百三十七条、第一百四十条至第一百四十二条、第六十五条 印章和签名', () => {
    const service = { facts: { serviceMatter: true } };
    return [
      ...limitTable('lz-seal-make', [
        ['第一百三十六条 核对，目标5个工作日', DAY, 'check:consistent', '2026-05-11', service],
        ['第一百三十六条 证明材料，目标10个工作日', DAY, 'check:mismatch proof:given', '2026-05-18'],
        [
          '第一百三十六条 核实确认，目标3个工作日',
          DAY,
          'check:consistent confirm:confirm',
          '2026-05-08',
          service,
        ],
        ['第一百三十六条 制作，目标5个工作日', DAY, 'check:consistent make:made', '2026-05-11'],
        [
          '第一百三十七条 配发，目标3个工作日',
          DAY,
          'check:consistent make:made hand-out:received',
          '2026-05-08',
        ],
      ]),
      ...limitTable('lz-seal-custody', [
        ['第一百三十七条 同意，目标1个工作日', DAY, 'agree:agree', '2026-05-06'],
        ['第一百三十七条 交接，目标1个工作日', DAY, 'agree:agree hand-over:done', '2026-05-06'],
        [
          '第一百三十七条 代管至所定日期，本系统规则（5月17日是星期日，不移动）',
          DAY,
          'agree:agree hand-over:done custody:handed-back',
          '2026-05-17',
          { facts: { until: '2026-05-17' } },
        ],
        [
          '第一百三十七条 期满未交还的收回，本系统规则1个工作日',
          DAY,
          'agree:agree hand-over:done take-back:taken-back',
          '2026-05-06',
          { facts: { until: '2026-04-29' } },
        ],
      ]),
      ...limitTable('lz-seal-use', [
        ['第一百四十条 审核，目标1个工作日', DAY, 'check:signed-off', '2026-05-06'],
        ['第一百四十二条 盖章，目标1个工作日', DAY, 'check:signed-off stamp:sealed', '2026-05-06'],
      ]),
      ...limitTable('lz-personal-signature', [
        ['第六十五条 审核，目标5个工作日', DAY, 'review:pass', '2026-05-11'],
        ['第六十五条 制作，目标5个工作日', DAY, 'review:pass make:made', '2026-05-11'],
        [
          '第六十五条 授权使用，目标2个工作日',
          DAY,
          'review:pass make:made authorise:authorised',
          '2026-05-07',
        ],
      ]),
    ];
  }),
  group('第一百五十三条、第一百四十九条至第一百五十一条 证照', () => {
    const COLLECT = 'review:agree collect:collected collect:collected collect:collected';
    const of = (matter: string) => ({ facts: { happenedAt: at(NIGHT), matter } });
    /** Issued years ago, taken up for gathering on the last day before the holiday. */
    const backlog = { facts: { happenedAt: at('2026-04-30T10:00'), matter: 'backlog' } };
    return [
      ...limitTable('lz-licence-use', [
        ['第一百五十三条 行业部门审核，目标5个工作日', DAY, 'review:agree', '2026-05-11'],
        ['第一百五十三条 归集共享，目标10个工作日', DAY, COLLECT, '2026-05-18'],
        ['第一百五十三条 用证清单，目标3个工作日', DAY, `${COLLECT} list:listed`, '2026-05-08'],
      ]),
      ...limitTable('lz-licence-lifecycle', [
        ['第一百四十九条 同步，目标30分钟', NIGHT, 'sync:suspended', '2026-02-17T00:20', of('seizure')],
        ['第一百五十一条 逐步归集，目标20个工作日', DAY, 'sync:issued', '2026-06-01', backlog],
        ['第一百五十四条 权限，目标1个工作日', DAY, 'sync:issued rights:set', '2026-05-06', backlog],
        [
          '第一百六十三条 抽取，本系统规则1个工作日',
          DAY,
          'sync:suspended draw:not-drawn',
          '2026-05-06',
          of('loss'),
        ],
        [
          '第一百六十三条 抽查，目标5个工作日',
          DAY,
          'sync:suspended draw:drawn spot-check:consistent spot-check:consistent',
          '2026-05-11',
          of('loss'),
        ],
        [
          '第一百四十九条 更正，本系统规则1个工作日',
          DAY,
          'sync:suspended draw:drawn spot-check:mismatch put-right:done',
          '2026-05-06',
          of('loss'),
        ],
      ]),
    ];
  }),
  group('第五十六条至第六十四条 公文', () => {
    const urgent = { facts: { urgent: true, sealing: 'electronic' } };
    const plain = { facts: { urgent: false, sealing: 'electronic' } };
    const paper = { facts: { urgent: false, sealing: 'traditional' } };
    const urgentPaper = { facts: { urgent: true, sealing: 'traditional' } };
    const incoming = { facts: { urgent: false, documentKind: 'incoming' } };
    const urgentIncoming = { facts: { urgent: true, documentKind: 'incoming' } };
    const soon = '2026-02-17T00:05';
    const IN = 'receive:received assign:assigned';
    const SEALED = 'review:pass sign:sign seal:sealed';
    const PAPER = 'review:pass sign:sign paper-seal:sealed';
    const FAULT = `${SEALED} distribute:fault`;
    return limitTable('lz-document', [
      ['审核，目标1个工作日', FRIDAY, 'review:pass', '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（审核）', NIGHT, 'review:pass', soon, urgent],
      ['修改，目标1个工作日', FRIDAY, 'review:revise redraft:redrafted', '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（修改）', NIGHT, 'review:revise redraft:redrafted', soon, urgent],
      ['签发，目标1个工作日', FRIDAY, 'review:pass sign:sign', '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（签发）', NIGHT, 'review:pass sign:sign', soon, urgent],
      ['第一百四十条 盖章，目标1个工作日', FRIDAY, SEALED, '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（盖章）', NIGHT, SEALED, soon, urgent],
      ['第一百四十一条 传统签章，目标1个工作日', FRIDAY, PAPER, '2026-02-14', paper],
      ['第六十二条 即收即办，目标15分钟（传统签章）', NIGHT, PAPER, soon, urgentPaper],
      ['分发，目标1个工作日', FRIDAY, `${SEALED} distribute:sent`, '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（分发）', NIGHT, `${SEALED} distribute:sent`, soon, urgent],
      ['第六十一条 协调解决，目标1个工作日', FRIDAY, `${FAULT} coordinate:solved`, '2026-02-14', urgent],
      ['第六十一条 同时报备，目标15分钟', NIGHT, `${FAULT} note:noted`, soon, urgent],
      ['第六十一条 其他方式传输，目标1个工作日', FRIDAY, `${FAULT} other-channel:sent`, '2026-02-14', plain],
      ['第六十二条 即收即办，目标15分钟（其他方式）', NIGHT, `${FAULT} other-channel:sent`, soon, urgent],
      [
        '第六十四条 统计监督，目标3个工作日',
        FRIDAY,
        `${SEALED} distribute:sent supervise:received`,
        '2026-02-25',
        plain,
      ],
      ['第五十九条 收文签收，目标1个工作日', FRIDAY, 'receive:received', '2026-02-14', incoming],
      ['第六十二条 即收即办，目标15分钟（签收）', NIGHT, 'receive:received', soon, urgentIncoming],
      ['第六十二条 即收即办，目标15分钟（批办）', NIGHT, IN, soon, urgentIncoming],
      ['第五十六条 批办，目标1个工作日', FRIDAY, IN, '2026-02-14', incoming],
      [
        '第五十六条 以其他方式接收，目标1个工作日',
        FRIDAY,
        'receive:fault receive-otherwise:received',
        '2026-02-14',
        incoming,
      ],
      ['第六十二条 紧急的承办，目标1个工作日', FRIDAY, `${IN} handle:handled`, '2026-02-14', urgentIncoming],
      ['第五十六条 承办，目标5个工作日', FRIDAY, `${IN} handle:handled`, '2026-02-27', incoming],
      [
        '第六十二条 即收即办，目标15分钟（以其他方式接收）',
        NIGHT,
        'receive:fault receive-otherwise:received',
        soon,
        urgentIncoming,
      ],
      [
        '第六十四条 收文统计监督，目标3个工作日',
        FRIDAY,
        'receive:received assign:noted check:timely',
        '2026-02-25',
        incoming,
      ],
    ]);
  }),
  group('经常性工作', () => {
    const MONTH = '2026-02-01T00:00';
    const month = (procedure: string, article: string) =>
      limitTable(procedure, [[article, MONTH, 'perform:done', '2026-02-28']]);
    const received = 'perform:done receive:received';
    const sentBack = 'perform:done receive:incomplete complete:done';
    const dealtWith = (procedure: string, article: string, lastDay: string) =>
      limitTable(procedure, [[article, FRIDAY, 'perform:found deal-with:done', lastDay]]);
    return [
      ...dealtWith('lz-elte-check', '第十七条 处置，本系统规则5个工作日', '2026-02-27'),
      ...dealtWith('lz-extranet-check', '第四十条 处置，本系统规则5个工作日', '2026-02-27'),
      ...dealtWith('lz-virus-scan', '第一百三十一条 清除，本系统规则1个工作日', '2026-02-14'),
      ...dealtWith(
        'lz-operator-check',
        '第九十二条、第九十三条、第一百零五条 及时处理，目标2个工作日',
        '2026-02-24',
      ),
      ...dealtWith('lz-password', '第一百二十七条 责令更改，本系统规则2个工作日', '2026-02-24'),
      ...dealtWith('lz-account-check', '第一百二十八条 严肃处理，目标10个工作日', '2026-03-05'),
      ...dealtWith('lz-catalogue-yearly', 'LZ-D 第十四条 审核后发布，目标5个工作日', '2026-02-27'),
      ...month('lz-elte-check', '第十七条 每月至少检查1次'),
      ...month('lz-extranet-check', '第四十条 每月至少检查1次'),
      ...month('lz-virus-scan', '第一百三十一条 每月至少一次'),
      ...month('lz-operator-check', '第八十六条等 定期，目标每月'),
      ...month('lz-operator-report', '第七条（三） 定期，目标每月'),
      ...month('lz-seal-summary', '第一百四十二条 定期，目标每月'),
      ...limitTable('lz-password', [
        ['第一百二十七条 每三个月', '2026-03-01T00:00', 'perform:done', '2026-03-31'],
      ]),
      ...limitTable('lz-half-year-accounts', [
        ['第一百一十六条 每半年', '2026-06-01T00:00', 'perform:done', '2026-06-30'],
        [
          '第一百一十六条 登记备案，本系统规则5个工作日',
          FRIDAY,
          `${received} receive:received`,
          '2026-02-27',
        ],
        [
          '第一百一十六条 清查，目标10个工作日',
          FRIDAY,
          `${received} receive:received follow-up:none`,
          '2026-03-05',
        ],
        ['第一百一十六条 补充，本系统规则5个工作日', FRIDAY, sentBack, '2026-02-27'],
      ]),
      ...limitTable('lz-account-check', [
        ['第一百二十八条 定期，目标每半年', '2026-12-01T00:00', 'perform:done', '2026-12-31'],
      ]),
      ...limitTable('lz-catalogue-yearly', [
        ['LZ-D 第十四条 每年一次以上', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
      ]),
      ...limitTable('lz-risk-yearly', [
        ['第二十三条、第四十七条 每年至少一次', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
        ['第二十三条 接收，本系统规则5个工作日', FRIDAY, received, '2026-02-27'],
        ['第二十三条 补充，本系统规则5个工作日', FRIDAY, sentBack, '2026-02-27'],
      ]),
      ...limitTable('lz-seal-summary', [
        ['第一百四十二条 存档，本系统规则5个工作日', FRIDAY, received, '2026-02-27'],
        ['第一百四十二条 补充，本系统规则5个工作日', FRIDAY, sentBack, '2026-02-27'],
      ]),
      ...limitTable('lz-operator-report', [
        ['第七条（三） 接收，本系统规则5个工作日', FRIDAY, received, '2026-02-27'],
        ['第七条（三） 补充，本系统规则5个工作日', FRIDAY, sentBack, '2026-02-27'],
      ]),
    ];
  }),
];
