import { expect, it } from 'vitest';
import type { Jurisdiction } from '../procedures/regulations.ts';
import type { Role } from '../procedures/roles.ts';
import { procedureFor } from './procedure-for.ts';
import type { Viewer } from './security/viewer.ts';

const grants = (...of: [Role, Jurisdiction][]): Pick<Viewer, 'grants'> => ({
  grants: of.map(([role, jurisdiction]) => ({ role, jurisdiction, department: `${jurisdiction}-unit` })),
});

it.each<[string, string, Pick<Viewer, 'grants'>, Jurisdiction | undefined]>([
  [
    'where the viewer may file it',
    'risk-assessment',
    grants(['requester', 'lz'], ['security-lead', 'dq']),
    'dq',
  ],
  ['else where the viewer has a role', 'risk-assessment', grants(['requester', 'ls']), 'ls'],
  ['else the first', 'drill', grants(['requester', 'lz']), 'lz'],
  ['for a viewer without roles too', 'training', grants(), 'ah'],
  ['of one jurisdiction whoever asks', 'lz-share-conditional', grants(['requester', 'ly']), 'lz'],
  ['none where there is none', 'no-such', grants(['requester', 'lz']), undefined],
])('a procedure is meant as the jurisdiction has it %s', (_says, id, viewer, jurisdiction) => {
  expect(procedureFor(id, viewer)?.jurisdiction).toBe(jurisdiction);
});
