import { describe, expect, it } from 'vitest';
import { actor, PureCase } from '../../test/support/pure-case.ts';

/** Labour Day is off 1–5 May, Saturday 9 May is worked. */
const LABOUR = '2026-04-29T16:30';

describe('LY-D 第十九条、第三十二条、第三十三条 延期', () => {
  it.each([
    ['ly-correction', 'verify', ''],
    ['ly-open-request', 'answer', 'identify:conditional'],
    ['ly-open-catalogue-objection', 'answer', ''],
  ] as const)(
    '%s: the head extends by up to 10 working days, nobody else, nothing more',
    (id, stage, before) => {
      const theCase = new PureCase(id).submit(LABOUR);
      if (before !== '') theCase.decide('identify', 'conditional', LABOUR);
      const head = { ...actor('data-provider-head'), department: 'dept-of-data-provider' };
      const extend = (amount: number, by: typeof head) =>
        theCase.give(
          { type: 'extend', task: `${stage}-1`, amount, gives: ['reasons'] },
          '2026-05-15T10:00',
          by,
        );
      expect(theCase.dueDay(`${stage}-1`)).toBe('2026-05-15');
      expect(extend(10, actor('data-provider-lead'))?.code).toBe('role_not_allowed');
      expect(extend(11, head)?.code).toBe('extension_too_long');
      expect(extend(10, head)).toBeNull();
      expect(theCase.dueDay(`${stage}-1`)).toBe('2026-05-29');
      expect(extend(1, head)?.code).toBe('extended_already');
    },
  );
});
