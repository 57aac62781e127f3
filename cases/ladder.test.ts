import { describe, expect, it } from 'vitest';
import { procedureById } from '../procedures/index.ts';
import { LADDERS } from '../procedures/ladders.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import type { LegalLimit, Procedure, Stage } from '../procedures/schema.ts';
import { calendarFor } from '../test/support/calendars.ts';
import { actor, PureCase } from '../test/support/pure-case.ts';
import { TELLS_OWNERS } from './rules.ts';

const base = procedureById('lz-share-unconditional') as Procedure;
const { review } = base.stages as { review: Stage };

/** The same procedure with its first stage held by `role` under the ladder. */
const heldBy = (role: Role, ladder: 'ordinary' | 'inform-call', practice?: number): PureCase => {
  const { within, ...plain } = review;
  const stage: Stage = { ...plain, by: role, clocks: [{ limit: within as LegalLimit, ladder }] };
  const procedure: Procedure = { ...base, stages: { ...base.stages, review: stage } };
  return new PureCase(base.id, {
    ...{ procedure, calendar: calendarFor('lz') },
    ...(practice === undefined ? {} : { practice }),
  }).submit('2026-11-23T09:00');
};
const rolesTold = (theCase: PureCase): Role[] =>
  theCase.until('2026-12-31T00:00').state.escalations.map(({ to }) => to.role);

describe('逐级上报', () => {
  it.each(Object.keys(ROLES) as Role[])('%s never hears of a limit that it has missed itself', (role) => {
    const { department } = actor(role);
    for (const ladder of ['ordinary', 'inform-call'] as const) {
      const told = heldBy(role, ladder).until('2026-12-31T00:00').state.escalations;
      expect(told).toHaveLength(LADDERS[ladder].length);
      expect(told.filter(({ to }) => to.role === role && to.department === department)).toEqual([]);
    }
  });

  it.each([
    ['platform-manager', ['unit-head', 'competent-department', 'leading-group']],
    ['competent-department', ['unit-head', 'leading-group', 'supervisor']],
    ['unit-head', ['competent-department', 'leading-group', 'supervisor']],
    ['leading-group', ['competent-department', 'supervisor', 'supervisor']],
  ] as const)('of %s climbs seat by seat', (role, told) => {
    expect(rolesTold(heldBy(role, 'ordinary'))).toEqual(told);
  });

  it('a call goes to the same head again and again, and of a head to the competent department', () => {
    expect(rolesTold(heldBy('duty-officer', 'inform-call'))).toEqual(Array(4).fill('unit-head'));
    expect(rolesTold(heldBy('unit-head', 'inform-call'))).toEqual(Array(4).fill('competent-department'));
  });

  it('a case of an earlier practice keeps the ladder that it began with', () => {
    const told = rolesTold(heldBy('competent-department', 'ordinary', TELLS_OWNERS));
    expect(told).toEqual(['unit-head', 'competent-department', 'leading-group']);
  });
});
