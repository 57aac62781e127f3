import { cannot, closedAs, decide, endOf, expectThat, lastSecondOf, type Story } from '../support/story.ts';
import { belated, belatedly, type Leg, onTime, swift, TOP, timely } from '../support/story-words.ts';

const withdrawn = (procedure: string): Story => ({
  procedure,
  name: 'withdrawn by the one who asked',
  kind: 'withdrawn',
  steps: [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
});
const refused = (procedure: string, name: string, ...way: Leg[]): Story => ({
  procedure,
  name,
  kind: 'refused',
  steps: [...swift(...way), closedAs('refused')],
});

/** LZ-P 第一百三十六条、第一百三十七条、第一百三十九条. */
const make: Story[] = [
  {
    procedure: 'lz-seal-make',
    name: 'for service matters the service centre confirms; every step in the last second of its limit',
    kind: 'in-time',
    steps: [
      ...timely(
        [
          ['check', 'consistent'],
          ['confirm', 'confirm'],
          ['make', 'made'],
          ['hand-out', 'received'],
        ],
        'made',
      ),
      expectThat({ registers: ['seals open'] }),
    ],
  },
  {
    procedure: 'lz-seal-make',
    name: 'not for service matters: the service centre is not asked',
    kind: 'peculiar',
    form: { serviceMatter: false },
    steps: [
      decide('check', 'consistent'),
      expectThat({ open: ['make'] }),
      ...swift(['make', 'made'], ['hand-out', 'received']),
      expectThat({ registers: ['seals open'] }),
      closedAs('made'),
    ],
  },
  {
    procedure: 'lz-seal-make',
    name: 'handed out to the office head where the keeper has not come for it: one limit, kept by whichever of them',
    kind: 'peculiar',
    form: { serviceMatter: false },
    steps: [
      ...swift(['check', 'consistent'], ['make', 'made']),
      lastSecondOf('hand-out'),
      decide('hand-out', 'received', { keeper: '办公室负责人' }, 'unit-head'),
      expectThat({ open: [], clocks: { 'hand-out': 'met' }, registers: ['seals open'] }),
      closedAs('made'),
    ],
  },
  {
    procedure: 'lz-seal-make',
    name: 'form and credit code differ: made only after proof from the organisation department',
    kind: 'peculiar',
    form: { serviceMatter: false },
    steps: [
      decide('check', 'mismatch'),
      expectThat({ open: ['proof'] }),
      cannot('proof', 'consistent', 'outcome_not_allowed'),
      ...onTime(['proof', 'given'], ['check', 'consistent']),
      ...swift(['make', 'made'], ['hand-out', 'received']),
      closedAs('made'),
    ],
  },
  refused('lz-seal-make', 'refused by the bureau with reasons', ['check', 'refuse']),
  refused(
    'lz-seal-make',
    'not confirmed by the service centre, with reasons',
    ['check', 'consistent'],
    ['confirm', 'refuse'],
  ),
  {
    procedure: 'lz-seal-make',
    name: 'a Party organ is sent to the national and provincial rules, with the basis',
    kind: 'refused',
    steps: [decide('check', 'party-organ'), expectThat({ open: [], registers: [] }), closedAs('elsewhere')],
  },
  {
    procedure: 'lz-seal-make',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: [
      ...belatedly(['check', 'mismatch'], ['proof', 'given']),
      ...belated(
        [
          ['check', 'consistent'],
          ['confirm', 'confirm'],
          ['make', 'made'],
          ['hand-out', 'received'],
        ],
        'made',
      ),
    ],
  },
  withdrawn('lz-seal-make'),
];

/** LZ-P 第一百三十七条. */
const custody: Story[] = [
  {
    procedure: 'lz-seal-custody',
    name: 'agreed, handed over and handed back in the last second of each limit',
    kind: 'in-time',
    steps: [
      ...timely(
        [
          ['agree', 'agree'],
          ['hand-over', 'done'],
          ['custody', 'handed-back'],
        ],
        'ended',
      ),
      expectThat({ registers: ['seals mark', 'seals unmark'] }),
    ],
  },
  refused('lz-seal-custody', 'not agreed, with reasons', ['agree', 'refuse']),
  {
    procedure: 'lz-seal-custody',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['agree', 'agree', TOP],
        ['hand-over', 'done'],
        ['custody', 'handed-back'],
      ],
      'ended',
    ),
  },
  {
    procedure: 'lz-seal-custody',
    name: 'a stand-in who keeps the seal beyond the date agreed has it taken back by the head who agreed',
    kind: 'peculiar',
    form: { why: 'other' },
    steps: [
      ...swift(['agree', 'agree'], ['hand-over', 'done']),
      lastSecondOf('custody'),
      expectThat({ open: ['custody'], clocks: { custody: 'running' } }),
      endOf('custody'),
      expectThat({ open: ['custody', 'take-back'], clocks: { custody: 'missed', 'take-back': 'running' } }),
      lastSecondOf('take-back'),
      decide('take-back', 'taken-back'),
      expectThat({
        open: [],
        clocks: { custody: 'missed', 'take-back': 'met' },
        registers: ['seals mark', 'seals unmark'],
      }),
      closedAs('ended'),
    ],
  },
  {
    procedure: 'lz-seal-custody',
    name: 'handed back late, but before it was taken back: nothing is left to take',
    kind: 'peculiar',
    steps: [
      ...swift(['agree', 'agree'], ['hand-over', 'done']),
      endOf('custody'),
      decide('custody', 'handed-back'),
      expectThat({ open: [], clocks: { custody: 'missed', 'take-back': 'cancelled' } }),
      closedAs('ended'),
    ],
  },
  withdrawn('lz-seal-custody'),
  {
    procedure: 'lz-seal-custody',
    name: 'withdrawn while another keeps the seal, the register says again who keeps it',
    kind: 'withdrawn',
    steps: [
      ...swift(['agree', 'agree'], ['hand-over', 'done']),
      { act: 'withdraw' },
      closedAs('withdrawn'),
      expectThat({ registers: ['seals mark', 'seals unmark'] }),
    ],
  },
];

