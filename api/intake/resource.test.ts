import { expect, it } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import type { Resource } from '../../store/index.ts';
import { shareClassFact } from './resource.ts';

const entry = { shareType: 'unconditional' } as Resource;

it.each([
  ['ly-share', entry, { shareClass: 'unconditional' }],
  ['ly-share', null, {}],
  ['ls-share-conditional', entry, {}],
])('%s is told the share class of the entry asked for only where it asks', (id, resource, facts) => {
  expect(shareClassFact(procedureById(id) as Procedure, resource)).toEqual(facts);
});
