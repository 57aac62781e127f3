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
import { swift, UP } from '../support/story-words.ts';

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
      expectThat({ registers: ['licences mark', 'licences change', 'licences unmark'] }),
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
    steps: [
      decide('mark', 'marked'),
      { act: 'withdraw' },
      closedAs('withdrawn'),
      expectThat({ open: [], registers: ['licences mark', 'licences unmark'] }),
    ],
  },
  {
    procedure,
    name: 'withdrawn before the licence was marked: no mark is taken back',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ registers: [] })],
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

/** Objections to e-licences. */
export const lanzhouObjectionStories: Story[] = [
  ...objection('lz-licence-objection'),
  ...objection('dq-licence-objection'),
  {
    procedure: 'dq-licence-objection',
    name: 'who uses licences may object as well, and need not know the number of the holder',
    kind: 'peculiar',
    form: { objectorKind: 'user' },
    steps: [...swift(['mark', 'marked'], ['verify', 'corrected'], ['reply', 'told']), closedAs('corrected')],
  },
];
