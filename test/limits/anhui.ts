import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

// Into the Spring Festival (off 15–23 Feb, make-up Sat 14 and 28 Feb), Labour Day (off 1–5 May, make-up Sat 9 May), Mid-Autumn
// (off 25–27 Sep) and National Day (off 1–7 Oct, make-up Sat 10 Oct). Minutes run through the night of 16 February.
const SPRING = '2026-02-12T10:00';
const LABOUR = '2026-04-29T16:30';
const AUTUMN = '2026-09-23T09:00';
const NATIONAL = '2026-09-30T17:00';
const NIGHT = '2026-02-16T23:55';
const LOW = { facts: { risk: 'low' } };
const FOUND = at('2026-02-16T23:50');

export const anhuiLimits: LimitGroup[] = [
  group('第六条、第十一条、第十六条、第十八条 事件与问题', () => {
    const found = { facts: { foundAt: FOUND, affectsOthers: true } };
    return [
      ...limitTable('ah-incident', [
        ['第十六条 立即响应，目标15分钟', NIGHT, 'respond:started', '2026-02-17T00:05', found],
        [
          '第十一条第二款 及时处置，目标30分钟',
          NIGHT,
          'respond:started contain:contained',
          '2026-02-17T00:25',
          found,
        ],
        ['第十八条 及时报告，目标30分钟', NIGHT, 'report:reported', '2026-02-17T00:20', found],
        [
          '第十八条 接报，本系统规则30分钟',
          NIGHT,
          'report:reported receive:received',
          '2026-02-17T00:25',
          found,
        ],
        [
          '第十一条第二款 及时报告公安部门，目标30分钟，不待响应和报告省数据资源局',
          NIGHT,
          'report-beyond:reported',
          '2026-02-17T00:20',
          found,
        ],
        [
          '第十一条第二款 处置中才发现影响其他平台，目标30分钟',
          NIGHT,
          'respond:started contain:contained report-beyond:reported',
          '2026-02-17T00:25',
          { facts: { foundAt: FOUND, affectsOthers: false }, told: { contain: { affectsOthers: true } } },
        ],
        [
          '第十六条 结案报告，本系统规则5个工作日',
          SPRING,
          'respond:started contain:contained report:reported receive:received close:filed',
          '2026-02-26',
        ],
      ]),
      ...limitTable('ah-problem-filing', [
        ['第六条第三款 及时报备，目标30分钟', NIGHT, 'report:reported', '2026-02-17T00:20', found],
        ['第六条第三款 按程序处置，目标1个工作日', NATIONAL, 'report:reported dispose:handled', '2026-10-08'],
        ['第六条第三款 备案，目标5个工作日', NATIONAL, 'report:reported file:handled', '2026-10-13'],
        [
          '第六条第三款 总结归档，本系统规则5个工作日',
          LABOUR,
          'report:reported dispose:handled file:handled close:filed',
          '2026-05-09',
        ],
      ]),
    ];
  }),
  {
    title: '第十七条、第十九条至第二十一条 接入',
    rows: [
      ...limitTable('ah-system-access', [
        ['第十七条 安全检测，目标10个工作日', SPRING, 'test:passed', '2026-03-04'],
        ['第十七条 整改，目标20个工作日', SPRING, 'test:failed rectify:done', '2026-03-18'],
        ['第十七条 审批，目标5个工作日', LABOUR, 'test:passed approve:approve', '2026-05-09'],
        [
          '第十七条 实施接入，目标2个工作日',
          AUTUMN,
          'test:passed approve:approve connect:done',
          '2026-09-28',
        ],
      ]),
      ...limitTable('ah-system-change', [
        [
          '第十九条 及时通知，目标30分钟',
          NIGHT,
          'notify:told',
          '2026-02-17T00:20',
          { facts: { changedAt: FOUND } },
        ],
        ['第十九条 提出重新接入方案，目标10个工作日', AUTUMN, 'notify:told apply:applied', '2026-10-14'],
      ]),
      ...limitTable('ah-system-block', [
        [
          '第二十条 采取措施，目标30分钟',
          NIGHT,
          'block:cut-off',
          '2026-02-17T00:20',
          { facts: { foundAt: FOUND, risk: 'high' } },
        ],
        ['第二十条 整改，目标20个工作日', AUTUMN, 'block:block rectify:done', '2026-10-28', LOW],
        ['第二十条 测评，目标10个工作日', LABOUR, 'block:block rectify:done test:passed', '2026-05-15', LOW],
        [
          '第二十条 申请重新接入，目标20个工作日',
          SPRING,
          'block:block rectify:done test:passed apply:applied',
          '2026-03-18',
          LOW,
        ],
      ]),
      ...limitTable('ah-third-party', [
        ['第二十一条 安全审核和备案，目标5个工作日', AUTUMN, 'review:pass', '2026-10-08'],
        ['第二十一条 接入，目标2个工作日', LABOUR, 'review:pass connect:done', '2026-05-06'],
        [
          '第二十一条 全程审计、跟踪，目标2个工作日',
          NATIONAL,
          'review:pass connect:done audit:done',
          '2026-10-09',
        ],
      ]),
    ],
  },
  group('第六条、第八条、第十一条、第十二条 服务、事项、印章、测评', () => {
    const frequent = { facts: { frequent: true } };
    return [
      ...limitTable('ah-service-suspension', [
        ['第六条第二款 协商，目标5个工作日', LABOUR, 'consult:agreed', '2026-05-09'],
        ['第六条第二款 备案，目标5个工作日', SPRING, 'consult:agreed file:filed', '2026-02-26', frequent],
        [
          '第六条第二款 暂停或终止前备案（最后服务日在春节假期内，不移动）',
          SPRING,
          'consult:agreed file:filed',
          '2026-02-20',
          { facts: { frequent: true, lastDay: '2026-02-20' }, clock: 'before-stop' },
        ],
        [
          '第六条第二款 退回补齐的，仍须在暂停或终止前备案',
          SPRING,
          'consult:agreed file:returned complete:done file:filed',
          '2026-02-20',
          { facts: { frequent: true, lastDay: '2026-02-20' }, clock: 'before-stop' },
        ],
        [
          '第六条第二款 补齐备案材料，本系统规则5个工作日',
          AUTUMN,
          'consult:agreed file:returned complete:done',
          '2026-10-08',
          frequent,
        ],
        ['第六条第二款 公告，目标1个工作日', NATIONAL, 'consult:agreed announce:announced', '2026-10-08'],
      ]),
      ...limitTable('ah-item-catalogue', [
        ['第八条 核对，本系统规则5个工作日', NATIONAL, 'review:pass', '2026-10-13'],
        ['第八条 退回修改，本系统规则5个工作日', SPRING, 'review:return revise:done', '2026-02-26'],
        ['第八条 汇聚，目标2个工作日', SPRING, 'review:pass gather:done', '2026-02-14'],
      ]),
      ...limitTable('ah-seal-assessment', [
        ['第十一条第七款 评估，目标20个工作日', LABOUR, 'test:passed', '2026-05-29'],
        ['第十一条第七款 整改，目标20个工作日', AUTUMN, 'test:failed rectify:done', '2026-10-28'],
        ['第十一条第七款 存证核查，目标5个工作日', LABOUR, 'test:passed evidence:kept', '2026-05-09'],
      ]),
      ...limitTable('ah-level-assessment', [
        ['第十二条 年度测评和评估', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
        ['第十二条 及时排除，目标20个工作日', AUTUMN, 'perform:found deal-with:done', '2026-10-28'],
      ]),
    ];
  }),
];
