import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
import { belated, belatedly, type Leg, onTime, swift, timely } from '../support/story-words.ts';

const COLLECTED: Leg[] = [
  ['collect', 'collected'],
  ['collect', 'collected'],
  ['collect', 'collected'],
];

/** LZ-P 第一百五十三条. */
const use: Story[] = [
  {
    procedure: 'lz-licence-use',
    name: 'agreed by the sector, collected by all three, listed in the last second of each limit',
    kind: 'in-time',
    steps: timely([['review', 'agree'], ...COLLECTED, ['list', 'listed']], 'shared'),
  },
  {
    procedure: 'lz-licence-use',
    name: 'refused with reasons and legal basis',
    kind: 'refused',
    steps: [decide('review', 'refuse'), expectThat({ open: [], registers: [] }), closedAs('refused')],
  },
  {
    procedure: 'lz-licence-use',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated([['review', 'agree'], ...COLLECTED, ['list', 'listed']], 'shared'),
  },
  {
    procedure: 'lz-licence-use',
    name: 'withdrawn by the one who asked',
    kind: 'withdrawn',
    steps: [decide('review', 'agree'), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
  {
    procedure: 'lz-licence-use',
    name: 'not shared before issuer, service centre and bureau are all done',
    kind: 'peculiar',
    steps: [
      ...swift(['review', 'agree'], ['collect', 'collected'], ['collect', 'collected']),
      expectThat({ open: ['collect'], registers: [] }),
      decide('collect', 'collected'),
      expectThat({ open: ['list'], registers: ['licences open'] }),
      decide('list', 'listed'),
      closedAs('shared'),
    ],
  },
];

/** LZ-P 第一百四十九条至第一百五十一条、第一百五十四条、第一百六十三条. */
const lifecycle: Story[] = [
  {
    procedure: 'lz-licence-lifecycle',
    name: 'issued: synced, rights set and checked in the last second of each limit',
    kind: 'in-time',
    form: { matter: 'issue' },
    steps: [
      ...timely(
        [
          ['sync', 'issued'],
          ['rights', 'set'],
          ['draw', 'drawn'],
          ['spot-check', 'consistent'],
          ['spot-check', 'consistent'],
        ],
        'synced',
      ),
      expectThat({ registers: ['licences open'] }),
    ],
  },
  {
    procedure: 'lz-licence-lifecycle',
    name: 'backlog: synced in the last second of twenty working days after it was taken up',
    kind: 'in-time',
    form: { matter: 'backlog' },
    steps: timely(
      [
        ['sync', 'issued'],
        ['rights', 'set'],
        ['draw', 'not-drawn'],
      ],
      'synced',
    ),
  },
  {
    procedure: 'lz-licence-lifecycle',
    name: 'a backlog left undone climbs its ladder',
    kind: 'missed',
    form: { matter: 'backlog' },
    steps: [
      ...belatedly(['sync', 'issued']),
      ...swift(['rights', 'set'], ['draw', 'not-drawn']),
      closedAs('synced'),
    ],
  },
  ...(
    [
      ['change', 'updated', 'licences change'],
      ['yearly-review', 'updated', 'licences change'],
      ['mortgage', 'updated', 'licences change'],
      ['loss', 'suspended', 'licences suspend'],
      ['release', 'released', 'licences resume'],
      ['cancellation', 'cancelled', 'licences close'],
    ] as const
  ).map(
    ([matter, outcome, written]): Story => ({
      procedure: 'lz-licence-lifecycle',
      name: `${matter}: the register stands as the licence does, and there are no rights to set`,
      kind: 'peculiar',
      form: { matter },
      steps: [
        cannot('sync', 'issued', 'outcome_not_allowed'),
        decide('sync', outcome),
        expectThat({ open: ['draw'], registers: [written] }),
        decide('draw', 'not-drawn'),
        closedAs('synced'),
      ],
    }),
  ),
  {
    procedure: 'lz-licence-lifecycle',
    name: 'service centre and bureau check together: what one of them finds to differ is put right, whatever the other found',
    kind: 'peculiar',
    form: { matter: 'change' },
    steps: [
      ...swift(['sync', 'updated'], ['draw', 'drawn'], ['spot-check', 'consistent']),
      expectThat({ open: ['spot-check'] }),
      decide('spot-check', 'mismatch'),
      expectThat({ open: ['put-right'] }),
      decide('put-right', 'done'),
      ...swift(['spot-check', 'consistent'], ['spot-check', 'consistent']),
      closedAs('synced'),
    ],
  },
  {
    procedure: 'lz-licence-lifecycle',
    name: 'found to differ: put right and checked again',
    kind: 'refused',
    form: { matter: 'seizure' },
    steps: [
      ...swift(['sync', 'suspended'], ['draw', 'drawn'], ['spot-check', 'mismatch']),
      ...onTime(['put-right', 'done'], ['spot-check', 'consistent'], ['spot-check', 'consistent']),
      expectThat({ registers: ['licences suspend', 'licences change'] }),
      closedAs('synced'),
    ],
  },
  {
    procedure: 'lz-licence-lifecycle',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    form: { matter: 'issue' },
    steps: [
      ...belatedly(
        ['sync', 'issued'],
        ['rights', 'set'],
        ['draw', 'drawn'],
        ['spot-check', 'mismatch'],
        ['put-right', 'done'],
      ),
      ...swift(['spot-check', 'consistent'], ['spot-check', 'consistent']),
      closedAs('synced'),
    ],
  },
];

export const lanzhouLicenceStories: Story[] = [...use, ...lifecycle];
