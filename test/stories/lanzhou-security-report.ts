import { reportStories } from '../support/report-stories.ts';
import { cannot, closedAs, decide, endOf, expectThat, type Story } from '../support/story.ts';
import { belated, onTime, swift, TOP, timely } from '../support/story-words.ts';

/** LZ-P 第八十五条. */
const platformAttack: Story[] = [
  {
    procedure: 'lz-platform-attack',
    name: 'attack: reported at once, isolated and handled in the last second of each limit',
    kind: 'in-time',
    form: { kind: 'attack' },
    steps: timely(
      [
        ['report', 'reported'],
        ['isolate', 'done'],
        ['direct', 'handled'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-platform-attack',
    name: 'leak: reported to both in the last second of half an hour, each under a clock of its own',
    kind: 'in-time',
    form: { kind: 'leak' },
    steps: [
      ...onTime(['report', 'reported'], ['report-secrecy', 'reported'], ['isolate', 'done']),
      expectThat({ open: ['direct', 'secrecy'] }),
      ...timely(
        [
          ['secrecy', 'handled'],
          ['direct', 'handled'],
          ['summarise', 'filed'],
        ],
        'closed',
      ),
    ],
  },
  {
    procedure: 'lz-platform-attack',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    form: { kind: 'leak' },
    steps: belated(
      [
        ['report', 'reported'],
        ['report-secrecy', 'reported'],
        ['isolate', 'done'],
        ['secrecy', 'handled', TOP],
        ['direct', 'handled'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-platform-attack',
    name: 'not safe before it is isolated; not closed before the secrecy administration is done',
    kind: 'peculiar',
    form: { kind: 'leak' },
    steps: [
      decide('report', 'reported'),
      cannot('direct', 'handled', 'gate_closed'),
      ...swift(['isolate', 'done'], ['direct', 'handled']),
      cannot('summarise', 'filed', 'gate_closed'),
      decide('report-secrecy', 'reported'),
      cannot('summarise', 'filed', 'gate_closed'),
      ...swift(['secrecy', 'handled'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-platform-attack',
    name: 'a leak found only when the attack is isolated, late, goes to the secrecy administration within half an hour of that',
    kind: 'peculiar',
    form: { kind: 'attack' },
    steps: [
      decide('report', 'reported'),
      endOf('isolate'),
      expectThat({ open: ['direct', 'isolate'] }),
      decide('isolate', 'done', { leaked: true }),
      expectThat({ open: ['direct', 'report-secrecy'] }),
      ...onTime(['report-secrecy', 'reported']),
      ...swift(['direct', 'handled'], ['secrecy', 'handled'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
];

/** LZ-D 34; LZ-P 19, 21, 42, 44, 102, 132, 139. */
export const lanzhouReportStories: Story[] = [
  ...platformAttack,
  ...reportStories('lz-security-problem', { handle: [['handle', 'handled', TOP]] }),
  ...reportStories('lz-harmful-information', {
    form: { network: 'elte' },
    handle: [['handle-elte', 'handled', TOP]],
  }),
  ...reportStories('lz-harmful-information', {
    form: { network: 'extranet' },
    handle: [['handle-extranet', 'handled']],
  }),
  ...reportStories('lz-joint-attack', {
    form: { network: 'elte' },
    handle: [
      ['joint-elte', 'handled', TOP],
      ['joint-elte', 'handled'],
      ['joint-elte', 'handled'],
    ],
  }),
  ...reportStories('lz-joint-attack', {
    form: { network: 'extranet' },
    handle: [
      ['joint-extranet', 'handled', TOP],
      ['joint-extranet', 'handled'],
    ],
  }),
  ...reportStories('lz-service-fault', { form: { grave: false }, handle: [['repair', 'handled']] }),
  ...reportStories('lz-service-fault', {
    form: { grave: true },
    handle: [
      ['grave', 'received'],
      ['grave', 'received'],
      ['repair', 'handled'],
    ],
  }),
  ...reportStories('lz-lost-credentials', {
    form: { credential: 'account' },
    handle: [['account', 'handled']],
  }),
  ...reportStories('lz-lost-credentials', { form: { credential: 'seal' }, handle: [['seal', 'handled']] }),
];
