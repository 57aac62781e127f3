/** The Chinese sentences of a ledger. */
import { CLOSURE_WORDS, type ClosureEffect } from './closures.ts';
import { isoOf } from './days.ts';
import type { OpenHours } from './office-hours.ts';
import type { DateRule, DayEnd, Limit, Term } from './term.ts';

const UNITS = {
  'working-day': '个工作日',
  day: '日（自然日）',
  month: '个月',
  hour: '小时',
  minute: '分钟',
} as const;

const PERIOD_ENDS = {
  month: '当月月底前',
  quarter: '当季季末前',
  'half-year': '当半年末前',
  year: '当年年底前',
} as const;

const dateText = (rule: DateRule): string => {
  switch (rule.kind) {
    case 'on':
      return `${rule.date} 前（含当日）`;
    case 'day-of-month':
      return rule.day === 31 ? '当月月底前' : `${rule.day} 日前（含当日）`;
    case 'month-end':
      return `${rule.month} 月底前`;
    case 'period-end':
      return PERIOD_ENDS[rule.of];
    case 'quarter-first-ten-days':
      return '季度首月上旬内';
  }
};

const MOVES = { none: '', next: '，遇休息日顺延', previous: '，遇休息日提前' } as const;
/** 所属期间: a date that belongs to a period is sought from its first day. */
const periodText = (from?: string): string =>
  from === undefined ? '' : `（所属期间自 ${from} 起，过期提出的即为逾期）`;
const PROLONGED = '，期限内连续休假 3 日以上的，按休假日数顺延相同个数的工作日';

const limitText = (limit: Limit): string => {
  const text =
    limit.unit === 'date'
      ? dateText(limit.rule) + periodText(limit.datedFrom) + MOVES[limit.move]
      : `${limit.amount} ${UNITS[limit.unit]}`;
  return 'prolongedByHolidays' in limit && limit.prolongedByHolidays ? text + PROLONGED : text;
};

/** 17 时 30 分. */
const minuteText = (minute: number): string =>
  `${Math.floor(minute / 60)} 时${minute % 60 === 0 ? '' : ` ${minute % 60} 分`}`;

const endText = (closes: DayEnd | undefined): string =>
  closes === 'office-hours' ? '下班时' : ` ${minuteText(closes?.atMinute ?? 1440)}`;

const countingText = ({ limit, closes, startsOnWorkingDay }: Term): string => {
  if (limit.unit === 'date') return '';
  if (limit.unit === 'hour' || limit.unit === 'minute') {
    const from = limit.unit === 'hour' && limit.fromNextHour ? '；起算当时不计，自次时起' : '；';
    return `${from}连续计时，节假日、夜间不停`;
  }
  const move = limit.unit === 'working-day' ? '调休上班日计入' : '末日遇休息日顺延';
  const received = startsOnWorkingDay ? '休息日收到的视为次一工作日收到，' : '';
  return `；${received}起算当日不计，${move}，至末日${endText(closes)}止`;
};

/** The rule of a term in one sentence. */
export const ruleText = (term: Term): string => {
  const extended = term.extensions.map((limit) => `，延长 ${limitText(limit)}`).join('');
  const paused = term.pauses.length > 0 && term.limit.unit !== 'date' ? '；中止期间不计' : '';
  return limitText(term.limit) + extended + countingText(term) + paused;
};

/** Reasons for one day each. */
export const WHY = {
  workday: '工作日',
  weekend: '周末',
  holiday: (name?: string): string => (name ? `${name}放假` : '放假'),
  makeUp: (name?: string): string => (name ? `调休上班（${name}）` : '调休上班'),
  unknown: (working: boolean, weekday: number): string => {
    if (weekday > 5) return working ? '推定调休上班（当年放假安排尚未公布）' : '周末（当年放假安排尚未公布）';
    return working ? '推定工作日（当年放假安排尚未公布）' : '法定节假日（当年放假安排尚未公布）';
  },
  closed: (reason: string, effect: ClosureEffect, day?: string): string =>
    `${day === undefined ? '' : `${day}，`}${reason === '' ? '' : `${reason}，`}停止办公（${CLOSURE_WORDS[effect]}）`,
  byHours: (why: string, { opensAtMinute, closesAtMinute }: OpenHours, name = '办公时间'): string =>
    `${why}；${name} ${minuteText(opensAtMinute)}至 ${minuteText(closesAtMinute)}`,
  startDay: '起算当日，不计',
  startHour: '起算当时不计，自次日 0 时起计时',
  receivedAtRest: (day: string): string => `${day}收到，视为次一工作日收到`,
  afterHours: (minute: number): string => `${minuteText(minute)}及以后收到，视为次日`,
  counted: (day: string, n: number): string => `${day}，第 ${n} 日`,
  notCounted: (day: string): string => `${day}，不计`,
  paused: (day: string): string => `${day}，中止期间，不计`,
  stillPaused: '中止中，恢复后接续计算',
  clock: (minutes: number): string => `累计 ${minutes} 分钟`,
  clockPaused: (minutes: number): string => `累计 ${minutes} 分钟，中止中`,
  fromHour: (atMs: number, words: string): string =>
    `起算当时不计，自 ${isoOf(atMs).slice(11, 13)} 时起，${words}`,
  prolongs: (why: string): string => `${why}，计入顺延日数`,
  prolonged: (day: string, n: number, of: number): string => `${day}，顺延第 ${n} 个工作日（共 ${of} 个）`,
  fixedDate: (day: string): string => `${day}，规定的截止日`,
  pastDate: (day: string): string => `${day}，规定的截止日，起算时已过`,
  moving: (day: string): string => `${day}，期限末日顺延中`,
  resumedOn: (day: string): string => `${day}，末日内曾中止，恢复当日届满`,
  movedTo: (day: string): string => `${day}，期限末日移至本日`,
} as const;
