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
import { belated, CALL, swift, timely, UP } from '../support/story-words.ts';

const OF_KIND = (kind: string) => ({ system: { name: '样例系统', kind } });
const BOTH_INFORMED = [decide('inform', 'informed'), decide('inform', 'informed')];

/** LZ-P 第一百六十八条（一）: an outbreak of viruses. */
const virus: Story[] = [
  {
    procedure: 'lz-incident-virus',
    name: 'a website dealt with in the last second of its two hours: nobody need be informed',
    kind: 'in-time',
    form: OF_KIND('website'),
    steps: timely(
      [
        ['isolate', 'done'],
        ['backup', 'done'],
        ['clean', 'done'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['reconnect', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-virus',
    name: 'an office system has four hours, used to the last second',
    kind: 'in-time',
    form: OF_KIND('office-system'),
    steps: [
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done']),
      lastSecondOf('restore'),
      decide('restore', 'done'),
      expectThat({ open: ['verify'], clocks: { restore: 'met' } }),
      ...swift(['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'two hours missed: the security lead and the Party office are informed, unanswered calls go to the head four times',
    kind: 'missed',
    form: OF_KIND('website'),
    steps: [
      lastSecondOf('restore'),
      expectThat({ open: ['backup', 'clean', 'isolate', 'restore'] }),
      endOf('restore'),
      expectThat({
        open: ['backup', 'clean', 'inform', 'isolate', 'restore'],
        clocks: { restore: 'missed', inform: 'running' },
      }),
      rung(4, 'inform'),
      expectThat({ escalated: { of: 'inform', to: CALL }, clocks: { inform: 'missed' } }),
      ...BOTH_INFORMED,
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done'], ['restore', 'done']),
      ...swift(['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'four hours missed for a business system: informed then, answered in time, nobody is called twice',
    kind: 'missed',
    form: OF_KIND('business-system'),
    steps: [
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done']),
      endOf('restore'),
      expectThat({ open: ['inform', 'restore'] }),
      lastSecondOf('inform'),
      ...BOTH_INFORMED,
      expectThat({ clocks: { inform: 'met', restore: 'missed' }, escalated: { of: 'inform', to: [] } }),
      ...swift(['restore', 'done'], ['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'every limit missed climbs its ladder, and the case still waits for people',
    kind: 'missed',
    steps: belated(
      [
        ['isolate', 'done'],
        ['backup', 'done'],
        ['clean', 'done'],
        ['inform', 'informed', CALL],
        ['inform', 'informed'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['reconnect', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-virus',
    name: 'the scanner cannot clean it: informed at once; no summary before both have acknowledged; no withdrawal',
    kind: 'peculiar',
    steps: [
      decide('clean', 'cannot-clean'),
      expectThat({ open: ['backup', 'inform', 'isolate', 'restore'] }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...swift(['isolate', 'done'], ['backup', 'done'], ['restore', 'done']),
      ...swift(['verify', 'done'], ['reconnect', 'done']),
      cannot('summarise', 'filed', 'gate_closed'),
      ...BOTH_INFORMED,
      decide('summarise', 'filed'),
      closedAs('closed'),
    ],
  },
];

/** LZ-P 第四十五条. */
const report: Story[] = [
  {
    procedure: 'lz-incident-report',
    name: 'reported in the last second of the half hour after the cause was found',
    kind: 'in-time',
    steps: timely(
      [
        ['report', 'reported'],
        ['handle', 'handled'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-report',
    name: 'reported after the half hour, handled and summarised late: each climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['report', 'reported'],
        ['handle', 'handled'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
];

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

export const lanzhouExistingStories: Story[] = [
  ...virus,
  ...report,
  ...objection('lz-licence-objection'),
  ...objection('dq-licence-objection'),
  ...sharing,
];