/** LZ-P 第一百四十条至第一百四十二条. */
const use: Story[] = [
  {
    procedure: 'lz-seal-use',
    name: 'checked and sealed in the last second of each limit',
    kind: 'in-time',
    steps: timely(
      [
        ['check', 'signed-off'],
        ['stamp', 'sealed'],
      ],
      'sealed',
    ),
  },
  {
    procedure: 'lz-seal-use',
    name: 'not signed off: not sealed, and nothing locks the document',
    kind: 'refused',
    steps: [
      expectThat({ open: ['check'] }),
      cannot('check', 'sealed', 'outcome_not_allowed'),
      decide('check', 'refuse'),
      expectThat({ open: [], registers: [] }),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'lz-seal-use',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['check', 'signed-off'],
        ['stamp', 'sealed'],
      ],
      'sealed',
    ),
  },
  withdrawn('lz-seal-use'),
  {
    procedure: 'lz-seal-use',
    name: 'once sealed the document is locked and the case cannot be opened again',
    kind: 'peculiar',
    steps: [
      ...swift(['check', 'signed-off'], ['stamp', 'sealed']),
      expectThat({ registers: ['seals use', 'documents mark'] }),
      { act: 'reopen', refusedWith: 'act_not_allowed' },
      closedAs('sealed'),
    ],
  },
];

/** LZ-P 第六十五条. */
const signature: Story[] = [
  {
    procedure: 'lz-personal-signature',
    name: 'made and authorised in the last second of each limit',
    kind: 'in-time',
    steps: [
      ...timely(
        [
          ['review', 'pass'],
          ['make', 'made'],
          ['authorise', 'authorised'],
        ],
        'authorised',
      ),
      expectThat({ registers: ['seals open'] }),
    ],
  },
  refused('lz-personal-signature', 'refused with reasons', ['review', 'refuse']),
  {
    procedure: 'lz-personal-signature',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['review', 'pass'],
        ['make', 'made'],
        ['authorise', 'authorised'],
      ],
      'authorised',
    ),
  },
  withdrawn('lz-personal-signature'),
];

export const lanzhouSealStories: Story[] = [...make, ...custody, ...use, ...signature];
