import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  rung,
  type Story,
} from '../support/story.ts';
import { belated, belatedly, onTime, swift, timely, UP } from '../support/story-words.ts';

const OF_KIND = (faultKind: string) => ({ faultKind });

/** LZ-P 第九十六条至第九十九条. */
const platformFault: Story[] = [
  {
    procedure: 'lz-platform-fault',
    name: 'a core server recovers in the last second of three working days',
    kind: 'in-time',
    form: OF_KIND('core'),
    steps: timely(
      [
        ['inform', 'informed'],
        ['coordinate', 'received'],
        ['repair', 'repaired'],
        ['report', 'submitted'],
        ['accept', 'accepted'],
      ],
      'recovered',
    ),
  },
  {
    procedure: 'lz-platform-fault',
    name: 'a portal fault reaches the manager within a quarter of an hour',
    kind: 'in-time',
    form: OF_KIND('portal'),
    steps: timely(
      [
        ['record', 'reported'],
        ['coordinate', 'received'],
        ['repair', 'repaired'],
        ['report', 'submitted'],
        ['accept', 'accepted'],
      ],
      'recovered',
    ),
  },
  {
    procedure: 'lz-platform-fault',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    form: OF_KIND('front'),
    steps: belated(
      [
        ['inform', 'informed'],
        ['coordinate', 'received'],
        ['repair', 'repaired'],
        ['report', 'submitted'],
        ['accept', 'accepted'],
      ],
      'recovered',
    ),
  },
  {
    procedure: 'lz-platform-fault',
    name: 'not soon mendable: the plan is refused once, agreed, started; the three working days run on until recovery',
    kind: 'refused',
    form: OF_KIND('core'),
    steps: [
      ...onTime(['inform', 'informed'], ['coordinate', 'received']),
      decide('repair', 'not-soon'),
      expectThat({ open: ['plan', 'recover'], clocks: { repair: 'running' } }),
      ...onTime(['plan', 'drawn']),
      lastSecondOf('agree'),
      decide('agree', 'refuse'),
      expectThat({ clocks: { agree: 'met' } }),
      expectThat({ open: ['plan', 'recover'] }),
      ...onTime(['plan', 'drawn'], ['agree', 'agree'], ['start-plan', 'started']),
      lastSecondOf('repair'),
      decide('recover', 'repaired'),
      expectThat({ open: ['report'], clocks: { repair: 'met' } }),
      ...swift(['report', 'submitted'], ['accept', 'accepted']),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault',
    name: 'the emergency plan late at every step, and recovery after the three working days',
    kind: 'missed',
    form: OF_KIND('core'),
    steps: [
      ...swift(['inform', 'informed'], ['coordinate', 'received'], ['repair', 'not-soon']),
      ...belatedly(['plan', 'drawn'], ['agree', 'agree'], ['start-plan', 'started']),
      endOf('repair'),
      rung(3, 'repair'),
      expectThat({ clocks: { repair: 'missed' }, escalated: { of: 'repair', to: UP } }),
      decide('recover', 'repaired'),
      expectThat({ clocks: { repair: 'missed' } }),
      ...swift(['report', 'submitted'], ['accept', 'accepted']),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault',
    name: 'recovered before the plan is agreed: the plan is no longer needed',
    kind: 'peculiar',
    form: OF_KIND('core'),
    steps: [
      ...swift(['repair', 'not-soon'], ['plan', 'drawn'], ['recover', 'repaired']),
      expectThat({ open: ['inform', 'report'] }),
      decide('report', 'submitted'),
      cannot('accept', 'accepted', 'gate_closed'),
      ...swift(['inform', 'informed'], ['coordinate', 'received'], ['accept', 'accepted']),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault',
    name: 'the manager, and nobody else, fits the three working days to the circumstances',
    kind: 'peculiar',
    form: OF_KIND('core'),
    steps: [
      {
        act: 'set-limit',
        by: 'platform-operator',
        task: 'repair',
        body: { amount: 5 },
        refusedWith: 'role_not_allowed',
      },
      { act: 'set-limit', by: 'platform-manager', task: 'repair', body: { amount: 5 } },
      expectThat({ events: ['DeadlineMoved'] }),
      ...onTime(['repair', 'repaired']),
      ...swift(['report', 'submitted'], ['inform', 'informed'], ['coordinate', 'received']),
      decide('accept', 'accepted'),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault',
    name: 'the unit of the fault records and reports, late: it is late, the manager who then coordinates at once is not',
    kind: 'peculiar',
    form: OF_KIND('exchange'),
    steps: [
      endOf('record'),
      expectThat({ open: ['record', 'repair'], clocks: { record: 'missed' } }),
      decide('record', 'reported'),
      ...onTime(['coordinate', 'received']),
      ...swift(['repair', 'repaired'], ['report', 'submitted'], ['accept', 'accepted']),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault',
    name: 'a problem of cataloguing, review or sharing is handled by the operator, without plan or report',
    kind: 'peculiar',
    form: OF_KIND('problem'),
    steps: [
      expectThat({ open: ['repair'] }),
      cannot('repair', 'repaired', 'outcome_not_allowed'),
      ...onTime(['repair', 'solved']),
      closedAs('solved'),
    ],
  },
];

/** LZ-P 第一百条. */
const grave: Story[] = [
  {
    procedure: 'lz-platform-fault-grave',
    name: 'directed, mended and published in the last second of each limit',
    kind: 'in-time',
    steps: timely(
      [
        ['deploy', 'deployed'],
        ['handle', 'recovered'],
        ['business', 'done'],
        ['handling-report', 'submitted'],
        ['publish', 'published'],
      ],
      'published',
    ),
  },
  {
    procedure: 'lz-platform-fault-grave',
    name: 'not grave, with reasons: it goes on as an ordinary fault, a plan refused and every limit of it missed',
    kind: 'refused',
    form: OF_KIND('core'),
    steps: [
      decide('deploy', 'not-grave'),
      expectThat({ open: ['repair'] }),
      ...swift(['repair', 'not-soon'], ['plan', 'drawn'], ['agree', 'refuse']),
      ...belatedly(['plan', 'drawn'], ['agree', 'agree'], ['start-plan', 'started']),
      endOf('repair'),
      expectThat({ clocks: { repair: 'missed' } }),
      decide('recover', 'repaired'),
      ...belated(
        [
          ['report', 'submitted'],
          ['accept', 'accepted'],
        ],
        'recovered',
      ),
    ],
  },
  {
    procedure: 'lz-platform-fault-grave',
    name: 'not grave: the three working days still run from the fault, and nothing is published',
    kind: 'peculiar',
    form: OF_KIND('core'),
    steps: [
      endOf('deploy'),
      decide('deploy', 'not-grave'),
      ...onTime(['repair', 'repaired']),
      expectThat({ open: ['report'] }),
      ...swift(['report', 'submitted'], ['accept', 'accepted']),
      closedAs('recovered'),
    ],
  },
  {
    procedure: 'lz-platform-fault-grave',
    name: 'the manager alone directs and publishes: nobody mends before the orders, nothing is made public before all is handled',
    kind: 'peculiar',
    form: OF_KIND('core'),
    steps: [
      expectThat({ open: ['deploy'] }),
      decide('deploy', 'deployed'),
      expectThat({ open: ['business', 'handle'], clocks: { recovery: 'running' } }),
      {
        act: 'set-limit',
        by: 'platform-operator',
        task: 'handle',
        body: { amount: 5 },
        refusedWith: 'role_not_allowed',
      },
      decide('handle', 'recovered'),
      expectThat({ open: ['business', 'handling-report'], clocks: { recovery: 'met' } }),
      decide('business', 'done'),
      expectThat({ open: ['handling-report', 'publish'] }),
      cannot('publish', 'published', 'gate_closed'),
      decide('handling-report', 'submitted'),
      decide('publish', 'published'),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-platform-fault-grave',
    name: 'every limit missed climbs its ladder; nothing is published before all has been handled',
    kind: 'missed',
    steps: [
      ...belatedly(['deploy', 'deployed'], ['handle', 'recovered']),
      expectThat({ open: ['business', 'handling-report'] }),
      ...belated(
        [
          ['handling-report', 'submitted'],
          ['business', 'done'],
          ['publish', 'published'],
        ],
        'published',
      ),
    ],
  },
];

export const lanzhouFaultStories: Story[] = [...platformFault, ...grave];
