/** Closures (停止办公): days on which an organ is shut by a notice of its own, for snow, an epidemic, a typhoon. */

/**
 * What the notice says of limits. No rule found says that a closure stops a limit by itself, so it is a matter of the notice.
 * day-off (按休息日计): a rest day · excluded (期间不计): does not count in any limit in days, working days or months · runs
 * (期限照常): the limit runs on; the closure is only told.
 */
export type ClosureEffect = 'day-off' | 'excluded' | 'runs';

/** What readers call the effects. */
export const CLOSURE_WORDS: Readonly<Record<ClosureEffect, string>> = {
  'day-off': '按休息日计',
  excluded: '期间不计',
  runs: '期限照常计算',
};

/** What a notice means that says nothing of limits. */
export const UNSAID_EFFECT: ClosureEffect = 'runs';

/** Civil days 'YYYY-MM-DD', both included; `reason` is Chinese, for the reader of the case: '暴雪'. */
export type Closure = { from: string; to: string; effect: ClosureEffect; reason: string };
