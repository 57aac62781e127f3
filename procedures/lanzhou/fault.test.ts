import { describe, expect, it } from 'vitest';
import { actor, at, PureCase } from '../../test/support/pure-case.ts';

const DAY = '2026-09-30T09:30';

describe('第九十六条至第一百条 平台故障', () => {
  it.each([
    ['lz-platform-fault', 'repair', ''],
    ['lz-platform-fault-grave', 'handle', 'deploy'],
  ])('%s: 可根据具体情况进行调整 — by the manager alone, counted from the same start', (id, stage, first) => {
    const fault = new PureCase(id).submit(DAY, { foundAt: at(DAY), faultKind: 'core' });
    if (first !== '') fault.decide(first, 'deployed', DAY);
    const body = { type: 'set-limit', task: `${stage}-1`, amount: 5, gives: ['reasons'] } as const;
    const given = { ...body, gives: [...body.gives] };
    expect(fault.give(given, DAY, actor('platform-operator'))?.code).toBe('role_not_allowed');
    expect(fault.give({ ...given, gives: [] }, DAY, actor('platform-manager'))?.code).toBe(
      'reasons_required',
    );
    fault.must(given, DAY, actor('platform-manager'));
    expect(fault.dueDay(`${stage}-1`)).toBe('2026-10-13');
  });
});
