import type { Citation } from './regulations.ts';
import type { LegalLimit } from './schema.ts';

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
