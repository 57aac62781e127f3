import { describe, expect, it } from 'vitest';
import { allProcedures } from '../procedures/index.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import type { Effect, Procedure } from '../procedures/schema.ts';
import { PureCase } from '../test/support/pure-case.ts';
import type { PersonCommand } from './commands.ts';
import { refusalOf } from './decide.ts';
import { type GrantChange, ownersOf, rulersOf, tellsOwner } from './owner.ts';

/** Each role in a department of its own name. */
const parties = Object.fromEntries(Object.keys(ROLES).map((role) => [role, role])) as Record<Role, string>;

const effectsOf = ({ stages, onEnding = {} }: Procedure): Effect[] => [
  ...Object.values(onEnding).flat(),
  ...Object.values(stages).flatMap(({ outcomes }) =>
    Object.values(outcomes).flatMap(({ effects = [] }) => effects),
  ),
];
const opening = allProcedures().filter((procedure) =>
  effectsOf(procedure).some(({ register, op }) => register === 'data-grants' && op === 'open'),
);
const isAboutAnEntry = ({ form }: Procedure): boolean =>
  Object.values(form).some(({ type }) => type === 'resource');

describe('whose granted data are', () => {
  it.each(opening.filter(isAboutAnEntry).map((procedure) => [procedure.id, procedure] as const))(
    '%s: of the provider of the entry',
    (_id, procedure) => {
      expect(ownersOf(procedure, { parties }).map(({ role }) => role)).toEqual(
        procedure.jurisdiction === 'dq' ? ['data-provider', 'responsible-department'] : ['data-provider'],
      );
    },
  );

  it.each([
    ['lz-share-upward', 'platform-manager'],
    ['ls-share-scenario', 'platform-manager'],
    ['ls-channel-exception', 'platform-manager'],
    ['ls-enforcement-demand', 'platform-manager'],
    ['dq-channel-exception', 'platform-manager'],
  ])('%s names no entry: of whoever granted them, the %s', (id, role) => {
    const procedure = opening.find((one) => one.id === id);
    expect(procedure && ownersOf(procedure, { parties })).toEqual([{ role, department: role }]);
  });

  it('a case about nobody’s data has no owner, whoever is provider in the jurisdiction', () => {
    const account = allProcedures().find(({ id }) => id === 'lz-account-oa');
    expect(account && ownersOf(account, { parties })).toEqual([]);
    expect(account && tellsOwner(account, { parties })).toEqual({ owner: null });
  });
});

describe('a grant, whatever procedure has opened it', () => {
  /** The grant stands; those who may make the change, of all roles in all departments, none of whom has had a part in the case. */
  const whoMay = (procedure: Procedure, change: GrantChange, standing: 'open' | 'suspended'): string[] => {
    const { rules, state } = new PureCase(procedure.id, { procedure }).submit('2026-11-23T09:30');
    const granted = { ...state, lines: { 'data-grants': standing } };
    const departments = [...new Set(Object.values(state.parties))];
    return (Object.keys(ROLES) as Role[]).flatMap((role) =>
      departments.flatMap((department) => {
        const actor = { personId: `stranger/${role}`, role, department };
        const body = { type: 'change-grant', change, gives: ['reasons'] };
        const refused = refusalOf(rules, granted, { ...body, id: 'c', actor } as PersonCommand, 0);
        return refused === null ? [`${role} of ${department}`] : [];
      }),
    );
  };

  it.each(opening.map((procedure) => [procedure.id, procedure] as const))(
    'of %s can be suspended, resumed and revoked by somebody, and by those only who rule over it',
    (_id, procedure) => {
      const { state } = new PureCase(procedure.id, { procedure }).submit('2026-11-23T09:30');
      const ruling = (change: GrantChange) =>
        rulersOf(procedure, state)
          .filter(({ may }) => may.includes(change))
          .map(({ role, department }) => `${role} of ${department}`);
      expect(ruling('revoke')).not.toEqual([]);
      for (const change of ['suspend', 'revoke'] as const) {
        expect(new Set(whoMay(procedure, change, 'open'))).toEqual(new Set(ruling(change)));
      }
      expect(new Set(whoMay(procedure, 'resume', 'suspended'))).toEqual(new Set(ruling('resume')));
    },
  );

  it.each([
    ['lz-share-unconditional', 'revoke', 'data-provider'],
    ['lz-share-open', 'suspend', 'data-provider'],
    ['lz-publisher-permit', 'revoke', 'data-provider'],
    ['dq-share-unconditional', 'revoke', 'data-provider, responsible-department'],
    ['dq-share-conditional', 'suspend', 'data-provider, responsible-department'],
    ['ls-share-unconditional', 'suspend', 'data-provider, platform-manager'],
    ['ls-share-unconditional', 'revoke', 'data-provider'],
    ['ls-share-scenario', 'revoke', 'platform-manager'],
  ] as const)('%s: %s is for %s', (id, change, roles) => {
    const procedure = opening.find((one) => one.id === id) as Procedure;
    const may = whoMay(procedure, change, 'open').map((who) => who.split(' of ')[0]);
    expect([...new Set(may)].sort().join(', ')).toBe(roles);
  });
});
