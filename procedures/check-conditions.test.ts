import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import type { Condition } from './conditions.ts';
import type { Fields } from './fields.ts';
import { type Procedure, procedureById } from './index.ts';
import type { Outcome, Stage } from './schema.ts';

const base = procedureById('lz-share-conditional') as Procedure;
const review = base.stages.review as Stage;
const authorise = base.stages.authorise as Stage;
const pass = review.outcomes.pass as Outcome;

const WHY: Fields = {
  why: { title: '事由', type: 'choice', options: { lost: '遗失', changed: '变更' }, steers: 'why' },
};
const lost: Condition = { fact: 'why', in: ['lost'] };
const note = (when: Condition): Fields => ({ note: { title: '声明', type: 'text', when } });
const flag = (name: string, when?: Condition): Fields => ({
  [name]: { title: name, type: 'flag', steers: name, ...(when === undefined ? {} : { when }) },
});
const isSet = (fact: string): Condition => ({ fact, in: [true] });

const withForm = (form: Fields, from: Procedure = base): Procedure => ({
  ...from,
  form: { ...base.form, ...form },
});
const withReview = (change: Partial<Stage>): Procedure => ({
  ...base,
  stages: { ...base.stages, review: { ...review, ...change } },
});
const withPass = (change: Partial<Outcome>, stage: Partial<Stage> = {}): Procedure =>
  withReview({ ...stage, outcomes: { ...review.outcomes, pass: { ...pass, ...change } } });

const planted: [finding: string, procedure: Procedure][] = [
  ['form.note: nothing before it sets why', withForm(note(lost))],
  ['form.note: nothing before it sets why', withForm({ ...note(lost), ...WHY })],
  [
    'form.why: nothing before it sets why',
    withForm({ why: { ...WHY.why, when: lost } as Fields['why'] & {} }),
  ],
  ['form.a: nothing before it sets b', withForm({ ...flag('a', isSet('b')), ...flag('b', isSet('a')) })],
  [
    'form.note: several fields set why',
    withForm({ ...WHY, again: WHY.why as NonNullable<typeof WHY.why>, ...note(lost) }),
  ],
  ['form.note: why is never stolen', withForm({ ...WHY, ...note({ fact: 'why', in: ['lost', 'stolen'] }) })],
  ['form.note: what is asked and offered depends on facts', withForm(note({ settled: 'review' }))],
  [
    'form.note: what at can be is no closed choice',
    withForm({
      at: { title: '时间', type: 'past-instant', steers: 'at' },
      ...note({ not: { fact: 'at', in: [0] } }),
    }),
  ],
  [
    'form.box.note: nothing before it sets why',
    withForm({ box: { title: '内', type: 'object', fields: note(lost) } }),
  ],
  [
    'review:pass.note: nothing before it sets why',
    withPass({ demands: ['fields'], fields: { ...note(lost), ...WHY } }),
  ],
  ['review:pass: nothing before it sets weather', withPass({ when: isSet('weather') })],
  [
    'review:pass: nothing before it sets later',
    {
      ...base,
      stages: {
        ...withPass({ when: isSet('later') }).stages,
        authorise: {
          ...authorise,
          outcomes: {
            ...authorise.outcomes,
            approve: { ...authorise.outcomes.approve, sets: { later: true } },
          },
        } as Stage,
      },
    },
  ],
  ['review:pass: nothing before it sets own', withPass({ when: isSet('own'), sets: { own: true } })],
  [
    'review:pass: nothing before it sets own',
    withPass({ when: isSet('own'), sets: { own: true } }, { repeats: true }),
  ],
  [
    'review:pass: nothing before it sets why',
    {
      ...withForm(WHY, withPass({ when: lost })),
      recurrence: { every: 'year', holders: 'requester', kind: 'statutory', basis: base.basis },
    },
  ],
  [
    'review: no outcome is offered when {"why":"changed"}',
    withForm(WHY, withReview({ outcomes: { pass: { ...pass, when: lost } } })),
  ],
  [
    'review: no outcome is offered when {}',
    withForm(
      { why: { ...WHY.why, required: false } as Fields['why'] & {} },
      withReview({
        outcomes: {
          pass: { ...pass, when: lost },
          refuse: { ...pass, when: { fact: 'why', in: ['changed'] } },
        },
      }),
    ),
  ],
  [
    'review:pass: settles the stage by itself or by agreement',
    withForm(WHY, withPass({ when: lost }, { by: ['platform-manager', 'data-provider'], agreement: 'all' })),
  ],
  [
    'review:pass: settles the stage by itself or by agreement',
    withForm(WHY, withPass({ when: lost }, { deemed: { outcome: 'pass', basis: base.basis } })),
  ],
];

const LINE = { register: 'filings', op: 'open' } as const;
const dependent: typeof planted = [
  ['review:pass: nothing before it sets why', withPass({ effects: [{ ...LINE, when: lost }] })],
  ['.withdrawn: nothing before it sets why', { ...base, onEnding: { withdrawn: [{ ...LINE, when: lost }] } }],
  [
    'review:pass: why is never gone',
    withForm(WHY, withPass({ effects: [{ ...LINE, when: { fact: 'why', in: ['gone'] } }] })),
  ],
];

const sound: [name: string, procedure: Procedure][] = [
  ['a field after the choice it depends on', withForm({ ...WHY, ...note(lost) })],
  ['an outcome beside one that is always offered', withForm(WHY, withPass({ when: lost }))],
  [
    'outcomes that leave nothing out',
    withForm(
      WHY,
      withReview({ outcomes: { pass: { ...pass, when: lost }, other: { ...pass, when: { not: lost } } } }),
    ),
  ],
  [
    'outcomes that leave nothing out of what can be filed together',
    withForm(
      { ...WHY, ...flag('found', lost) },
      withReview({
        outcomes: {
          changed: { ...pass, when: { fact: 'why', in: ['changed'] } },
          found: { ...pass, when: isSet('found') },
          gone: { ...pass, when: { fact: 'found', in: [false] } },
        },
      }),
    ),
  ],
  [
    'an outcome that is offered once where the stage comes back',
    withPass({ when: { not: isSet('own') }, sets: { own: true } }, { repeats: true }),
  ],
  [
    'an effect that depends on the form, or on what its decision sets',
    withForm(
      WHY,
      withPass({
        sets: { own: true },
        effects: [
          { ...LINE, when: lost },
          { ...LINE, when: isSet('own') },
        ],
      }),
    ),
  ],
  [
    'a field of a decision that asks about the form',
    withForm(WHY, withPass({ demands: ['fields'], fields: note(lost) })),
  ],
];

describe('conditions of fields and outcomes', () => {
  it.each([...planted, ...dependent])('%s', (finding, procedure) => {
    expect(findingsOf(procedure).join('\n')).toContain(finding);
  });
  it.each(sound)('nothing is wrong with %s', (_name, procedure) => {
    expect(findingsOf(procedure)).toEqual([]);
  });
});
