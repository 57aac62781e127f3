import { describe, expect, it } from 'vitest';
import { creditCodeProblem, residentIdProblem } from './check-digits.ts';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');

describe('GB 11643 resident identity numbers', () => {
  it.each(['11010519491231002X', '440524188001010014', '110105200002290013'])('%s is right', (id) => {
    expect(residentIdProblem(id, NOW)).toBe(null);
  });
  const wrong: [id: string, why: RegExp][] = [
    ['110105194912310021', /校验码/],
    ['110105194912310020', /校验码/],
    ['11010519491231003X', /校验码/],
    ['11010519491231002x', /大写/],
    ['1101051949123100', /18 位/],
    ['011010519491231002', /18 位/],
    ['11010519491331002X', /出生日期不存在/],
    ['110105200102290018', /出生日期不存在/],
    ['11010520271231002X', /晚于今天/],
    ['11010512001231002X', /不合理/],
    ['１１010519491231002X', /18 位/],
    ['', /18 位/],
  ];
  it.each(wrong)('%s is wrong', (id, why) => {
    expect(residentIdProblem(id, NOW)).toMatch(why);
  });
  it('any single digit changed is found', () => {
    const right = '11010519491231002X';
    for (let i = 0; i < 17; i++)
      for (const digit of '0123456789')
        if (digit !== right[i]) {
          const changed = right.slice(0, i) + digit + right.slice(i + 1);
          expect(residentIdProblem(changed, NOW), changed).not.toBe(null);
        }
  });
});

describe('GB 32100 unified social credit codes', () => {
  it.each(['91350100M000100Y43', '914403001922038216', '9144030071526726XG', '91330100799655058B'])(
    '%s is right',
    (code) => {
      expect(creditCodeProblem(code)).toBe(null);
    },
  );
  it.each([
    '91350100M000100Y44',
    '91350100M000100Y4',
    '91350100M000100Y4I',
    '91350100m000100y43',
    '9135010OM000100Y43',
    '',
  ])('%s is wrong', (code) => {
    expect(creditCodeProblem(code)).not.toBe(null);
  });
});
