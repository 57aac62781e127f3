import { expect, it } from 'vitest';
import { jumpsOf } from './jumps.ts';

const MINUTE_MS = 60_000;

it('a clock that is moved has jumped until what became due at once could have had its effect', () => {
  const time = { nowMs: 1_000_000, steadyMs: 0 };
  const pass = (ms: number): void => {
    time.nowMs += ms;
    time.steadyMs += ms;
  };
  const hasJumped = jumpsOf({ nowMs: () => time.nowMs, steadyMs: () => time.steadyMs });
  expect(hasJumped()).toBe(false);
  pass(60 * MINUTE_MS);
  time.nowMs += 1_000;
  expect(hasJumped()).toBe(false);
  time.nowMs += 6 * 24 * 60 * MINUTE_MS;
  expect(hasJumped()).toBe(true);
  pass(4 * MINUTE_MS);
  expect(hasJumped()).toBe(true);
  pass(MINUTE_MS);
  expect(hasJumped()).toBe(false);
});
