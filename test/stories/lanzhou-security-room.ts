import { isoOf } from '../../calendar/index.ts';
import { cannot, closedAs, decide, endOf, expectThat, minutes, rung, type Story } from '../support/story.ts';
import {
  belated,
  belatedly,
  CALL,
  type Leg,
  onTime,
  swift,
  TOP,
  timely,
  UP,
} from '../support/story-words.ts';

/** After every machine-room incident (LZ-P 第一百六十九条). */
const AFTER: Leg[] = [
  ['restore', 'done'],
  ['verify', 'done'],
  ['review', 'done'],
  ['improve', 'done'],
];

const FIRE = { accident: 'fire', trapped: true };
/** An outage that begins when it is filed. */
const OUTAGE = (nowMs: number) => ({ accident: 'outage', outageFrom: isoOf(nowMs) });

/** LZ-P 第一百六十八条（五）. */
const room: Story[] = [
  {
    procedure: 'lz-incident-room',
    name: 'power fault: every step in the last second of its limit',
    kind: 'in-time',
    form: { accident: 'power' },
    steps: timely([['cut-power', 'done'], ['notify', 'self'], ['repair-power', 'done'], ...AFTER], 'closed'),
  },
  {
    procedure: 'lz-incident-room',
    name: 'water: every step in the last second of its limit',
    kind: 'in-time',
    form: { accident: 'water' },
    steps: timely([['cut-power', 'done'], ['notify', 'self'], ['replace-wet', 'done'], ...AFTER], 'closed'),
  },
  {
    procedure: 'lz-incident-room',
    name: 'fire: every step in the last second of its limit',
    kind: 'in-time',
    form: FIRE,
    steps: timely(
      [
        ['cut-power', 'done'],
        ['extinguish', 'done'],
        ['call-119', 'called'],
        ['rescue', 'safe'],
        ['notify', 'self'],
        ['salvage', 'done'],
        ...AFTER,
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-room',
    name: 'fire: power, extinguisher, 119 and rescue all at once; people before things',
    kind: 'peculiar',
    form: FIRE,
    steps: [
      expectThat({ open: ['call-119', 'cut-power', 'extinguish', 'notify', 'rescue'] }),
      ...swift(['call-119', 'called'], ['notify', 'self'], ['extinguish', 'done']),
      expectThat({ open: ['cut-power', 'rescue'] }),
      decide('cut-power', 'done'),
      expectThat({ open: ['rescue', 'salvage'] }),
      cannot('salvage', 'done', 'gate_closed'),
      ...swift(['rescue', 'safe'], ['salvage', 'done']),
      { act: 'change-level', by: 'duty-officer', body: { level: 'II' } },
      ...swift(...AFTER),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'fire with nobody trapped: no rescue',
    kind: 'peculiar',
    form: { accident: 'fire', trapped: false },
    steps: [
      ...swift(['cut-power', 'done'], ['notify', 'self'], ['extinguish', 'done']),
      decide('call-119', 'called', { trapped: false }),
      expectThat({ open: ['salvage'] }),
      ...swift(['salvage', 'done'], ...AFTER),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'fire: somebody found to be trapped while the alarm is given is rescued before things',
    kind: 'peculiar',
    form: { accident: 'fire', trapped: false },
    steps: [
      ...swift(['cut-power', 'done'], ['notify', 'self'], ['extinguish', 'done']),
      decide('call-119', 'called', { trapped: true }),
      expectThat({ open: ['rescue', 'salvage'] }),
      cannot('salvage', 'done', 'gate_closed'),
      ...swift(['rescue', 'safe'], ['salvage', 'done'], ...AFTER),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'announced outage over within two hours: the office is told, no generator truck',
    kind: 'in-time',
    form: OUTAGE,
    steps: [
      expectThat({ open: ['call-office', 'notify', 'outage'] }),
      ...swift(['call-office', 'told'], ['notify', 'self']),
      minutes(119),
      decide('outage', 'power-back'),
      expectThat({ open: ['restore'], clocks: { 'two-hours': 'met', 'power-back': 'met' } }),
      ...timely(AFTER, 'closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'outage of more than two hours: a generator truck is called for, and that alone reminds nobody',
    kind: 'missed',
    form: OUTAGE,
    steps: [
      ...swift(['call-office', 'told'], ['notify', 'self']),
      endOf('two-hours'),
      expectThat({
        open: ['generator', 'outage'],
        clocks: { 'two-hours': 'missed', 'power-back': 'running' },
        escalated: { of: 'two-hours', to: [] },
      }),
      ...onTime(['generator', 'arrived']),
      decide('outage', 'power-back'),
      expectThat({ clocks: { 'power-back': 'met' } }),
      ...swift(...AFTER),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'outage and truck late: every ladder climbs; no review before the truck is accounted for',
    kind: 'missed',
    form: OUTAGE,
    steps: [
      ...belatedly(['notify', 'command', CALL], ['command', 'done', TOP], ['call-office', 'told', CALL]),
      endOf('power-back'),
      rung(3, 'power-back'),
      expectThat({ escalated: { of: 'power-back', to: UP } }),
      decide('outage', 'power-back'),
      expectThat({ clocks: { 'power-back': 'missed', 'two-hours': 'missed' } }),
      ...swift(['restore', 'done'], ['verify', 'done']),
      cannot('review', 'done', 'gate_closed'),
      ...belatedly(['generator', 'not-come']),
      ...swift(['review', 'done'], ['improve', 'done']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'power fault: every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [['cut-power', 'done'], ['notify', 'self', CALL], ['repair-power', 'done'], ...AFTER],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-room',
    name: 'fire and water: every limit of theirs missed climbs its ladder',
    kind: 'missed',
    form: FIRE,
    steps: [
      ...swift(['notify', 'self']),
      ...belatedly(
        ['cut-power', 'done'],
        ['extinguish', 'done'],
        ['call-119', 'called'],
        ['rescue', 'safe', TOP],
        ['salvage', 'done'],
      ),
      ...swift(...AFTER),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'a head who has not acknowledged holds up neither the repair nor the verification, but the review',
    kind: 'peculiar',
    form: { accident: 'water' },
    steps: [
      ...swift(['cut-power', 'done'], ['replace-wet', 'done'], ['restore', 'done'], ['verify', 'done']),
      expectThat({ open: ['notify', 'review'] }),
      cannot('review', 'done', 'gate_closed'),
      ...swift(['notify', 'self'], ['review', 'done'], ['improve', 'done']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-room',
    name: 'water: replacing late climbs its ladder',
    kind: 'missed',
    form: { accident: 'water' },
    steps: [
      ...swift(['cut-power', 'done'], ['notify', 'self']),
      ...belatedly(['replace-wet', 'done']),
      ...swift(...AFTER),
      closedAs('closed'),
    ],
  },
];

export const lanzhouRoomStories: Story[] = room;
