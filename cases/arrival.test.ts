import { describe, expect, it } from 'vitest';
import { procedureById } from '../procedures/index.ts';
import { house } from '../procedures/limits.ts';
import type { Procedure, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { allowedActs } from './allowed-acts.ts';
import { KEEPS_ACTS_WITHIN } from './rules.ts';
import type { Actor, Task } from './state.ts';

const gives = ['reasons' as const];
const PROVIDER = actor('data-provider');
const ISSUER = actor('licence-issuer');
const MANAGER = actor('platform-manager');

const correct = (theCase: PureCase, arrivedAt: string, on: string, by: Actor) =>
  theCase.give({ type: 'correct-arrival', arrivedAtMs: at(arrivedAt), gives }, on, by)?.code ?? null;
const isOffered = ({ rules, state }: PureCase, on: string, by: Actor): boolean =>
  allowedActs(rules, state, by, at(on)).some(({ act }) => act === 'correct-arrival');

/** LS-D 第十九条: five working days from the filing here, which nothing of the form says otherwise. */
const share = () => new PureCase('ls-share-conditional').submit('2026-12-04T09:00');
/** LZ-P 第一百五十八条: both limits run from when the issuer received the order, which the form says. */
const objection = (practice?: number) =>
  new PureCase('lz-licence-objection', {
    procedure: procedureById('lz-licence-objection') as Procedure,
    ...(practice === undefined ? {} : { practice }),
  }).submit('2026-12-04T09:00', { receivedAt: at('2026-12-03T16:00') });

describe('an arrival put right', () => {
  it('does not un-miss or move the limit of whoever states it', () => {
    const theCase = objection().until('2026-12-13T10:00');
    expect(theCase.state.clocks['verify-1']?.state).toBe('missed');
    const { dueDay } = theCase.state.clocks['verify-1'] ?? {};
    expect(correct(theCase, '2026-12-04T08:00', '2026-12-13T10:00', ISSUER)).toBe('own_clock');
    expect(theCase.state.clocks['verify-1']).toMatchObject({ state: 'missed', dueDay });
  });

  it('is never later than the filing here', () => {
    expect(correct(objection(), '2026-12-04T09:01', '2026-12-07T10:00', ISSUER)).toBe('arrival_after_filing');
  });

  it('counts anew what it makes end earlier', () => {
    const theCase = objection();
    expect(correct(theCase, '2026-12-02T16:00', '2026-12-04T10:00', ISSUER)).toBeNull();
    expect(theCase.dueDay('verify-1')).toBe('2026-12-09');
  });

  it('is put later by a holder whose unit none of the moved clocks binds', () => {
    const { stages, basis, ...rest } = procedureById('lz-licence-objection') as Procedure;
    const mark = {
      ...(stages.mark as Stage),
      by: 'platform-manager',
      clocks: [{ limit: house(1, 'working-day', basis) }],
    };
    const procedure = { ...rest, basis, stages: { ...stages, mark } } as Procedure;
    const theCase = new PureCase('made-up', { procedure }).submit('2026-12-04T09:00', {
      receivedAt: at('2026-12-02T16:00'),
    });
    expect(correct(theCase, '2026-12-03T16:00', '2026-12-04T10:00', ISSUER)).toBe('own_clock');
    expect(correct(theCase, '2026-12-03T16:00', '2026-12-04T10:00', MANAGER)).toBeNull();
    expect(theCase.dueDay('verify-1')).toBe('2026-12-10');
  });

  it.each([
    ['ls-share-conditional', 'data-provider', '2026-12-03T09:00'],
    ['lz-incident-report', 'duty-officer', '2026-12-03T09:00'],
  ] as const)('is not offered, and refused, where no arrival is stated: %s', (id, role, arrivedAt) => {
    const facts = { discoveredAt: at('2026-12-04T08:50'), level: 'III' };
    const theCase =
      id === 'lz-incident-report' ? new PureCase(id).submit('2026-12-04T09:00', facts) : share();
    const { role: held, department } = Object.values(theCase.state.tasks)[0] as Task;
    const holder = { personId: `${held}/one`, department, role: held };
    expect(held).toBe(role);
    expect(isOffered(theCase, '2026-12-04T10:00', holder)).toBe(false);
    expect(correct(theCase, arrivedAt, '2026-12-04T10:00', holder)).toBe('arrival_not_stated');
  });

  it('moves something, or is refused', () => {
    const theCase = objection();
    expect(correct(theCase, '2026-12-03T16:00', '2026-12-04T10:00', ISSUER)).toBe('arrival_moves_nothing');
  });

  it('is no matter of who is asked for a supplement', () => {
    const theCase = share();
    const task = theCase.open()[0] as string;
    const holder = theCase.state.tasks[task] as Task;
    const organ = { ...PROVIDER, role: holder.role, department: holder.department };
    theCase.must({ type: 'request-supplement', task, gives }, '2026-12-04T10:00', organ);
    const filer = theCase.state.submitter;
    expect(isOffered(theCase, '2026-12-04T11:00', filer)).toBe(false);
    expect(correct(theCase, '2026-11-02T09:00', '2026-12-04T11:00', filer)).not.toBeNull();
  });

  it('was another thing before: a run of that practice goes on as it was recorded', () => {
    const theCase = objection(KEEPS_ACTS_WITHIN - 1).until('2026-12-13T10:00');
    expect(correct(theCase, '2026-12-13T09:00', '2026-12-13T10:00', ISSUER)).toBeNull();
    expect(theCase.state.clocks['verify-1']?.state).toBe('running');
  });
});
