import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Story,
} from '../support/story.ts';
import { TO_COMPETENT, TO_HEAD } from './shapes.ts';

const disputed: Story[] = [
  {
    procedure: 'lz-share-conditional',
    name: 'the case waits for a dispute, and its statutory limit runs on meanwhile',
    kind: 'peculiar',
    steps: [
      decide('review', 'pass'),
      { act: 'dispute', by: 'data-provider' },
      expectThat({ open: ['authorise'], clocks: { authorise: 'running' }, events: ['ChildOpened'] }),
      cannot('authorise', 'approve', 'dispute_pending'),
      { act: 'dispute', by: 'requester', refusedWith: 'dispute_pending' },
      endOf('authorise'),
      expectThat({ status: 'open', clocks: { authorise: 'missed' } }),
    ],
  },
  {
    procedure: 'lz-share-conditional',
    name: 'the result itself may be disputed after the end',
    kind: 'peculiar',
    steps: [
      decide('review', 'pass'),
      decide('authorise', 'refuse'),
      closedAs('refused'),
      { act: 'dispute', by: 'requester' },
      expectThat({ status: 'closed', events: ['ChildOpened'] }),
    ],
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'a dispute is raised by whoever has the case in hand, by the requester only over something decided, by no other',
    kind: 'peculiar',
    steps: [
      { act: 'dispute', by: 'platform-operator', refusedWith: 'role_not_allowed' },
      { act: 'dispute', by: 'requester', refusedWith: 'nothing_to_dispute' },
      { act: 'dispute', by: 'platform-manager' },
      cannot('review', 'pass', 'dispute_pending'),
      expectThat({ open: ['review'], clocks: { review: 'running' } }),
    ],
  },
];

const dispute: Story[] = [
  {
    procedure: 'lz-dispute',
    name: 'the parties agree in the last second',
    kind: 'in-time',
    steps: [
      lastSecondOf('negotiate'),
      decide('negotiate', 'agreed'),
      expectThat({ clocks: { negotiate: 'met' } }),
      closedAs('agreed'),
    ],
  },
  {
    procedure: 'lz-dispute',
    name: 'without agreement it goes to the leading group, which settles it',
    kind: 'peculiar',
    steps: [
      cannot('negotiate', 'settled', 'outcome_not_allowed'),
      decide('negotiate', 'not-agreed'),
      expectThat({ open: ['settle'] }),
      lastSecondOf('settle'),
      decide('settle', 'settled'),
      expectThat({ clocks: { settle: 'met' } }),
      closedAs('settled'),
    ],
  },
  {
    procedure: 'lz-dispute',
    name: 'both limits missed: silence settles nothing',
    kind: 'missed',
    steps: [
      ...missedThenDecided('negotiate', 'negotiate', 'not-agreed', TO_HEAD),
      ...missedThenDecided('settle', 'settle', 'settled', TO_COMPETENT),
      closedAs('settled'),
    ],
  },
  {
    procedure: 'lz-dispute',
    name: 'withdrawn by the party that raised it',
    kind: 'withdrawn',
    steps: [decide('negotiate', 'not-agreed'), { act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const conflict: Story[] = [
  {
    procedure: 'lz-collection-conflict',
    name: 'verified in the last second',
    kind: 'in-time',
    steps: [
      lastSecondOf('coordinate'),
      decide('coordinate', 'verified'),
      lastSecondOf('modify'),
      decide('modify', 'modified'),
      expectThat({ clocks: { coordinate: 'met', modify: 'met' } }),
      closedAs('verified'),
    ],
  },
  {
    procedure: 'lz-collection-conflict',
    name: 'no conflict found, with reasons',
    kind: 'refused',
    steps: [decide('coordinate', 'no-conflict'), closedAs('no-conflict')],
  },
  {
    procedure: 'lz-collection-conflict',
    name: 'a missed limit is escalated and waits',
    kind: 'missed',
    steps: [
      ...missedThenDecided('coordinate', 'coordinate', 'verified', TO_HEAD),
      ...missedThenDecided('modify', 'modify', 'modified', TO_HEAD),
      closedAs('verified'),
    ],
  },
  {
    procedure: 'lz-collection-conflict',
    name: 'withdrawn when the departments have agreed by themselves',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

/** LZ-D 第十八条、第三十条第三款. */
export const lanzhouDataDisputeStories: Story[] = [...disputed, ...dispute, ...conflict];
