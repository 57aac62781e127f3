import { describe, expect, it } from 'vitest';
import { at, PureCase } from '../../test/support/pure-case.ts';

describe('大庆市电子证照管理暂行办法', () => {
  it('第十五条 3个工作日自故障排除起算，不自登记之时', () => {
    const theCase = new PureCase('dq-licence-catch-up').submit('2026-02-10T09:00');
    theCase.decide('measures', 'taken', '2026-02-10T10:00');
    theCase.decide('clear', 'cleared', '2026-02-25T09:00', { clearedAt: at('2026-02-13T10:00') });
    expect(theCase.dueDay('catch-up-1')).toBe('2026-02-25');
  });
});
