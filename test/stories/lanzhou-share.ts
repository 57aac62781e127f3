import {
  cannot,
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Story,
} from '../support/story.ts';

const TO = ['unit-head', 'competent-department', 'leading-group'] as const;
const TO_PROVIDER = ['data-provider-lead', 'competent-department', 'leading-group'] as const;

/** LZ-D 第二十九条、第三十条. */
export const lanzhouShareStories: Story[] = [
  {
    procedure: 'lz-share-conditional',
    name: 'granted when each of 2 + 3 + 2 working days is used to its last second',
    kind: 'in-time',
    steps: [
      lastSecondOf('review'),
      decide('review', 'pass'),
      lastSecondOf('authorise'),
      decide('authorise', 'approve'),
      lastSecondOf('exchange'),
      decide('exchange', 'done'),
      expectThat({
        clocks: { review: 'met', authorise: 'met', exchange: 'met' },
        registers: ['data-grants open'],
      }),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-conditional',
    name: 'the provider refuses with reasons',
    kind: 'refused',
    steps: [
      decide('review', 'pass'),
      decide('authorise', 'refuse'),
      expectThat({ open: [], registers: [] }),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'lz-share-conditional',
    name: 'every stage missed climbs its ladder and still waits for a person',
    kind: 'missed',
    steps: [
      ...missedThenDecided('review', 'review', 'pass', [...TO]),
      ...missedThenDecided('authorise', 'authorise', 'approve', [...TO_PROVIDER]),
      ...missedThenDecided('exchange', 'exchange', 'done', [...TO]),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-conditional',
    name: 'withdrawn by the requester, and nothing can be decided any more',
    kind: 'withdrawn',
    steps: [decide('review', 'pass'), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
  {
    procedure: 'lz-share-conditional',
    name: 'an outcome that the stage does not have is refused',
    kind: 'peculiar',
    steps: [
      cannot('review', 'approve', 'outcome_not_allowed'),
      decide('review', 'refuse'),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'lz-share-open',
    name: 'granted with its submission, and recorded',
    kind: 'in-time',
    steps: [
      expectThat({ open: [], events: ['Submitted', 'CaseClosed'], registers: ['data-grants open'] }),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'lz-share-open',
    name: 'what has been granted cannot be withdrawn',
    kind: 'peculiar',
    steps: [{ act: 'withdraw', refusedWith: 'case_closed' }, closedAs('granted')],
  },
];
