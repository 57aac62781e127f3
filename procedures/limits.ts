import type { Citation } from './regulations.ts';
import type { ClockRule, LegalLimit, LimitAlternative, LimitUntil } from './schema.ts';

type Unit = 'working-day' | 'day' | 'month' | 'hour' | 'minute';
const limit =
  (kind: LegalLimit['kind']) =>
  (amount: number, unit: Unit, basis: Citation): LegalLimit => ({ amount, unit, kind, basis });

/** 法定时限: the number stands in the article cited. */
export const statutory = limit('statutory');
/** 服务目标: the article sets no number; an administrator may change it. */
export const target = limit('target');
/** 本系统规则: ours, where the text is silent. */
export const house = limit('house');

/** 至所定日期止: until the date that sets `fact`; not moved off a rest day, for whoever set it chose the day (R11). */
export const until = (kind: LegalLimit['kind'], fact: string, basis: Citation): LimitUntil => ({
  unit: 'date',
  until: { fact },
  move: 'none',
  kind,
  basis,
});

/** The limits of a clock; a plain one is its only alternative, and has no condition. */
export const alternativesOf = ({
  limit,
}: Pick<ClockRule, 'limit'>): (Omit<LimitAlternative, 'when'> & Partial<Pick<LimitAlternative, 'when'>>)[] =>
  Array.isArray(limit) ? limit : [{ limit }];
