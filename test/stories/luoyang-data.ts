import { cannot, closedAs, decide, expectThat, lastSecondOf, type Story } from '../support/story.ts';
import { TO_HEAD, TO_PROVIDER } from './shapes.ts';
import {
  inTimeStory,
  missedStory,
  peculiarStory,
  refusedStory,
  unheeded,
  type Way,
  withdrawnStory,
} from './ways.ts';

const SHARE: Way = [
  ['review', 'pass'],
  ['ask-provider', 'agree', TO_PROVIDER],
  ['tell-consent', 'told'],
  ['share', 'done'],
];

/** LY-E 第十三条，LY-D 第二十四条至第二十七条. */
export const luoyangShareStories: Story[] = [
  inTimeStory('ly-share', 'granted when every stage is used to its last second', SHARE, 'granted'),
  missedStory(
    'ly-share',
    'every stage missed climbs its ladder and still waits for a person',
    SHARE,
    'granted',
  ),
  refusedStory(
    'ly-share',
    'the provider disagrees, the result is fed back',
    [
      ['review', 'pass'],
      ['ask-provider', 'disagree'],
      ['tell-refusal', 'told'],
    ],
    'refused',
  ),
  {
    procedure: 'ly-share',
    name: 'the provider of an entry that is shared without condition is asked, and cannot disagree',
    kind: 'peculiar',
    form: { resource: 'ly-market-licence', items: ['企业名称'] },
    steps: [
      decide('review', 'pass'),
      cannot('ask-provider', 'disagree', 'outcome_not_allowed'),
      decide('ask-provider', 'agree'),
      decide('tell-consent', 'told'),
      decide('share', 'done'),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'ly-share',
    name: 'an objection to a closed refusal reopens it for coordination, and both must agree',
    kind: 'peculiar',
    steps: [
      decide('review', 'refuse'),
      decide('tell-refusal', 'told'),
      closedAs('refused'),
      { act: 'reopen' },
      expectThat({ status: 'open', open: ['coordinate'] }),
      decide('coordinate', 'agreed'),
      expectThat({ open: ['coordinate'] }),
      lastSecondOf('coordinate'),
      decide('coordinate', 'agreed'),
      expectThat({ clocks: { coordinate: 'met' }, open: ['share'] }),
      decide('share', 'done'),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'ly-share',
    name: 'a refusal upheld in coordination is not coordinated again; its limits missed climb too',
    kind: 'missed',
    steps: [
      decide('review', 'refuse'),
      ...unheeded([['tell-refusal', 'objected', TO_HEAD]]),
      ...unheeded([['coordinate', 'upheld', TO_PROVIDER]]),
      closedAs('upheld'),
      { act: 'reopen', refusedWith: 'ending_not_reopenable' },
    ],
  },
  {
    procedure: 'ly-share',
    name: 'an objection to the scope granted is coordinated by both before anything is shared',
    kind: 'peculiar',
    steps: [
      ...SHARE.slice(0, 2).map(([stage, outcome]) => decide(stage, outcome)),
      decide('tell-consent', 'objected'),
      decide('coordinate-scope', 'agreed'),
      expectThat({ open: ['coordinate-scope'] }),
      decide('coordinate-scope', 'agreed'),
      expectThat({ open: ['share'] }),
      decide('share', 'done'),
      closedAs('granted'),
    ],
  },
  {
    procedure: 'ly-share',
    name: 'a scope that is kept is shared as it was granted, however late it was coordinated',
    kind: 'missed',
    steps: [
      ...SHARE.slice(0, 2).map(([stage, outcome]) => decide(stage, outcome)),
      decide('tell-consent', 'objected'),
      ...unheeded([['coordinate-scope', 'kept', TO_PROVIDER]]),
      expectThat({ open: ['share'] }),
      decide('share', 'done'),
      closedAs('granted'),
    ],
  },
  withdrawnStory('ly-share', [['review', 'pass']]),
];

/** LY-D 第十九条. */
export const luoyangCorrectionStories: Story[] = [
  inTimeStory('ly-correction', 'corrected in the last second', [['verify', 'corrected']], 'corrected'),
  refusedStory('ly-correction', 'confirmed with reasons', [['verify', 'confirmed']], 'confirmed'),
  missedStory(
    'ly-correction',
    'a missed limit neither corrects nor confirms',
    [['verify', 'corrected', TO_PROVIDER]],
    'corrected',
  ),
  {
    procedure: 'ly-correction',
    name: 'the provider itself may not extend, nor ask for more proof a second time',
    kind: 'peculiar',
    steps: [
      { act: 'extend', task: 'verify', body: { amount: 10 }, refusedWith: 'role_not_allowed' },
      { act: 'request-supplement', task: 'verify' },
      expectThat({ clocks: { verify: 'paused' } }),
      { act: 'supplement' },
      { act: 'request-supplement', task: 'verify', refusedWith: 'supplement_already_requested' },
      decide('verify', 'corrected'),
      closedAs('corrected'),
    ],
  },
  withdrawnStory('ly-correction'),
];

const OPEN: Way = [
  ['identify', 'conditional'],
  ['answer', 'agree', TO_PROVIDER],
  ['provide', 'done'],
];

/** LY-D 第三十二条、第三十三条. */
export const luoyangOpenStories: Story[] = [
  inTimeStory('ly-open-request', 'conditional data opened in the last second of every stage', OPEN, 'opened'),
  missedStory('ly-open-request', 'every limit missed climbs its ladder and opens nothing', OPEN, 'opened'),
  missedStory(
    'ly-open-request',
    'unconditional data late all the same when it is not given at once',
    [
      ['identify', 'unconditional'],
      ['provide', 'done'],
    ],
    'opened',
  ),
  refusedStory(
    'ly-open-request',
    'the provider refuses with reasons and basis',
    [
      ['identify', 'conditional'],
      ['answer', 'refuse'],
    ],
    'refused',
  ),
  refusedStory('ly-open-request', 'closed data is not opened', [['identify', 'closed']], 'refused'),
  refusedStory('ly-open-request', 'nobody unidentified gets data', [['identify', 'unidentified']], 'refused'),
  peculiarStory(
    'ly-open-request',
    'unconditional data is given without asking the provider',
    [
      ['identify', 'unconditional'],
      ['provide', 'done'],
    ],
    'opened',
  ),
  withdrawnStory('ly-open-request', [['identify', 'conditional']]),
  inTimeStory(
    'ly-open-catalogue-objection',
    'agreed and changed in the last second of each limit',
    [
      ['answer', 'agree'],
      ['change', 'changed'],
    ],
    'changed',
  ),
  refusedStory(
    'ly-open-catalogue-objection',
    'not agreed, with reasons and basis',
    [['answer', 'refuse']],
    'upheld',
  ),
  missedStory(
    'ly-open-catalogue-objection',
    'both limits missed climb their ladders',
    [
      ['answer', 'agree', TO_PROVIDER],
      ['change', 'changed'],
    ],
    'changed',
  ),
  withdrawnStory('ly-open-catalogue-objection'),
];
