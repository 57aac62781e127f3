import type { Role } from '../../procedures/roles.ts';
import { cannot, closedAs, decide, endOf, expectThat, type Step, type Story } from '../support/story.ts';
import { belated, onTime, swift, timely } from '../support/story-words.ts';

/** 调整时限 of the clearing, ten working days instead of five. */
const setClearing = (by: Role, refusedWith?: string): Step => ({
  act: 'set-limit',
  by,
  task: 'clear',
  body: { amount: 10 },
  ...(refusedWith === undefined ? {} : { refusedWith }),
});

/** LZ-P 第一百五十二条. */
const catchUp: Story[] = [
  {
    procedure: 'lz-licence-catch-up',
    name: 'caught up in the last second of three working days after the fault was cleared',
    kind: 'in-time',
    steps: timely(
      [
        ['measures', 'reported'],
        ['receive', 'received'],
        ['clear', 'cleared'],
        ['catch-up', 'issued'],
        ['confirm', 'confirmed'],
      ],
      'caught-up',
    ),
  },
  {
    procedure: 'lz-licence-catch-up',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['measures', 'reported'],
        ['receive', 'received'],
        ['clear', 'cleared'],
        ['catch-up', 'issued'],
        ['confirm', 'confirmed'],
      ],
      'caught-up',
    ),
  },
  {
    procedure: 'lz-licence-catch-up',
    name: 'what was not caught up is sent back with reasons, and the three working days still run from the clearing',
    kind: 'refused',
    steps: [
      ...swift(['measures', 'reported'], ['receive', 'received'], ['clear', 'cleared']),
      ...onTime(['catch-up', 'issued']),
      { act: 'return', task: 'confirm', body: { to: 'catch-up' } },
      expectThat({ open: ['catch-up'], clocks: { 'catch-up': 'running' } }),
      endOf('catch-up'),
      expectThat({ clocks: { 'catch-up': 'missed' } }),
      ...swift(['catch-up', 'issued'], ['confirm', 'confirmed']),
      expectThat({ registers: ['licences open', 'licences open'] }),
      closedAs('caught-up'),
    ],
  },
  {
    procedure: 'lz-licence-catch-up',
    name: 'the service centre alone sets how long clearing may take; a report not received holds up the confirmation only',
    kind: 'peculiar',
    steps: [
      decide('measures', 'reported'),
      setClearing('licence-issuer', 'role_not_allowed'),
      setClearing('service-centre'),
      expectThat({ events: ['DeadlineMoved'] }),
      ...onTime(['clear', 'cleared']),
      decide('catch-up', 'issued'),
      cannot('confirm', 'confirmed', 'gate_closed'),
      ...swift(['receive', 'received'], ['confirm', 'confirmed']),
      closedAs('caught-up'),
    ],
  },
];

/** What is caught up late is on the line of each licence what it would have been in time. */
const matters = (
  [
    ['update', 'updated', 'change'],
    ['cancel', 'cancelled', 'close'],
  ] as const
).map(
  ([delayed, outcome, op]): Story => ({
    procedure: 'lz-licence-catch-up',
    name: `a delayed ${delayed} is caught up as such, and as nothing else`,
    kind: 'peculiar',
    form: { delayed },
    steps: [
      ...swift(['measures', 'reported'], ['receive', 'received'], ['clear', 'cleared']),
      cannot('catch-up', 'issued', 'outcome_not_allowed'),
      ...swift(['catch-up', outcome], ['confirm', 'confirmed']),
      expectThat({ registers: [`licences ${op}`] }),
      closedAs('caught-up'),
    ],
  }),
);

/** LZ-P 第三十五条. */
const networkFault: Story[] = [
  {
    procedure: 'lz-network-fault',
    name: 'coordinated by the bureau and mended in the last second of each limit',
    kind: 'in-time',
    steps: timely(
      [
        ['self-check', 'cannot'],
        ['report', 'reported'],
        ['coordinate', 'coordinated'],
        ['repair', 'recovered'],
      ],
      'recovered',
    ),
  },
  {
    procedure: 'lz-network-fault',
    name: 'mended by the unit itself: the bureau is not troubled',
    kind: 'in-time',
    steps: timely([['self-check', 'solved']], 'recovered'),
  },
  {
    procedure: 'lz-network-fault',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['self-check', 'cannot'],
        ['report', 'reported'],
        ['coordinate', 'coordinated'],
        ['repair', 'recovered'],
      ],
      'recovered',
    ),
  },
];

const networkFaultPeculiar: Story = {
  procedure: 'lz-network-fault',
  name: 'the unit looks first: the bureau is not told before it has, and is told though it has not in time, within half an hour',
  kind: 'peculiar',
  steps: [
    expectThat({ open: ['self-check'] }),
    endOf('self-check'),
    expectThat({ open: ['self-check'], clocks: { 'self-check': 'missed' } }),
    decide('self-check', 'cannot'),
    expectThat({ open: ['report'] }),
    ...onTime(['report', 'reported'], ['coordinate', 'coordinated']),
    expectThat({ open: ['repair'] }),
    { act: 'withdraw', refusedWith: 'act_not_allowed' },
    decide('repair', 'recovered'),
    closedAs('recovered'),
  ],
};

/** LZ-P 第七条第四项. */
const eLteFault: Story = {
  procedure: 'lz-network-fault',
  name: 'on the eLTE network a sudden fault is reported from the finding, without a look of the unit first',
  kind: 'peculiar',
  form: { network: 'elte' },
  steps: [
    expectThat({ open: ['report'] }),
    ...onTime(['report', 'reported'], ['coordinate', 'coordinated'], ['repair', 'recovered']),
    closedAs('recovered'),
  ],
};

export const lanzhouFaultShortStories: Story[] = [
  ...catchUp,
  ...matters,
  ...networkFault,
  networkFaultPeculiar,
  eLteFault,
];
