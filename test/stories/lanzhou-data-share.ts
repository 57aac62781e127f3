import {
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Story,
} from '../support/story.ts';
import { TO_HEAD, TO_PROVIDER } from './shapes.ts';

const unconditional: Story[] = [
  {
    procedure: 'lz-share-unconditional',
    name: 'granted when each limit is used to its last second',
    kind: 'in-time',
    steps: [
      lastSecondOf('review'),
      decide('review', 'pass'),
      lastSecondOf('exchange'),
      decide('exchange', 'done'),
      expectThat({ clocks: { review: 'met', exchange: 'met' }, registers: ['data-grants open'] }),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'the platform manager refuses with reasons',
    kind: 'refused',
    steps: [decide('review', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'both limits missed: nothing is granted by silence',
    kind: 'missed',
    steps: [
      ...missedThenDecided('review', 'review', 'pass', TO_HEAD),
      ...missedThenDecided('exchange', 'exchange', 'done', TO_HEAD),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-unconditional',
    name: 'withdrawn before the exchange',
    kind: 'withdrawn',
    steps: [decide('review', 'pass'), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
];

const unpublished: Story[] = [
  {
    procedure: 'lz-resource-unpublished',
    name: 'approved, connected, published, and the provider has the review right',
    kind: 'in-time',
    steps: [
      lastSecondOf('review'),
      decide('review', 'approve'),
      lastSecondOf('publish'),
      decide('publish', 'published'),
      expectThat({ registers: ['resources open'] }),
      lastSecondOf('assign'),
      decide('assign', 'assigned'),
      expectThat({ clocks: { review: 'met', publish: 'met', assign: 'met' } }),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-resource-unpublished',
    name: 'refused with reasons',
    kind: 'refused',
    steps: [decide('review', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-resource-unpublished',
    name: 'every stage missed climbs its ladder',
    kind: 'missed',
    steps: [
      ...missedThenDecided('review', 'review', 'approve', TO_HEAD),
      ...missedThenDecided('publish', 'publish', 'published', TO_HEAD),
      ...missedThenDecided('assign', 'assign', 'assigned', TO_HEAD),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-resource-unpublished',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const upward: Story[] = [
  {
    procedure: 'lz-share-upward',
    name: 'forwarded, and granted from above',
    kind: 'in-time',
    steps: [
      lastSecondOf('forward'),
      decide('forward', 'forwarded'),
      lastSecondOf('answer'),
      decide('answer', 'granted'),
      expectThat({ clocks: { forward: 'met', answer: 'met' }, registers: ['data-grants open'] }),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-upward',
    name: 'refused by the manager',
    kind: 'refused',
    steps: [decide('forward', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-share-upward',
    name: 'forwarded, and refused from above',
    kind: 'refused',
    steps: [decide('forward', 'forwarded'), decide('answer', 'refused'), closedAs('refused-above')],
  },
  {
    procedure: 'lz-share-upward',
    name: 'both limits missed',
    kind: 'missed',
    steps: [
      ...missedThenDecided('forward', 'forward', 'forwarded', TO_HEAD),
      ...missedThenDecided('answer', 'answer', 'granted', TO_HEAD),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-upward',
    name: 'withdrawn before the answer',
    kind: 'withdrawn',
    steps: [decide('forward', 'forwarded'), { act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const notShareable: Story[] = [
  {
    procedure: 'lz-not-shareable',
    name: 'not shareable on a legal basis, and the applicant is told',
    kind: 'refused',
    steps: [
      lastSecondOf('justify'),
      decide('justify', 'not-shareable'),
      lastSecondOf('tell'),
      decide('tell', 'told'),
      expectThat({ clocks: { justify: 'met', tell: 'met' } }),
      closedAs('not-shareable'),
    ],
  },
  {
    procedure: 'lz-not-shareable',
    name: 'shareable after all',
    kind: 'in-time',
    steps: [decide('justify', 'shareable'), closedAs('shareable')],
  },
  {
    procedure: 'lz-not-shareable',
    name: 'both limits missed: silence is no legal basis',
    kind: 'missed',
    steps: [
      ...missedThenDecided('justify', 'justify', 'not-shareable', TO_PROVIDER),
      ...missedThenDecided('tell', 'tell', 'told', TO_PROVIDER),
      closedAs('not-shareable'),
    ],
  },
  {
    procedure: 'lz-not-shareable',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

/** LZ-D 第三十条; LZ-P 第七十三条、第七十七条、第一百二十二条. */
export const lanzhouDataShareStories: Story[] = [
  ...unconditional,
  ...unpublished,
  ...upward,
  ...notShareable,
];
