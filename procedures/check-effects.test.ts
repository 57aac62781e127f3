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

const MUST: Effect = { ...CLOSE, must: 'exist' };
const existedBefore = { title: '系统建立前已有', type: 'flag', required: false } as const;
it.each<[string, Procedure, string | null]>([
  [
    'is closed whether it is there or not',
    sealing([CLOSE], { form: { sealNo } }),
    'may close a seal that is not there',
  ],
  [
    'must be there, with no word for what was before',
    sealing([MUST], { form: { sealNo } }),
    'without existedBefore',
  ],
  ['must be there', sealing([MUST], { form: { sealNo, existedBefore } }), null],
  [
    'is named by the decision, and the word stands elsewhere',
    sealing([MUST], { form: { existedBefore }, told: asks }),
    'without',
  ],
  [
    'is used whether it is there or not',
    sealing([{ ...SEAL, op: 'use' }], { form: { sealNo } }),
    'may use a seal that is not there',
  ],
  [
    'must be there, with a word of its own for what was before',
    sealing([{ ...MUST, before: 'sealExistedBefore' }], {
      form: { sealNo, sealExistedBefore: existedBefore },
    }),
    null,
  ],
  [
    'must be there, with another word than the one it names',
    sealing([{ ...MUST, before: 'sealExistedBefore' }], { form: { sealNo, existedBefore } }),
    'stands without sealExistedBefore',
  ],
  ['must not be there yet', sealing([{ ...SEAL, must: ['absent', 'closed'] }], { form: { sealNo } }), null],
  [
    'the case has opened itself',
    sealing([{ ...MUST, before: null }], {
      form: { sealNo },
      made: { effects: [SEAL] },
    }),
    null,
  ],
  [
    'the case is said to have opened, and has not',
    sealing([{ ...MUST, before: null }], { form: { sealNo } }),
    'the case has opened no seal by sealNo',
  ],
  [
    'is told of by what is no mark',
    sealing([{ ...MUST, tells: true }], { form: { sealNo, existedBefore } }),
    'only a mark tells',
  ],
  [
    'is what an incident is about',
    sealing([{ ...SEAL, op: 'suspend' }], { form: { sealNo }, family: 'incident' }),
    null,
  ],
])('a thing that %s', (_says, procedure, finding) => {
  expect(effectFindings(procedure)).toEqual(finding === null ? [] : [expect.stringContaining(finding)]);
});

const ENTRY: Effect = { register: 'resources', op: 'open', key: { thing: 'resource', field: 'entry' } };
const entry = { title: '目录编号', type: 'text' } as const;
const sharing = { title: '共享', type: 'choice', options: { open: '开放', restricted: '受限' } } as const;
const as = { open: 'open', restricted: 'conditional' } as const;
it.each<[string, Effect, string | null]>([
  [
    'in the words of the catalogue',
    { ...ENTRY, entry: { shareType: { field: 'sharing', as }, title: 'need' } },
    null,
  ],
  ['as the article says', { ...ENTRY, entry: { shareType: { is: 'conditional' } } }, null],
  ['in other words', { ...ENTRY, entry: { shareType: 'sharing' } }, 'does not tell a share class'],
  ['as no article can say', { ...ENTRY, entry: { shareType: { is: 'secret' } } }, 'no share class'],
  ['by a field that nobody fills in', { ...ENTRY, entry: { title: 'name' } }, 'no field name'],
  [
    'of something else',
    { ...SEAL, key: { thing: 'seal', field: 'entry' }, entry: { title: 'need' } },
    'tells of no entry',
  ],
])('an entry of the catalogue is told %s', (_says, effect, finding) => {
  const found = effectFindings(sealing([effect], { form: { entry, sharing } }));
  expect(found).toEqual(finding === null ? [] : [expect.stringContaining(finding)]);
});

const PROJECT = { register: 'projects', key: { thing: 'project', field: 'name' } } as const;
const name = { title: '项目名称', type: 'text' } as const;
it.each<[string, Effect, string[]]>([
  ['a project that is begun says how far it has come', { ...PROJECT, op: 'open' }, ['does not say how far']],
  ['so does one that ends', { ...PROJECT, op: 'close', own: true }, ['does not say how far']],
  ['a change may tell of something else', { ...PROJECT, op: 'change' }, []],
  ['a seal comes no further', { ...SEAL, reached: 'accepted' }, ['is said of no project']],
])('%s', (_guarantee, effect, wanted) => {
  const found = effectFindings(sealing([effect], { form: { sealNo, name } }));
  expect(found).toHaveLength(wanted.length);
  for (const [index, words] of wanted.entries()) expect(found[index]).toContain(words);
});
