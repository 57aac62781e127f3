import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';

// Into the Spring Festival (off 15–23 Feb, make-up Sat 14 and 28 Feb), Labour Day (off 1–5 May, make-up Sat 9 May), Mid-Autumn
// (off 25–27 Sep) and National Day (off 1–7 Oct, make-up Sat 10 Oct).
const SPRING = '2026-02-12T10:00';
const LABOUR = '2026-04-29T16:30';
const AUTUMN = '2026-09-23T09:00';

const PLAN_2027 = { facts: { plannedYear: '2027' } };
const PLAN_2028 = { facts: { plannedYear: '2028' } };
const PLANNED = 'plan:sent compile:included budget:received approve-plan:approve';
const APPLIED = `${PLANNED} apply:applied`;
const AGREED = `${APPLIED} consult:consulted issue-opinion:agree`;
const CONTRACTED = `${AGREED} procure:procured`;
const BUILT = `${CONTRACTED} file-contract:filed fund:arranged build:built`;

export const luoyangProjectLimits: LimitGroup[] = [
  {
    title: 'LY-E 第七条至第十一条 电子政务项目',
    rows: limitTable('ly-project', [
      ['第七条 每年9月底前报送下一年度计划', '2026-03-02T09:00', 'plan:sent', '2026-09-30', PLAN_2027],
      ['第七条 9月30日当日提出', '2026-09-30T23:00', 'plan:sent', '2026-09-30', PLAN_2027],
      ['第七条 10月1日提出再下一年度的', '2026-10-01T00:00', 'plan:sent', '2027-09-30', PLAN_2028],
      ['第七条 制定年度计划，目标20个工作日', SPRING, 'plan:sent compile:included', '2026-03-18'],
      [
        '第七条 报市财政部门，目标10个工作日',
        SPRING,
        'plan:sent compile:included budget:received',
        '2026-03-04',
      ],
      ['第七条 市政府批准，目标20个工作日', LABOUR, PLANNED, '2026-05-29'],
      [
        '第七条 情况紧急经市政府批准，目标5个工作日',
        LABOUR,
        'plan:urgent permit-urgent:approve',
        '2026-05-09',
      ],
      ['第八条 提出项目申请，目标60个工作日', SPRING, APPLIED, '2026-05-18'],
      ['第八条 组织协商，目标10个工作日', AUTUMN, `${APPLIED} consult:consulted`, '2026-10-14'],
      [
        '第八条 评估，目标10个工作日',
        LABOUR,
        `${APPLIED} consult:needs-experts assess:assessed`,
        '2026-05-15',
      ],
      ['第九条 审核意见，目标5个工作日', SPRING, AGREED, '2026-02-26'],
      ['第九条 采购，目标60个工作日', LABOUR, CONTRACTED, '2026-07-27'],
      ['第十条 合同报备，目标5个工作日', AUTUMN, `${CONTRACTED} file-contract:filed`, '2026-10-08'],
      ['第十条 资金使用申请，目标10个工作日', AUTUMN, `${CONTRACTED} fund:arranged`, '2026-10-14'],
      ['第十一条 建设，目标12个月', LABOUR, BUILT, '2027-04-29'],
      ['第十一条 验收，目标20个工作日', AUTUMN, `${BUILT} accept:accepted`, '2026-10-28'],
      ['第十一条 整改，目标20个工作日', SPRING, `${BUILT} accept:failed mend:mended`, '2026-03-18'],
    ]),
  },
  group('LY-E 第四条至第六条、第二十四条 规划、备案、绩效', () => {
    const city = { facts: { planKind: 'city' } };
    const department = { facts: { planKind: 'department' } };
    return [
      ...limitTable('ly-plan', [
        ['第五条 征求意见，目标10个工作日', LABOUR, 'consult:agreed', '2026-05-15', city],
        ['第五条 修改草案，目标20个工作日', SPRING, 'consult:revise revise:done', '2026-03-18', city],
        ['第四条 报市政府批准，目标20个工作日', AUTUMN, 'consult:agreed approve:approve', '2026-10-28', city],
        ['第五条 印发，目标20个工作日', LABOUR, 'consult:agreed adopt:adopted', '2026-05-29', department],
      ]),
      ...limitTable('ly-county-filing', [['第六条 备案，目标5个工作日', AUTUMN, 'check:file', '2026-10-08']]),
      ...limitTable('ly-project-evaluation', [
        ['第二十四条 审核，目标10个工作日', SPRING, 'review:pass', '2026-03-04'],
        ['第二十四条 退回修改，本系统规则5个工作日', LABOUR, 'review:return revise:done', '2026-05-09'],
      ]),
    ];
  }),
];
