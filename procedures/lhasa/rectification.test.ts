import { describe, expect, it } from 'vitest';
import { actor, PureCase } from '../../test/support/pure-case.ts';

describe('拉萨：整改', () => {
  it('第五十条 市大数据局规定的整改时限自通知之日起算', () => {
    const theCase = new PureCase('ls-rectification').submit('2026-09-24T09:00');
    const by = actor('platform-manager');
    const body = { type: 'set-limit', task: 'rectify-1', amount: 3, gives: ['reasons'] } as const;
    expect(theCase.give({ ...body, gives: [...body.gives] }, '2026-09-24T10:00', by)).toBeNull();
    expect(theCase.dueDay('rectify-1')).toBe('2026-09-30');
  });
});
