import { describe, expect, it } from 'vitest';
import { actor, at, PureCase } from '../test/support/pure-case.ts';

const found = (local: string, systemKind: string) => ({ foundAt: at(local), systemKind });

/** LZ-P 第一百六十八条（一）4: two hours for a website, four for a business or office system, round the clock. */
describe('LZ-P 168（一）: not dealt with in time, inform at once', () => {
  it.each([
    ['website', '2026-02-16T23:50', '2026-02-17T01:50'],
    ['business-system', '2026-02-16T23:50', '2026-02-17T03:50'],
    ['office-system', '2026-02-28T20:00', '2026-03-01T00:00'],
  ])('%s found at %s: until %s', (kind, foundAt, end) => {
    const virus = new PureCase('lz-incident-virus').submit(foundAt, found(foundAt, kind));
    expect(virus.state.clocks['restore-1']?.dueAtMs).toBe(at(end));
    virus.until(at(end) - 1);
    expect(virus.open()).not.toContain('inform-1');
    virus.until(end);
    const informs = virus.open().filter((id) => id.startsWith('inform'));
    expect(informs.map((id) => virus.state.tasks[id]?.role)).toEqual(['security-lead', 'party-office']);
    expect(virus.state.tasks['inform-1']?.openedAtMs).toBe(at(end));
  });

  it('the clock runs from the finding, not from the filing', () => {
    const virus = new PureCase('lz-incident-virus').submit(
      '2026-11-23T10:30',
      found('2026-11-23T09:00', 'website'),
    );
    expect(virus.state.clocks['restore-1']?.dueAtMs).toBe(at('2026-11-23T11:00'));
  });

  it('filed after the two hours have passed: missed at once, inform is open', () => {
    const virus = new PureCase('lz-incident-virus').submit(
      '2026-11-23T12:00',
      found('2026-11-23T09:00', 'website'),
    );
    virus.until('2026-11-23T12:00');
    expect(virus.open()).toContain('inform-2');
  });

  it('a call that nobody answers goes to the head of the unit four times, a quarter of an hour apart', () => {
    const virus = new PureCase('lz-incident-virus').submit(
      '2026-11-23T09:00',
      found('2026-11-23T09:00', 'website'),
    );
    virus.until('2026-11-23T11:00');
    virus.decide('inform', 'informed', '2026-11-23T11:05');
    virus.until('2026-11-24T11:00');
    const calls = virus.state.escalations.filter(({ clock }) => clock === 'inform-2');
    expect(calls.map(({ rung, atMs, to }) => [rung, atMs, to.role])).toEqual([
      [1, at('2026-11-23T11:30') - 15 * 60_000, 'unit-head'],
      [2, at('2026-11-23T11:30'), 'unit-head'],
      [3, at('2026-11-23T11:45'), 'unit-head'],
      [4, at('2026-11-23T12:00'), 'unit-head'],
    ]);
    expect(virus.state.escalations.some(({ clock }) => clock === 'inform-1')).toBe(false);
  });

  it('cannot be cleaned: inform opens then, and the missed clock later does not open it twice', () => {
    const virus = new PureCase('lz-incident-virus').submit(
      '2026-11-23T09:00',
      found('2026-11-23T09:00', 'website'),
    );
    virus.decide('clean', 'cannot-clean', '2026-11-23T09:20').until('2026-11-23T11:30');
    expect(Object.keys(virus.state.tasks).filter((id) => id.startsWith('inform'))).toEqual([
      'inform-1',
      'inform-2',
    ]);
  });

  it('verification waits for all four; the summary waits for the acknowledgements', () => {
    const virus = new PureCase('lz-incident-virus').submit(
      '2026-11-23T09:00',
      found('2026-11-23T09:00', 'website'),
    );
    virus.decide('backup', 'done', '2026-11-23T09:10').decide('clean', 'cannot-clean', '2026-11-23T09:11');
    virus.decide('isolate', 'done', '2026-11-23T09:12');
    expect(virus.open()).not.toContain('verify-1');
    virus.decide('restore', 'done', '2026-11-23T09:13');
    expect(virus.open()).toContain('verify-1');
    virus.decide('verify', 'done', '2026-11-23T09:20').decide('reconnect', 'done', '2026-11-23T09:25');
    const file = {
      type: 'decide',
      task: 'summarise-1',
      outcome: 'filed',
      gives: [],
      facts: {},
      digest: '',
    } as const;
    expect(virus.give({ ...file, gives: [] }, '2026-11-23T09:30', actor('security-lead'))?.code).toBe(
      'gate_closed',
    );
    virus.decide('inform', 'informed', '2026-11-23T09:31').decide('inform', 'informed', '2026-11-23T09:32');
    virus.decide('summarise', 'filed', '2026-11-23T09:33');
    expect(virus.state.result).toBe('closed');
  });

  it('reported within half an hour of finding the cause, across midnight of the New Year', () => {
    const facts = found('2026-12-31T22:40', 'website');
    const report = new PureCase('lz-incident-report').submit('2026-12-31T22:52', facts);
    expect(report.state.clocks['report-1']).toBeUndefined();
    report.decide('ascertain', 'found', '2026-12-31T23:52', { causeFoundAt: at('2026-12-31T23:50') });
    expect(report.state.clocks['report-1']?.dueAtMs).toBe(at('2027-01-01T00:20'));
  });
});

/** LZ-P 158 and DQ-L 22: mark and verify side by side from receipt; telling the objector is under the clock of verifying. */
describe('objection to an e-licence', () => {
  it.each([
    ['lz-licence-objection', '2026-11-24'],
    ['dq-licence-objection', '2026-11-25'],
  ])('%s: marked by %s, verified and told by 30 November', (id, marked) => {
    const objection = new PureCase(id).submit('2026-11-23T15:00', { receivedAt: at('2026-11-23T09:00') });
    expect(objection.dueDay('mark-1')).toBe(marked);
    expect(objection.dueDay('verify-1')).toBe('2026-11-30');
  });

  it('is not verified before it is marked', () => {
    const objection = new PureCase('lz-licence-objection').submit('2026-11-23T15:00', {
      receivedAt: at('2026-11-23T09:00'),
    });
    const verify = {
      type: 'decide',
      task: 'verify-1',
      outcome: 'corrected',
      gives: [],
      facts: {},
      digest: '',
    } as const;
    expect(objection.give({ ...verify, gives: [] }, '2026-11-23T16:00', actor('licence-issuer'))?.code).toBe(
      'gate_closed',
    );
  });

  it('verified in time but told late is late', () => {
    const objection = new PureCase('lz-licence-objection').submit('2026-11-23T15:00', {
      receivedAt: at('2026-11-23T09:00'),
    });
    objection.decide('mark', 'marked', '2026-11-23T16:00').decide('verify', 'upheld', '2026-11-24T16:00');
    expect(objection.state.clocks['verify-1']?.state).toBe('running');
    expect(objection.state.tasks['reply-1']?.clockIds).toEqual(['verify-1']);
    objection.until('2026-12-01T00:00').decide('reply', 'told', '2026-12-01T09:00');
    expect(objection.state).toMatchObject({ result: 'upheld', status: 'closed' });
    expect(objection.state.clocks['verify-1']?.state).toBe('missed');
  });
});
