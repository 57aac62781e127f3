import { describe, expect, it } from 'vitest';
import type { Refusal } from '../cases/index.ts';
import { commandIdOf, digestOf } from './commands/keys.ts';
import { msOfDuration } from './durations.ts';
import { isDatabaseAway, problemOfError } from './http/errors.ts';
import { textProblems } from './http/text.ts';
import { problemOfRefusal } from './problems/of-refusal.ts';
import { loginGuard } from './security/login-guard.ts';

const HOUR_MS = 3_600_000;

describe('ISO durations', () => {
  it.each([
    ['P3D', 72 * HOUR_MS],
    ['PT4H', 4 * HOUR_MS],
    ['P1DT2H', 26 * HOUR_MS],
    ['P2W', 336 * HOUR_MS],
    ['PT30M', HOUR_MS / 2],
    ['PT1S', 1000],
  ])('%s', (text, ms) => {
    expect(msOfDuration(text)).toBe(ms);
  });
  it.each(['', 'P', 'PT', 'P0D', '-P1D', 'P1.5D', 'P1M', 'P1Y', '3D', 'P1DT', 'PT1H2D', 'p3d'])(
    '%j is none',
    (text) => {
      expect(msOfDuration(text)).toBe(null);
    },
  );
});

describe('refusals over HTTP', () => {
  it.each([
    ['case_closed', 409],
    ['task_cancelled', 409],
    ['gate_closed', 409],
    ['not_your_task', 403],
    ['separation_of_roles', 403],
    ['reasons_required', 422],
    ['task_not_found', 404],
  ] as const)('%s is %i', (code, status) => {
    const refusal: Refusal = { refused: true, code, message: '不可以' };
    expect(problemOfRefusal(refusal, new Map())).toMatchObject({ status, code, detail: '不可以。' });
  });
});

describe('unexpected errors', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '08006', '53300'])(
    '%s means that the database is away',
    (code) => {
      expect(problemOfError(Object.assign(new Error('x'), { code })).status).toBe(503);
      expect(isDatabaseAway(new Error('y', { cause: Object.assign(new Error('x'), { code }) }))).toBe(true);
    },
  );
  it.each(['23505', 'ERR_X', undefined])('%s is an error of ours', (code) => {
    expect(problemOfError(Object.assign(new Error('select 1'), { code }))).toMatchObject({
      status: 500,
      detail: expect.not.stringContaining('select'),
    });
  });
});

describe('keys', () => {
  it('the same request has the same digest in whatever order it is written', () => {
    expect(digestOf({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(digestOf({ b: { c: [1, 2] }, a: 1 }));
    expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }));
  });
  it('a key belongs to its person', () => {
    expect(commandIdOf('p', 'k')).toBe(commandIdOf('p', 'k'));
    expect(commandIdOf('p', 'k')).not.toBe(commandIdOf('q', 'k'));
    expect(commandIdOf('p', 'k')).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('text that cannot be kept', () => {
  it.each([['\u0000'], ['\u001b[31m'], ['\ud800'], [{ a: '\u0007' }], [JSON.parse('{"__proto__": 1}')]])(
    '%j',
    (value) => {
      expect(textProblems({ value })).toHaveLength(1);
    },
  );
  it.each(['两行\n文字\t好', '𠮷', '<script>', "'; drop table x"])('but %j can', (value) => {
    expect(textProblems({ value })).toEqual([]);
  });
});

describe('the login guard', () => {
  it('shuts one pair after five, tells for how long, and opens again by itself', () => {
    let nowMs = 0;
    const guard = loginGuard({ tries: 5, lockMs: 60_000 }, () => nowMs);
    for (let i = 0; i < 4; i++) guard.failed('A', '1');
    expect(guard.waitSeconds('a', '1')).toBe(0);
    guard.failed('a', '1');
    expect([guard.waitSeconds('a', '1'), guard.waitSeconds('a', '2'), guard.waitSeconds('b', '1')]).toEqual([
      60, 0, 0,
    ]);
    nowMs = 60_000;
    expect(guard.waitSeconds('a', '1')).toBe(0);
    guard.failed('a', '1');
    guard.succeeded('a', '1');
    expect(guard.waitSeconds('a', '1')).toBe(0);
  });
});
