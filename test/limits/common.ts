import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';

const YEAR = ['2026-01-01T00:00', 'perform:done', '2026-12-31'] as const;

export const commonLimits: LimitGroup[] = [
  group('duties of several regulations: the last day of the period in each, also on a rest day', () => {
    const halfYears = (article: string, edition: string) =>
      limitTable('risk-assessment', [
        [
          `${article} 定期，目标每半年（上半年）`,
          '2026-06-01T00:00',
          'perform:done',
          '2026-06-30',
          { edition },
        ],
        [
          `${article} 定期，目标每半年（下半年）`,
          '2026-12-01T00:00',
          'perform:done',
          '2026-12-31',
          { edition },
        ],
      ]);
    const yearly = (procedure: string, article: string, edition: string) =>
      limitTable(procedure, [[`${article} 定期，目标每年`, ...YEAR, { edition }]]);
    return [
      ...halfYears('LZ-D 第三十五条', '2021-1'),
      ...halfYears('LY-D 第四十三条', 'ly-2020-1'),
      ...halfYears('LS-D 第三十九条', 'ls-2020-1'),
      ...halfYears('DQ-D 第二十九条', 'dq-1'),
      ...yearly('training', 'AH 第十条、第十五条（四）', 'ah-2023-1'),
      ...yearly('training', 'LS-D 第三十八条第四款、第三十九条第二款', 'ls-2020-1'),
      ...yearly('drill', 'LZ-D 第三十六条', '2021-1'),
      ...yearly('drill', 'AH 第十六条', 'ah-2023-1'),
      ...yearly('drill', 'LY-D 第四十四条', 'ly-2020-1'),
      ...yearly('drill', 'LS-N 第二十二条', 'ls-2020-1'),
      ...yearly('drill', 'DQ-D 第三十一条', 'dq-1'),
    ];
  }),
];
