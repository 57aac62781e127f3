/** Less than this between two looks is a clock that is set right a little. */
const JUMP_MS = 30_000;
/** So long the engine is given to bring about what a jump has made due at once: as long as an advance of virtual time may take. */
const SETTLES_WITHIN_MS = 300_000;

type Clocks = { nowMs: () => number; steadyMs: () => number };

/**
 * Whether `nowMs` has lately jumped (moved forward in a demonstration, or a machine that slept) against a clock that only runs; asked at
 * every look. What is long past by such a clock is not late yet: nobody could have done it before.
 */
export const jumpsOf = ({ nowMs, steadyMs }: Clocks): (() => boolean) => {
  let apartMs = nowMs() - steadyMs();
  let jumpedAtMs: number | null = null;
  return () => {
    const steady = steadyMs();
    const nowApartMs = nowMs() - steady;
    if (Math.abs(nowApartMs - apartMs) > JUMP_MS) jumpedAtMs = steady;
    apartMs = nowApartMs;
    return jumpedAtMs !== null && steady - jumpedAtMs < SETTLES_WITHIN_MS;
  };
};
