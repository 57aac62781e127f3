import {
  cannot,
  cannotFile,
  closedAs,
  decide,
  endOf,
  expectThat,
  inChild,
  type Step,
  type Story,
} from '../support/story.ts';
import { belatedly, onTime } from '../support/story-words.ts';
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
  {
    procedure: 'ah-system-access',
    name: 'a system that was blocked says that its risk assessment was passed, and is not tested once more',
    kind: 'peculiar',
    form: { ground: 'blocked' },
    steps: [
      cannotFile({ ground: 'first', assessment: '风险测评报告' }),
      expectThat({ open: ['approve'] }),
      decide('approve', 'approve'),
      decide('connect', 'done'),
      closedAs('connected'),
    ],
  },
  withdrawnStory('ah-system-access', RETEST),
];

/** The application that the unit files under 第十七条, decided in the last second of each limit. */
const connectedInTime = (way: Way): Step => inChild(...onTime(...way), closedAs('connected'));
const connected = (...way: Way): Step =>
  inChild(...way.map(([stage, outcome]) => decide(stage, outcome)), closedAs('connected'));

/** AH 第十九条. */
export const anhuiSystemChangeStories: Story[] = [
  {
    procedure: 'ah-system-change',
    name: 'told at once, applied for, and connected again by an application that is tested anew',
    kind: 'in-time',
    steps: [
      ...onTime(['notify', 'told'], ['apply', 'applied']),
      expectThat({ status: 'open', open: [], events: ['ChildOpened'] }),
      connectedInTime(ACCESS),
      expectThat({
        events: ['ChildSettled'],
        registers: ['connections suspend', 'connections resume', 'connections change'],
      }),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-change',
    name: 'every limit missed climbs its ladder, and nothing is connected meanwhile',
    kind: 'missed',
    steps: [
      ...belatedly(['notify', 'told'], ['apply', 'applied']),
      inChild(
        decide('test', 'passed'),
        endOf('approve'),
        expectThat({ clocks: { approve: 'missed' } }),
        decide('approve', 'approve'),
        decide('connect', 'done'),
      ),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-change',
    name: 'the province refuses the application with reasons, and the change stays unconnected',
    kind: 'refused',
    steps: [
      decide('notify', 'told'),
      decide('apply', 'applied'),
      inChild(decide('test', 'passed'), decide('approve', 'refuse'), closedAs('refused')),
      expectThat({ registers: ['connections suspend'] }),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'ah-system-change',
    name: 'a change that has happened cannot be withdrawn; its application can, or may be ended, and is then made again',
    kind: 'peculiar',
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      expectThat({ open: ['notify'], registers: [] }),
      decide('notify', 'told'),
      expectThat({ open: ['apply'], registers: ['connections suspend'] }),
      decide('apply', 'applied'),
      inChild({ act: 'withdraw' }, closedAs('withdrawn')),
      expectThat({ status: 'open', open: ['apply'] }),
      decide('apply', 'applied'),
      inChild({ act: 'terminate', by: 'competent-department' }, closedAs('terminated')),
      expectThat({ status: 'open', open: ['apply'] }),
      decide('apply', 'applied'),
      connected(...ACCESS),
      expectThat({ registers: ['connections suspend', 'connections resume', 'connections change'] }),
      closedAs('connected'),
    ],
  },
];

const BACK: Way = [
  ['rectify', 'done'],
  ['test', 'passed', TO_COMPETENT],
  ['apply', 'applied'],
];
/** What is left of an application when the risk assessment has taken the place of the test. */
const AGAIN: Way = [
  ['approve', 'approve'],
  ['connect', 'done'],
];
const back = BACK.map(([stage, outcome]) => decide(stage, outcome));

/** AH 第二十条. */
export const anhuiSystemBlockStories: Story[] = [
  {
    procedure: 'ah-system-block',
    name: 'blocked, rectified, assessed and applied for in the last second; connected again by an application of its own',
    kind: 'in-time',
    steps: [
      ...onTime(['block', 'block'], ...BACK),
      expectThat({ status: 'open', open: [], registers: ['connections suspend'] }),
      connectedInTime(AGAIN),
      expectThat({ registers: ['connections suspend', 'connections resume'] }),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-block',
    name: 'every limit missed climbs its ladder, and the system stays blocked',
    kind: 'missed',
    steps: [
      ...belatedly(['block', 'block'], ...BACK),
      expectThat({ registers: ['connections suspend'] }),
      connected(...AGAIN),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-block',
    name: 'refused with reasons, it is rectified and assessed anew before it applies again',
    kind: 'refused',
    steps: [
      decide('block', 'block'),
      ...back,
      inChild(expectThat({ open: ['approve'] }), decide('approve', 'refuse'), closedAs('refused')),
      expectThat({ status: 'open', open: ['rectify'], registers: ['connections suspend'] }),
      ...back,
      connected(...AGAIN),
      closedAs('connected'),
    ],
  },
  {
    procedure: 'ah-system-block',
    name: 'an assessment not passed goes back; the measure cannot be withdrawn, an application can, or may be ended',
    kind: 'peculiar',
    form: { risk: 'high' },
    steps: [
      cannot('block', 'block', 'outcome_not_allowed'),
      decide('block', 'cut-off'),
      decide('rectify', 'done'),
      decide('test', 'failed'),
      expectThat({ open: ['rectify'] }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...back,
      inChild({ act: 'withdraw' }, closedAs('withdrawn')),
      expectThat({ status: 'open', open: ['apply'] }),
      decide('apply', 'applied'),
      inChild({ act: 'terminate', by: 'competent-department' }, closedAs('terminated')),
      decide('apply', 'applied'),
      connected(...AGAIN),
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
