import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
import { TO_COMPETENT } from './shapes.ts';
import { inTimeStory, missedStory, peculiarStory, refusedStory, type Way, withdrawnStory } from './ways.ts';

const ACCESS: Way = [
  ['test', 'passed'],
  ['approve', 'approve'],
  ['connect', 'done'],
];
const RETEST: Way = [
  ['test', 'failed'],
  ['rectify', 'done'],
];

/** AH 第十七条. */
export const anhuiSystemAccessStories: Story[] = [
  inTimeStory('ah-system-access', 'tested, approved and connected in the last second', ACCESS, 'connected'),
  missedStory(
    'ah-system-access',
    'every limit missed climbs its ladder, and nothing is connected meanwhile',
    [...RETEST, ...ACCESS],
    'connected',
  ),
  refusedStory(
    'ah-system-access',
    'the province refuses with reasons',
    [
      ['test', 'passed'],
      ['approve', 'refuse'],
    ],
    'refused',
  ),
  peculiarStory(
    'ah-system-access',
    'a failed test comes back as often as it takes',
    [...RETEST, ...RETEST, ...ACCESS],
    'connected',
  ),
  withdrawnStory('ah-system-access', RETEST),
];

/** AH 第十九条. */
export const anhuiSystemChangeStories: Story[] = [
  inTimeStory(
    'ah-system-change',
    'told at once, tested, approved and connected again in the last second',
    [['notify', 'told'], ...ACCESS],
    'connected',
  ),
  missedStory(
    'ah-system-change',
    'every limit missed climbs its ladder, and nothing is connected meanwhile',
    [['notify', 'told'], ...RETEST, ...ACCESS],
    'connected',
  ),
  refusedStory(
    'ah-system-change',
    'the province refuses with reasons',
    [
      ['notify', 'told'],
      ['test', 'passed'],
      ['approve', 'refuse'],
    ],
    'refused',
  ),
  {
    procedure: 'ah-system-change',
    name: 'a change that has happened cannot be withdrawn, and no test begins before the province is told',
    kind: 'peculiar',
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      expectThat({ open: ['notify'], registers: [] }),
      decide('notify', 'told'),
      expectThat({ open: ['test'], registers: ['connections suspend'] }),
      ...ACCESS.map(([stage, outcome]) => decide(stage, outcome)),
      expectThat({ registers: ['connections suspend', 'connections resume', 'connections change'] }),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-change',
    name: 'not approved, it stays suspended',
    kind: 'refused',
    steps: [
      decide('notify', 'told'),
      decide('test', 'passed'),
      decide('approve', 'refuse'),
      closedAs('refused'),
      expectThat({ registers: ['connections suspend'] }),
    ],
  },
];

const BACK: Way = [
  ['rectify', 'done'],
  ['test', 'passed', TO_COMPETENT],
  ['apply', 'applied'],
];
const CONNECTED: Way = [
  ['approve', 'approve'],
  ['connect', 'done'],
];

/** AH 第二十条. */
export const anhuiSystemBlockStories: Story[] = [
  inTimeStory(
    'ah-system-block',
    'blocked, rectified, assessed and connected again in the last second',
    [['block', 'block'], ...BACK, ...CONNECTED],
    'connected',
  ),
  missedStory(
    'ah-system-block',
    'every limit missed climbs its ladder, and the system stays blocked',
    [['block', 'block'], ...BACK, ...CONNECTED],
    'connected',
  ),
  {
    procedure: 'ah-system-block',
    name: 'refused with reasons, it is rectified and assessed anew before it applies again',
    kind: 'refused',
    steps: [
      decide('block', 'block'),
      expectThat({ events: ['RegisterChanged'], open: ['rectify'] }),
      ...BACK.map(([stage, outcome]) => decide(stage, outcome)),
      decide('approve', 'refuse'),
      expectThat({ status: 'open', open: ['rectify'] }),
      ...[...BACK, ...CONNECTED].map(([stage, outcome]) => decide(stage, outcome)),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-block',
    name: 'an assessment not passed goes back to be rectified; the measure cannot be withdrawn',
    kind: 'peculiar',
    form: { risk: 'high' },
    steps: [
      cannot('block', 'block', 'outcome_not_allowed'),
      decide('block', 'cut-off'),
      decide('rectify', 'done'),
      decide('test', 'failed'),
      expectThat({ open: ['rectify'] }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...[...BACK, ...CONNECTED].map(([stage, outcome]) => decide(stage, outcome)),
      closedAs('connected'),
    ],
  },
];

const THIRD_PARTY: Way = [
  ['review', 'pass'],
  ['connect', 'done'],
  ['audit', 'done', TO_COMPETENT],
];

/** AH 第二十一条. */
export const anhuiThirdPartyStories: Story[] = [
  inTimeStory(
    'ah-third-party',
    'reviewed, connected and audited in the last second',
    THIRD_PARTY,
    'connected',
  ),
  missedStory('ah-third-party', 'every limit missed climbs its ladder', THIRD_PARTY, 'connected'),
  refusedStory('ah-third-party', 'refused with reasons', [['review', 'refuse']], 'refused'),
  {
    procedure: 'ah-third-party',
    name: 'connected is not done before its use is audited',
    kind: 'peculiar',
    steps: [
      decide('review', 'pass'),
      decide('connect', 'done'),
      expectThat({ status: 'open', open: ['audit'], events: ['RegisterChanged'] }),
      decide('audit', 'done'),
      closedAs('connected'),
    ],
  },
  withdrawnStory('ah-third-party'),
];
