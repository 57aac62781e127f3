import { cannot, closedAs, decide, endOf, expectThat, lastSecondOf, type Story } from '../support/story.ts';
import { TO_HEAD } from './shapes.ts';
import {
  inTimeStory,
  missedStory,
  peculiarStory,
  refusedStory,
  unheeded,
  type Way,
  withdrawnStory,
} from './ways.ts';

const LIST: Way = [
  ['review', 'pass'],
  ['gather', 'done'],
];
const listStories = (procedure: string, ending: string): Story[] => [
  inTimeStory(procedure, 'reviewed and gathered in the last second', LIST, ending),
  missedStory(
    procedure,
    'returned, revised and gathered, each of them late',
    [['review', 'return'], ['revise', 'done'], ...LIST],
    ending,
  ),
  peculiarStory(
    procedure,
    'sent back twice, it is reviewed three times',
    [['review', 'return'], ['revise', 'done'], ['review', 'return'], ['revise', 'done'], ...LIST],
    ending,
  ),
  withdrawnStory(procedure, [['review', 'return']]),
];

/** LY-D 第十二条至第十四条. */
export const luoyangCatalogueStories: Story[] = [
  {
    procedure: 'ly-catalogue-update',
    name: 'applied for, reviewed and updated, all in the last second: review and update share five days',
    kind: 'in-time',
    steps: [
      lastSecondOf('apply'),
      decide('apply', 'applied'),
      decide('review', 'pass'),
      expectThat({ open: ['update'], clocks: { apply: 'met', review: 'running' } }),
      lastSecondOf('review'),
      decide('update', 'updated'),
      expectThat({ clocks: { review: 'met' } }),
      closedAs('updated'),
    ],
  },
  {
    procedure: 'ly-catalogue-update',
    name: 'a change must be entered: what is not passed is sent back, revised late, and has its five days anew',
    kind: 'missed',
    steps: [
      decide('apply', 'applied'),
      lastSecondOf('review'),
      decide('review', 'return'),
      expectThat({ status: 'open', open: ['revise'], clocks: { review: 'met' } }),
      ...unheeded([['revise', 'revised', TO_HEAD]]),
      expectThat({ open: ['review'], clocks: { review: 'running' } }),
      decide('review', 'pass'),
      lastSecondOf('review'),
      decide('update', 'updated'),
      expectThat({ clocks: { review: 'met' } }),
      closedAs('updated'),
    ],
  },
  refusedStory(
    'ly-catalogue-update',
    'not updated, with reasons: the catalogue has nothing to do with the change',
    [
      ['apply', 'applied'],
      ['review', 'refuse'],
    ],
    'refused',
  ),
  {
    procedure: 'ly-catalogue-update',
    name: 'a late application is taken and marked late; a passed review does not stop the clock of the update',
    kind: 'missed',
    steps: [
      ...unheeded([['apply', 'applied', TO_HEAD]]),
      decide('review', 'pass'),
      endOf('review'),
      expectThat({ status: 'open', open: ['update'], clocks: { review: 'missed' } }),
      decide('update', 'updated'),
      closedAs('updated'),
    ],
  },
  missedStory(
    'ly-catalogue-update',
    'a review put off climbs its ladder',
    [
      ['apply', 'applied'],
      ['review', 'refuse'],
    ],
    'refused',
  ),
  {
    procedure: 'ly-catalogue-update',
    name: 'a change of law that is registered binds: it cannot be withdrawn',
    kind: 'peculiar',
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      expectThat({ open: ['apply'], clocks: { apply: 'running' } }),
      ...[
        ['apply', 'applied'],
        ['review', 'pass'],
        ['update', 'updated'],
      ].map(([stage = '', outcome = '']) => decide(stage, outcome)),
      closedAs('updated'),
    ],
  },
  {
    procedure: 'ly-catalogue-update',
    name: 'an entry that the law has done away with leaves the catalogue',
    kind: 'peculiar',
    steps: [
      decide('apply', 'applied', { op: 'remove' }),
      decide('review', 'pass'),
      cannot('update', 'updated', 'outcome_not_allowed'),
      decide('update', 'removed'),
      expectThat({ registers: ['resources close'] }),
      closedAs('updated'),
    ],
  },
  {
    procedure: 'ly-catalogue-update',
    name: 'an entry that is shared less than before has its basis in law with it',
    kind: 'peculiar',
    steps: [
      decide('apply', 'applied'),
      decide('review', 'pass'),
      decide('update', 'updated', { shareType: 'none', legalBasis: '某条例第五条' }),
      expectThat({ registers: ['resources change'] }),
      closedAs('updated'),
    ],
  },
  ...listStories('ly-catalogue-compile', 'compiled'),
  ...listStories('ly-demand-list', 'gathered'),
  inTimeStory(
    'ly-responsibility-list',
    'divided and taken over in the last second',
    [
      ['divide', 'divided'],
      ['take-over', 'taken'],
    ],
    'issued',
  ),
  missedStory(
    'ly-responsibility-list',
    'both limits missed climb their ladders',
    [
      ['divide', 'divided'],
      ['take-over', 'taken'],
    ],
    'issued',
  ),
  {
    procedure: 'ly-responsibility-list',
    name: 'the department can take the list over, not refuse it',
    kind: 'peculiar',
    steps: [
      decide('divide', 'divided'),
      cannot('take-over', 'refuse', 'outcome_not_allowed'),
      decide('take-over', 'taken'),
      expectThat({ registers: ['resources change'] }),
      closedAs('issued'),
    ],
  },
  withdrawnStory('ly-responsibility-list'),
];
