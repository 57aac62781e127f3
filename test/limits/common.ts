import { limitTable } from '../support/limit-table.ts';
import type { LimitGroup } from '../support/limits.ts';

export const commonLimits: LimitGroup[] = [
  {
    title: 'duties of several regulations: the last day of the period, also on a rest day',
    rows: [
      ...limitTable('risk-assessment', [
        ['LZ-D 第三十五条 定期，目标每半年（上半年）', '2026-06-01T00:00', 'perform:done', '2026-06-30'],
        ['LZ-D 第三十五条 定期，目标每半年（下半年）', '2026-12-01T00:00', 'perform:done', '2026-12-31'],
      ]),
      ...limitTable('training', [
        ['AH 第十条 常态化培训，目标每年', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
      ]),
      ...limitTable('drill', [
        ['LZ-D 第三十六条 定期演练，目标每年', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
      ]),
    ],
  },
];
