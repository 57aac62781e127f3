import { describe, expect, it } from 'vitest';
import { allProcedures, procedureById } from './index.ts';
import { IN_FORCE, mustsAtIntake, mustsFor, statesOf } from './musts.ts';
import type { Fact, Procedure, ThingState } from './schema.ts';
import { STATE_WORDS, stateWord, THINGS, type ThingId } from './things.ts';

const of = (id: string): Procedure => procedureById(id) as Procedure;
const outcomeOf = (id: string, stage: string, outcome: string) => of(id).stages[stage]!.outcomes[outcome]!;
const shortly = (effects: ReturnType<typeof mustsFor>) =>
  effects.map(({ op, key, must }) => `${op} ${key.thing} ${statesOf(must).join('/')}`);

type Row = [
  says: string,
  id: string,
  stage: string,
  outcome: string,
  facts: Record<string, Fact>,
  musts: string[],
];
const rows: Row[] = [
  [
    'LZ-P 第五十六条 a number that nobody has signed off',
    ...(['lz-document', 'sign', 'sign', { approval: 'first' }] as const),
    ['open document absent/closed'],
  ],
  [
    'LZ-P 第一百四十一条 a document that stands, and is not being approved anew',
    ...(['lz-document', 'sign', 'sign', { approval: 'again' }] as const),
    ['open document open/marked'],
  ],
  [
    'LZ-P 第一百四十条 sealed only once, with a seal in force',
    ...(['lz-document', 'seal', 'sealed', {}] as const),
    ['use seal open/marked', 'mark document open'],
  ],
  [
    'LZ-P 第一百四十条 the same on an application',
    ...(['lz-seal-use', 'stamp', 'sealed', {}] as const),
    ['use seal open/marked', 'mark document open'],
  ],
  [
    'LZ-P 第一百三十七条 kept by another only when nobody else keeps it for its keeper',
    ...(['lz-seal-custody', 'hand-over', 'done', {}] as const),
    ['mark seal open'],
  ],
  [
    'LZ-P 第一百三十六条 made under a number of its own',
    ...(['lz-seal-make', 'hand-out', 'received', {}] as const),
    ['open seal absent/closed'],
  ],
  [
    'LZ-P 第一百四十九条 released only when lost or seized',
    ...(['lz-licence-lifecycle', 'sync', 'released', {}] as const),
    ['resume licence suspended'],
  ],
  [
    'DQ 第十三条 released only when lost or seized',
    ...(['dq-licence-sync', 'sync', 'released', {}] as const),
    ['resume licence suspended'],
  ],
  [
    'AH 第二十条 a system that is cut off does not come back by a new application',
    ...(['ah-system-access', 'connect', 'done', { ground: 'first' }] as const),
    ['open platform-system absent/closed/open/marked'],
  ],
  [
    'LZ-P 第一百零二条 an account reported lost is not given out anew',
    ...(['lz-account-platform', 'assign', 'assigned', {}] as const),
    ['open platform-account absent/closed/open/marked'],
  ],
  [
    'LZ-P 第八十九条 who leaves takes no account along: it is changed, and must be there',
    ...(['lz-account-platform', 'revoke', 'revoked', {}] as const),
    ['change platform-account open/marked/suspended'],
  ],
  [
    'LZ-P 第五十二条 more rights are a change of an account that stands',
    ...(['lz-account-oa', 'register', 'extended', {}] as const),
    ['change office-account open/marked/suspended'],
  ],
  [
    'LZ-P 第一百一十五条 the same',
    ...(['lz-account-service', 'register', 'extended', {}] as const),
    ['change service-account open/marked/suspended'],
  ],
  [
    'LZ-P 第一百一十五条 a new user does not bring back an account that is suspended',
    ...(['lz-account-service', 'register', 'registered', {}] as const),
    ['open service-account absent/closed/open/marked'],
  ],
];
describe('how a thing must stand for what is done with it', () => {
  it.each(rows)('%s', (_says, id, stage, outcome, facts, musts) => {
    expect(shortly(mustsFor(of(id), outcomeOf(id, stage, outcome), facts))).toEqual(musts);
  });
});

describe('what is asked when a case is filed', () => {
  it('all that its form can lead to, but not what the case itself has first to open', () => {
    const first = mustsAtIntake(of('lz-document'), { documentKind: 'issue', approval: 'first' });
    expect(shortly(first)).toEqual(['open document absent/closed', 'use seal open/marked']);
    expect(shortly(mustsAtIntake(of('lz-seal-use'), {}))).toEqual([
      'use seal open/marked',
      'mark document open',
    ]);
  });

  it('not what its facts rule out', () => {
    const matters = (matter: string) => shortly(mustsAtIntake(of('lz-licence-lifecycle'), { matter }));
    expect(matters('issue')).toEqual([]);
    expect(matters('release')).toEqual(['resume licence suspended']);
  });
});

it('whatever a thing can stand as has a word, its own where its kind has one', () => {
  const states = Object.keys(STATE_WORDS) as ThingState[];
  for (const thing of Object.keys(THINGS) as ThingId[])
    expect(states.map((state) => stateWord(thing, state)).filter((word) => word === '')).toEqual([]);
  expect(stateWord('document', 'marked')).toBe('已盖章');
  expect(stateWord('device', 'marked')).toBe(STATE_WORDS.marked);
});

it('what is used stands in its register and is in force', () => {
  const uses = allProcedures().flatMap((procedure) =>
    Object.values(procedure.stages)
      .flatMap(({ outcomes }) => Object.values(outcomes))
      .flatMap((outcome) => mustsFor(procedure, outcome, {}))
      .filter(({ op }) => op === 'use'),
  );
  expect(uses.length).toBeGreaterThan(0);
  for (const { must } of uses) expect(must).toEqual(IN_FORCE);
});
