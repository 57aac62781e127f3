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
import { accessStories, permitStories, TO_HEAD, TO_PROVIDER } from './shapes.ts';

const CHANGED = ['connections change'];

const elte: Story[] = [
  {
    procedure: 'lz-elte-access',
    name: 'both must agree before it is carried out',
    kind: 'in-time',
    steps: [
      lastSecondOf('review'),
      decide('review', 'approve'),
      expectThat({ open: ['review'] }),
      decide('review', 'approve'),
      expectThat({ open: ['carry-out'], clocks: { review: 'met' } }),
      lastSecondOf('carry-out'),
      decide('carry-out', 'done'),
      expectThat({ clocks: { 'carry-out': 'met' }, registers: CHANGED }),
      closedAs('done'),
    ],
  },
  {
    procedure: 'lz-elte-access',
    name: 'one refusal is enough',
    kind: 'refused',
    steps: [decide('review', 'approve'), decide('review', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-elte-access',
    name: 'what one of the two leaves undone is escalated; the agreement of the other is not taken for both',
    kind: 'missed',
    steps: [
      decide('review', 'approve'),
      endOf('review'),
      expectThat({ status: 'open', open: ['review'], clocks: { review: 'missed' } }),
      rung(3, 'review'),
      expectThat({ escalated: { of: 'review', to: TO_HEAD } }),
      decide('review', 'approve'),
      ...missedThenDecided('carry-out', 'carry-out', 'done', TO_HEAD),
      closedAs('done'),
    ],
  },
  {
    procedure: 'lz-elte-access',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const exit: Story[] = [
  {
    procedure: 'lz-extranet-exit',
    name: 'deficient boundary protection is sent back and the limit begins anew',
    kind: 'peculiar',
    steps: [
      decide('review', 'approve'),
      cannot('protect', 'connected', 'outcome_not_allowed'),
      decide('protect', 'protected'),
      { act: 'return', task: 'connect', body: { to: 'protect' } },
      expectThat({ open: ['protect'], clocks: { protect: 'running' } }),
      lastSecondOf('protect'),
      decide('protect', 'protected'),
      decide('connect', 'connected'),
      closedAs('connected'),
    ],
  },
];

const complaint: Story[] = [
  {
    procedure: 'lz-radio-complaint',
    name: 'settled, and the complainant told, within one limit for both',
    kind: 'in-time',
    steps: [
      decide('handle', 'settled'),
      lastSecondOf('handle'),
      decide('tell', 'told'),
      expectThat({ clocks: { handle: 'met' } }),
      closedAs('settled'),
    ],
  },
  {
    procedure: 'lz-radio-complaint',
    name: 'no interference found, with reasons; the complainant is told all the same',
    kind: 'refused',
    steps: [decide('handle', 'unfounded'), decide('tell', 'told'), closedAs('unfounded')],
  },
  {
    procedure: 'lz-radio-complaint',
    name: 'settled in time but told too late is late',
    kind: 'missed',
    steps: [
      decide('handle', 'settled'),
      ...missedThenDecided('handle', 'tell', 'told', TO_HEAD),
      closedAs('settled'),
    ],
  },
  {
    procedure: 'lz-radio-complaint',
    name: 'withdrawn by the complainant',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

/** LZ-P: 接入与先批后办的事项. */
export const lanzhouDataAccessStories: Story[] = [
  ...accessStories(
    'lz-extranet-access',
    [
      ['review', 'approve'],
      ['connect', 'connected'],
      ['archive', 'archived'],
    ],
    'connected',
    ['connections open'],
  ),
  ...accessStories(
    'lz-extranet-exit',
    [
      ['review', 'approve'],
      ['protect', 'protected'],
      ['connect', 'connected'],
    ],
    'connected',
    ['connections open'],
  ),
  ...exit,
  ...accessStories(
    'lz-platform-access',
    [
      ['review', 'approve'],
      ['authorise', 'set'],
      ['guide', 'connected'],
    ],
    'connected',
    ['accounts open', 'connections open'],
  ),
  ...elte,
  ...permitStories('lz-extranet-change', CHANGED),
  {
    procedure: 'lz-extranet-change',
    name: 'a change that moves no address settles none',
    kind: 'peculiar',
    form: { what: 'vpn', movesAddress: false },
    steps: [decide('decide', 'approve'), expectThat({ registers: CHANGED }), closedAs('approved')],
  },
  ...permitStories('lz-radio-change', []),
  ...permitStories('lz-publisher-permit', ['data-grants open'], TO_PROVIDER),
  ...permitStories('lz-device-parameter', CHANGED),
  ...permitStories('lz-ip-change', CHANGED),
  ...permitStories('lz-line-change', CHANGED),
  ...complaint,
];
