import { expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import { effectFindings } from './check-effects.ts';
import { CLASSIFIED } from './forms/classified.ts';
import { allProcedures } from './index.ts';
import { statutory } from './limits.ts';
import { cite } from './regulations.ts';
import type { Effect, Outcome, Procedure } from './schema.ts';
import { OF_THEIR_CASE, THINGS } from './things.ts';

const basis = cite('LZ-P', '第一百三十六条');
const within = statutory(1, 'working-day', basis);
const SEAL: Effect = { register: 'seals', op: 'open', key: { thing: 'seal', field: 'sealNo' } };
const sealNo = { title: '印章编号', type: 'text' } as const;

/** A seal is made, or taken as it is, and handed out; what is told of it is `effects`, when it is `told`. */
const sealing = (
  effects: Effect[],
  {
    form = {},
    made = {},
    told = {},
    ...more
  }: { form?: Procedure['form']; made?: Partial<Outcome>; told?: Partial<Outcome> } & Partial<Procedure> = {},
): Procedure => ({
  ...{ id: 'lz-sealing', family: 'seal', jurisdiction: 'lz', title: '制章', basis },
  ...{ edition: { id: '2021-1', validFrom: '2021-09-14' }, submitters: ['requester'] },
  form: { need: { title: '需求', type: 'text' }, ...CLASSIFIED, ...form },
  start: ['make'],
  stages: {
    make: {
      ...{ title: '制作', basis, by: 'platform-manager', within },
      outcomes: {
        made: { title: '已制作', opens: ['hand-out'], ...made },
        refuse: { title: '不予制作', demands: ['reasons'], ends: 'refused' },
      },
    },
    'hand-out': {
      ...{ title: '配发', basis, by: 'seal-keeper', within },
      outcomes: { done: { title: '已配发', ends: 'done', effects, ...told } },
    },
  },
  endings: { done: '已制发', refused: '不予制作', withdrawn: '已撤回' },
  ...more,
});
const asks: Partial<Outcome> = { demands: ['fields'], fields: { sealNo } };
const asksOrNot: Partial<Outcome> = { fields: { sealNo: { ...sealNo, required: false } } };
const CLOSE: Effect = { ...SEAL, op: 'close' };

it.each<[string, Procedure]>([
  ['the form', sealing([SEAL], { form: { sealNo } })],
  ['the decision itself', sealing([SEAL], { told: asks })],
  ['a decision that every way leads through', sealing([SEAL], { made: asks })],
  [
    'a part of the form',
    sealing([{ ...SEAL, key: { thing: 'seal', field: 'seal.no' } }], {
      form: { seal: { title: '印章', type: 'object', fields: { no: sealNo } } },
    }),
  ],
  [
    'whoever has put what is taken back',
    sealing([SEAL], { made: asks, onEnding: { withdrawn: [{ ...CLOSE, own: true }] } }),
  ],
])('a line is found that is named by %s', (_says, procedure) => {
  expect(findingsOf(procedure)).toEqual([]);
});

it.each<[string, Procedure, string]>([
  ['nothing', sealing([SEAL]), 'no field sealNo'],
  [
    'nothing, and nobody says so',
    sealing([{ register: 'seals', op: 'open' }]),
    'nothing says of which thing',
  ],
  ['what may be left out', sealing([SEAL], { told: asksOrNot }), 'may come without sealNo'],
  [
    'a decision that one way leaves out',
    sealing([SEAL], { made: asks, start: ['make', 'hand-out'] }),
    'may come without',
  ],
  [
    'a decision, where the case may end before it',
    sealing([SEAL], { made: asks, onEnding: { withdrawn: [CLOSE] } }),
    'lz-sealing.withdrawn: may come without',
  ],
  ['a number', sealing([SEAL], { form: { sealNo: { title: '数量', type: 'number' } } }), 'sealNo is no name'],
  [
    'a thing of another register',
    sealing([{ ...SEAL, register: 'licences' }], { form: { sealNo } }),
    'a seal is not in licences',
  ],
  [
    'a thing, where it is of its case',
    sealing([{ ...SEAL, register: 'filings' }], { form: { sealNo } }),
    'named by their cases',
  ],
])('no line is found that is named by %s', (_says, procedure, finding) => {
  expect(effectFindings(procedure)).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
});

it('every kind of thing is touched by some procedure, and belongs to a register of things', () => {
  const touched = allProcedures().flatMap(({ stages, onEnding = {} }) =>
    [
      ...Object.values(stages).flatMap(({ outcomes }) =>
        Object.values(outcomes).flatMap(({ effects = [] }) => effects),
      ),
      ...Object.values(onEnding).flat(),
    ].flatMap(({ key }) => (typeof key === 'object' ? [key.thing] : [])),
  );
  expect(Object.keys(THINGS).filter((thing) => !touched.some((other) => other === thing))).toEqual([]);
  for (const { register } of Object.values(THINGS)) expect(OF_THEIR_CASE).not.toContain(register);
});
