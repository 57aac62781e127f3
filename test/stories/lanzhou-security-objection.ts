import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  rung,
  type Story,
} from '../support/story.ts';
import { belated, swift, timely, UP } from '../support/story-words.ts';

/** LZ-P 第一百五十八条, DQ-L 第二十二条: the same course, other numbers. */
const objection = (procedure: string): Story[] => [
  {
    procedure,
    name: 'marked, verified and told in the last second',
    kind: 'in-time',
    steps: [
      lastSecondOf('mark'),
      decide('mark', 'marked'),
      decide('verify', 'corrected'),
      lastSecondOf('verify'),
      decide('reply', 'told'),
      expectThat({ clocks: { mark: 'met', verify: 'met' } }),
      closedAs('corrected'),
    ],
  },
  {
    procedure,
    name: 'the objection does not hold: upheld with reasons, and told',
    kind: 'refused',
    steps: [...swift(['mark', 'marked'], ['verify', 'upheld'], ['reply', 'told']), closedAs('upheld')],
  },
  {
    procedure,
    name: 'marked and verified late: both ladders climb',
    kind: 'missed',
    steps: [
      ...missedThenDecided('mark', 'mark', 'marked', UP),
      endOf('verify'),
      rung(3, 'verify'),
      expectThat({ clocks: { verify: 'missed' }, escalated: { of: 'verify', to: UP } }),
      ...swift(['verify', 'corrected'], ['reply', 'told']),
      expectThat({ clocks: { verify: 'missed' } }),
      closedAs('corrected'),
    ],
  },
  {
    procedure,
    name: 'verified in time but told late is late',
    kind: 'missed',
    steps: [
      ...swift(['mark', 'marked'], ['verify', 'upheld']),
      endOf('verify'),
      decide('reply', 'told'),
      expectThat({ clocks: { mark: 'met', verify: 'missed' } }),
      closedAs('upheld'),
    ],
  },
  {
    procedure,
    name: 'withdrawn by the hotline that filed it',
    kind: 'withdrawn',
    steps: [decide('mark', 'marked'), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
  {
    procedure,
    name: 'is not verified before it is marked',
    kind: 'peculiar',
    steps: [
      cannot('verify', 'corrected', 'gate_closed'),
      ...swift(['mark', 'marked'], ['verify', 'corrected'], ['reply', 'told']),
      closedAs('corrected'),
    ],
  },
];

/** LZ-D 第二十九条、第三十条. */
const sharing: Story[] = [
  {
    procedure: 'lz-share-unconditional',
    name: 'reviewed and exchanged in the last second of two working days each',
    kind: 'in-time',
    steps: timely(
      [
        ['review', 'pass'],
        ['exchange', 'done'],
      ],
      'granted',
    ),
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'refused with reasons',
    kind: 'refused',
    steps: [decide('review', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'reviewed and exchanged late: both ladders climb',
    kind: 'missed',
    steps: belated(
      [
        ['review', 'pass'],
        ['exchange', 'done'],
      ],
      'granted',
    ),
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'withdrawn by the requester',
    kind: 'withdrawn',
    steps: [decide('review', 'pass'), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
  {
    procedure: 'lz-share-open',
    name: 'granted with its submission, and recorded',
    kind: 'in-time',
    steps: [expectThat({ open: [], events: ['Submitted', 'CaseClosed'] }), closedAs('granted')],
  },
  {
    procedure: 'lz-share-open',
    name: 'what has been granted cannot be withdrawn',
    kind: 'peculiar',
    steps: [{ act: 'withdraw', refusedWith: 'case_closed' }, closedAs('granted')],
  },
];

/** Objections to e-licences, and the two shorter ways of sharing. */
export const lanzhouObjectionStories: Story[] = [
  ...objection('lz-licence-objection'),
  ...objection('dq-licence-objection'),
  ...sharing,
];
