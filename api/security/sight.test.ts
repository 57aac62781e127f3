import { describe, expect, it } from 'vitest';
import type { Role } from '../../procedures/roles.ts';
import { actor, PureCase } from '../../test/support/pure-case.ts';
import { type Sight, seesPersonalData, sightOf } from './sight.ts';
import { viewerOf } from './viewer.ts';

const ofShare = new PureCase('lz-share-conditional').submit('2026-11-23T09:00');
const { state: filed, rules } = ofShare;

const seenBy = (role: Role, state = filed, personId = `somebody-as-${role}`): Sight | null => {
  const { department } = actor(role);
  const grants = [{ role, department, jurisdiction: 'lz' as const }];
  return sightOf(
    viewerOf({ personId, account: personId, name: '', department, grants, token: '' }),
    state,
    rules.procedure,
  );
};

describe('who sees a case, and how', () => {
  it.each([
    ['platform-manager', 'acting'],
    ['requester', 'colleague'],
    ['competent-department', 'overseeing'],
    ['supervisor', 'overseeing'],
    ['finance', null],
  ] as const)('%s: %s', (role, sight) => {
    expect(seenBy(role)).toBe(sight);
  });

  it.each(['finance', 'competent-department', 'supervisor', 'requester'] as const)(
    'having said or done something in it beside its tasks lends %s no sight of personal data',
    (role) => {
      const state = { ...filed, participants: { ...filed.participants, noted: role } };
      const sight = seenBy(role, state, 'noted');
      expect(sight).not.toBeNull();
      expect(seesPersonalData(sight as Sight)).toBe(false);
    },
  );
});
