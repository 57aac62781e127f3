import type { ClockRule, Stage } from './schema.ts';

/** The clocks of a stage as its file says them; `within` is the short form of one plain clock. */
export const clockRules = ({ clocks, within }: Pick<Stage, 'clocks' | 'within'>): ClockRule[] =>
  clocks ?? (within === undefined ? [] : [{ limit: within }]);
