import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';
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

const FOUND = { foundAt: at('2026-09-24T23:50'), level: 'I' };
const minutesFromFinding = (
  stage: string,
  outcome: string,
  article: string,
  inTime: string,
  late: string,
) => ({
  article,
  procedure: 'dq-incident',
  facts: FOUND,
  starts: '2026-09-24T23:55',
  stage,
  outcome,
  inTime,
  late,
});
const STARTED = 'plan:started contain:contained preserve:kept report:reported';

export const daqingIncidentLimits: LimitGroup[] = [
  {
    title: '大庆市公共数据管理暂行办法：安全事件',
    rows: [
      minutesFromFinding(
        'plan',
        'started',
        '第三十一条 立即启动预案，目标15分钟，自发现时起',
        '2026-09-25T00:04:59',
        '2026-09-25T00:05',
      ),
      minutesFromFinding(
        'contain',
        'contained',
        '第三十一条 迅速采取措施，目标30分钟，自发现时起',
        '2026-09-25T00:19:59',
        '2026-09-25T00:20',
      ),
      minutesFromFinding(
        'report',
        'reported',
        '第三十一条 向有关部门报告，目标30分钟，自发现时起',
        '2026-09-25T00:19:59',
        '2026-09-25T00:20',
      ),
      minutesFromFinding(
        'preserve',
        'kept',
        '第三十一条 保存记录，目标1小时',
        '2026-09-25T00:54:59',
        '2026-09-25T00:55',
      ),
      {
        ...minutesFromFinding(
          'receive',
          'received',
          '第三十一条 接报，本系统规则30分钟',
          '2026-09-25T00:24:59',
          '2026-09-25T00:25',
        ),
        path: [['report', 'reported']],
      },
      wholeDays(
        'dq-incident',
        'coordinate:coordinated',
        '第二十六条 协调重大事件，目标1个工作日',
        BEFORE_AUTUMN,
        autumn(1),
        {
          after: 'report:reported',
          facts: { level: 'II' },
        },
      ),
      wholeDays(
        'dq-incident',
        'summarise:filed',
        '第三十一条 总结归档，本系统规则3个工作日',
        BEFORE_AUTUMN,
        autumn(3),
        {
          after: `${STARTED} receive:received`,
          facts: { level: 'IV' },
        },
      ),
    ],
  },
];
