import type { LimitGroup } from '../support/limits.ts';
import { wholeDays } from '../support/whole-days.ts';

/**
 * Thursday 24 September 2026: then 28, 29, 30 September, 8, 9, Saturday 10, 12, 13, 14, 15 October and on to 29 October are worked;
 * 25–27 September and 1–7 October are off.
 */
const BEFORE_AUTUMN = '2026-09-24T09:00';
const AUTUMN: Record<number, [string, string]> = {
  1: ['2026-09-28', '2026-09-29'],
  2: ['2026-09-29', '2026-09-30'],
  3: ['2026-09-30', '2026-10-01'],
  5: ['2026-10-09', '2026-10-10'],
  10: ['2026-10-15', '2026-10-16'],
  20: ['2026-10-29', '2026-10-30'],
};
const autumn = (days: number): [string, string] => AUTUMN[days] ?? ['', ''];

const REVIEWED = 'accept:accepted expert-review:reviewed issue-opinion:pass';
const BUDGETED = `${REVIEWED} report:reported approve:approve budget:budgeted`;
const PROCURED = `${BUDGETED} procure:procured`;

export const daqingRunningLimits: LimitGroup[] = [
  {
    title: '大庆市公共数据管理暂行办法：目录、清单、项目与整改',
    rows: [
      wholeDays(
        'dq-catalogue-entry',
        'gather:gathered',
        '第十四条 汇聚，目标2个工作日',
        BEFORE_AUTUMN,
        autumn(2),
      ),
      wholeDays(
        'dq-catalogue-entry',
        'review:included',
        '第十四条 审核，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:gathered',
          facts: { scope: 'city' },
        },
      ),
      wholeDays(
        'dq-catalogue-entry',
        'file:filed',
        '第十四条 县区目录备案，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:gathered',
          facts: { scope: 'county' },
        },
      ),
      wholeDays(
        'dq-catalogue-entry',
        'revise:revised',
        '第十四条 修改，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:incomplete',
        },
      ),
      wholeDays('dq-lists', 'gather:checked', '第二十一条 核对职责，目标5个工作日', BEFORE_AUTUMN, autumn(5)),
      wholeDays(
        'dq-lists',
        'settle:listed',
        '第二十一条 责任、需求清单，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:checked',
          facts: { list: 'demand' },
        },
      ),
      wholeDays(
        'dq-lists',
        'file:filed',
        '第二十一条 县区清单备案，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:checked',
          facts: { level: 'county' },
        },
      ),
      wholeDays(
        'dq-lists',
        'settle-negative:listed',
        '第二十一条 负面清单，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'gather:checked',
          facts: { list: 'negative' },
        },
      ),
      wholeDays(
        'dq-open-list',
        'settle:settled',
        '第二十五条 审定，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
      ),
      wholeDays(
        'dq-open-list',
        'publish:published',
        '第二十五条 公布，目标2个工作日',
        BEFORE_AUTUMN,
        autumn(2),
        {
          after: 'settle:settled',
        },
      ),
      wholeDays('dq-project', 'accept:accepted', '第七条 受理，目标5个工作日', BEFORE_AUTUMN, autumn(5)),
      wholeDays(
        'dq-project',
        'expert-review:reviewed',
        '第七条 专家评审，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
        {
          after: 'accept:accepted',
        },
      ),
      wholeDays(
        'dq-project',
        'issue-opinion:pass',
        '第七条 评审意见，目标5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'accept:accepted expert-review:reviewed',
        },
      ),
      wholeDays('dq-project', 'report:reported', '第七条 情况报告，目标5个工作日', BEFORE_AUTUMN, autumn(5), {
        after: REVIEWED,
      }),
      wholeDays(
        'dq-project',
        'approve:approve',
        '第七条 市政府批准，目标20个工作日',
        BEFORE_AUTUMN,
        autumn(20),
        {
          after: `${REVIEWED} report:reported`,
        },
      ),
      wholeDays(
        'dq-project',
        'budget:budgeted',
        '第七条 纳入年度预算，目标20个工作日',
        BEFORE_AUTUMN,
        autumn(20),
        {
          after: `${REVIEWED} report:reported approve:approve`,
        },
      ),
      wholeDays(
        'dq-project',
        'procure:procured',
        '第七条 依法履行采购程序，目标60个工作日（劳动节、端午节放假）',
        '2026-04-29T16:30',
        ['2026-07-27', '2026-07-28'],
        { after: BUDGETED },
      ),
      wholeDays(
        'dq-project',
        'build:done',
        '第七条 建设，目标12个月（2025年5月1日起至2026年5月1日，假期顺延至6日）',
        '2025-05-01T09:00',
        ['2026-05-06', '2026-05-07'],
        { after: PROCURED },
      ),
      wholeDays(
        'dq-project',
        'acceptance:passed',
        '第七条 竣工验收，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
        {
          after: `${PROCURED} build:done acceptance:passed`,
        },
      ),
      wholeDays(
        'dq-rectification',
        'rectify:done',
        '第三十四条 整改，目标10个工作日',
        BEFORE_AUTUMN,
        autumn(10),
      ),
      wholeDays(
        'dq-rectification',
        'verify:passed',
        '第三十四条 核验，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'rectify:done',
        },
      ),
      wholeDays(
        'dq-rectification',
        'conclude:filed',
        '第三十四条 结案归档，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'rectify:done verify:passed',
        },
      ),
      ...(
        [
          ['rectify:done', 'DQ-L 第三十条 整改，目标10个工作日', 10, ''],
          ['verify:passed', 'DQ-L 第三十条 核验，本系统规则5个工作日', 5, 'rectify:done'],
          ['conclude:filed', 'DQ-L 第三十条 结案归档，本系统规则5个工作日', 5, 'rectify:done verify:passed'],
        ] as const
      ).map(([step, article, days, after]) =>
        wholeDays('dq-rectification', step, article, BEFORE_AUTUMN, autumn(days), {
          after,
          facts: { matter: 'other' },
        }),
      ),
      wholeDays('dq-network-new', 'decide:approve', '第九条 批准，目标5个工作日', BEFORE_AUTUMN, autumn(5)),
      wholeDays('dq-cloud-use', 'decide:approve', '第十条 审核，目标5个工作日', BEFORE_AUTUMN, autumn(5)),
    ],
  },
];
