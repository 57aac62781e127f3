import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';
import { wholeDays } from '../support/whole-days.ts';

/** Thursday 24 September 2026: then 28, 29, 30 September, 8, 9, Saturday 10, 12, 13, 14, 15 October are worked. */
const BEFORE_AUTUMN = '2026-09-24T09:00';
const AUTUMN: Record<number, [string, string]> = {
  1: ['2026-09-28', '2026-09-29'],
  3: ['2026-09-30', '2026-10-01'],
  5: ['2026-10-09', '2026-10-10'],
};
const autumn = (days: number): [string, string] => AUTUMN[days] ?? ['', ''];
/** Found at ten minutes to midnight before the holiday: hours and minutes run on through it. */
const FOUND = { foundAt: at('2026-02-14T23:50') };

export const lhasaIncidentLimits: LimitGroup[] = [
  {
    title: '拉萨：安全事件与故障',
    rows: [
      {
        article: 'LS-D 第三十八条 及时报告，目标30分钟，自发现时起',
        procedure: 'ls-incident',
        facts: FOUND,
        starts: '2026-02-14T23:55',
        stage: 'report',
        outcome: 'reported',
        inTime: '2026-02-15T00:19:59',
        late: '2026-02-15T00:20',
      },
      {
        article: 'LS-N 第二十二条 启动预案，目标15分钟',
        procedure: 'ls-incident',
        path: [['report', 'reported']],
        facts: FOUND,
        starts: '2026-02-14T23:55',
        stage: 'plan',
        outcome: 'handle',
        inTime: '2026-02-15T00:09:59',
        late: '2026-02-15T00:10',
      },
      {
        article: 'LS-N 第二十二条 中断、隔离，目标30分钟',
        procedure: 'ls-incident',
        path: [
          ['report', 'reported'],
          ['plan', 'cut-off'],
        ],
        facts: FOUND,
        starts: '2026-02-14T23:55',
        stage: 'isolate',
        outcome: 'isolated',
        inTime: '2026-02-15T00:24:59',
        late: '2026-02-15T00:25',
      },
      wholeDays(
        'ls-incident',
        'handle:handled',
        'LS-N 第二十二条 处置，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        {
          after: 'report:reported plan:handle',
        },
      ),
      wholeDays(
        'ls-incident',
        'coordinate:coordinated',
        'LS-D 第三十八条第一款 协调处理重大事件，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        { after: 'report:reported', facts: { level: 'II' } },
      ),
      wholeDays(
        'ls-incident',
        'assist:assisted',
        'LS-D 第三十八条 配合处置，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        {
          after: 'report:reported',
        },
      ),
      wholeDays(
        'ls-incident',
        'restore:restored',
        'LS-N 第二十二条 处置后恢复，目标自隔离起2个工作日',
        BEFORE_AUTUMN,
        ['2026-09-29', '2026-09-30'],
        {
          after: 'report:reported plan:cut-off isolate:isolated handle:handled',
        },
      ),
      wholeDays(
        'ls-incident',
        'summarise:filed',
        '第三十八条第四款 总结归档，本系统规则3个工作日',
        BEFORE_AUTUMN,
        autumn(3),
        {
          after: 'report:reported plan:handle handle:handled assist:assisted',
        },
      ),
      {
        article: 'LS-N 第十四条 故障申告，目标30分钟，自发现时起',
        procedure: 'ls-extranet-fault',
        facts: { ...FOUND, line: 'own' },
        starts: '2026-02-14T23:55',
        stage: 'report',
        outcome: 'reported',
        inTime: '2026-02-15T00:19:59',
        late: '2026-02-15T00:20',
      },
      wholeDays(
        'ls-extranet-fault',
        'bureau:handled',
        'LS-N 第十四条 城域光纤网，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        {
          after: 'report:reported',
          facts: { line: 'own' },
        },
      ),
      wholeDays(
        'ls-extranet-fault',
        'carrier:handled',
        'LS-N 第十四条 运营商线路，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        {
          after: 'report:reported',
          facts: { line: 'leased' },
        },
      ),
      wholeDays(
        'ls-extranet-fault',
        'close:filed',
        '第十四条 总结归档，本系统规则5个工作日',
        BEFORE_AUTUMN,
        autumn(5),
        {
          after: 'report:reported bureau:handled',
          facts: { line: 'own' },
        },
      ),
    ],
  },
];
