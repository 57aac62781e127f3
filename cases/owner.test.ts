import { describe, expect, it } from 'vitest';
import { allProcedures } from '../procedures/index.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import type { Effect, Procedure } from '../procedures/schema.ts';
import { ownerOf, tellsOwner } from './owner.ts';

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
      expect(ownerOf(procedure, { parties })?.role).toBe('data-provider');
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
    expect(procedure && ownerOf(procedure, { parties })).toEqual({ role, department: role });
  });

  it('whatever grants data, somebody can take it back', () => {
    expect(opening.filter((procedure) => ownerOf(procedure, { parties }) === null)).toEqual([]);
  });

  it('a case about nobody’s data has no owner, whoever is provider in the jurisdiction', () => {
    const account = allProcedures().find(({ id }) => id === 'lz-account-oa');
    expect(account && ownerOf(account, { parties })).toBeNull();
    expect(account && tellsOwner(account, { parties })).toEqual({ owner: null });
  });
});
