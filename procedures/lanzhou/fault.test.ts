import { describe, expect, it } from 'vitest';
import { actor, at, PureCase } from '../../test/support/pure-case.ts';

const DAY = '2026-09-30T09:30';

describe('第九十六条至第一百条 平台故障', () => {
  it.each([
    ['lz-platform-fault', 'repair', 'repair', ''],
    ['lz-platform-fault-grave', 'handle', 'recovery', 'deploy'],
  ])(
    '%s: 可根据具体情况进行调整 — by the manager alone, counted from the same start',
    (id, stage, clock, first) => {
      const fault = new PureCase(id).submit(DAY, { foundAt: at(DAY), faultKind: 'core' });
      if (first !== '') fault.decide(first, 'deployed', DAY);
      const body = { type: 'set-limit', task: `${stage}-1`, amount: 5, gives: ['reasons'] } as const;
      const given = { ...body, gives: [...body.gives] };
      expect(fault.give(given, DAY, actor('platform-operator'))?.code).toBe('role_not_allowed');
      expect(fault.give({ ...given, gives: [] }, DAY, actor('platform-manager'))?.code).toBe(
        'reasons_required',
      );
      fault.must(given, DAY, actor('platform-manager'));
      expect(fault.dueDay(`${clock}-1`)).toBe('2026-10-13');
    },
  );

  it.each([
    ['core', '2026-10-10'],
    ['front', '2026-10-10'],
    ['exchange', undefined],
  ])('a grave %s fault is to recover by %s beside the target of its repair', (faultKind, recovery) => {
    const fault = new PureCase('lz-platform-fault-grave')
      .submit('2026-10-08T09:30', { foundAt: at('2026-09-30T23:00'), faultKind })
      .decide('deploy', 'deployed', '2026-10-08T09:30');
    expect([fault.dueDay('handle-1'), fault.dueDay('recovery-1')]).toEqual(['2026-10-09', recovery]);
  });

  it('a grave fault whose days to recover have passed is late however soon its repair began', () => {
    const facts = { foundAt: at('2026-09-23T09:30'), faultKind: 'core' };
    const fault = new PureCase('lz-platform-fault-grave')
      .submit(DAY, facts)
      .decide('deploy', 'deployed', DAY)
      .until(DAY);
    expect(fault.state.clocks['handle-1']?.state).toBe('running');
    expect(fault.state.clocks['recovery-1']?.state).toBe('missed');
  });
});
