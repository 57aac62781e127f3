import { cannot, closedAs, decide, expectThat, missedThenDecided, type Story } from '../support/story.ts';
import { accessStories, allMissed, filingStories, inTime, TO_COMPETENT, TO_HEAD } from './shapes.ts';

const platformAccount = (what: string, stage: string, outcome: string, write: string): Story[] => [
  {
    procedure: 'lz-account-platform',
    name: `${what}: confirmed, done and filed in time`,
    kind: 'in-time',
    form: { what },
    steps: [
      decide('confirm', 'confirm'),
      expectThat({ open: [stage] }),
      ...inTime([
        [stage, outcome],
        ['file', 'filed'],
      ]),
      expectThat({ registers: [write, 'filings open'] }),
      closedAs('filed'),
    ],
  },
  {
    procedure: 'lz-account-platform',
    name: `${what}: its limit missed`,
    kind: 'missed',
    form: { what },
    steps: [
      decide('confirm', 'confirm'),
      ...missedThenDecided(stage, stage, outcome, TO_HEAD),
      decide('file', 'filed'),
      closedAs('filed'),
    ],
  },
];

/** 增加权限. */
const moreRights = (procedure: string): Story => ({
  procedure,
  name: 'more rights change an account that stands and open none',
  kind: 'peculiar',
  form: { what: 'rights' },
  steps: [
    decide('review', 'approve'),
    cannot('register', 'registered', 'outcome_not_allowed'),
    ...inTime([['register', 'extended']]),
    expectThat({ registers: ['accounts change'] }),
    closedAs('registered'),
  ],
});

const accounts: Story[] = [
  ...accessStories(
    'lz-account-oa',
    [
      ['review', 'approve'],
      ['register', 'registered'],
    ],
    'registered',
    ['accounts open'],
  ),
  {
    procedure: 'lz-account-oa',
    name: 'a computer or user that does not meet the requirements is not registered',
    kind: 'refused',
    steps: [decide('review', 'approve'), decide('register', 'unfit'), closedAs('refused')],
  },
  moreRights('lz-account-oa'),
  moreRights('lz-account-service'),
  ...accessStories(
    'lz-account-service',
    [
      ['review', 'approve'],
      ['register', 'registered'],
    ],
    'registered',
    ['accounts open'],
  ),
  {
    procedure: 'lz-account-service',
    name: 'the account of somebody who moves is cancelled',
    kind: 'peculiar',
    form: { what: 'cancel' },
    steps: [
      decide('review', 'approve'),
      expectThat({ open: ['cancel'] }),
      ...inTime([['cancel', 'cancelled']]),
      expectThat({ registers: ['accounts close'] }),
      closedAs('cancelled'),
    ],
  },
  {
    procedure: 'lz-account-service',
    name: 'a computer or user that does not meet the requirements is not registered',
    kind: 'refused',
    steps: [decide('review', 'approve'), decide('register', 'unfit'), closedAs('refused')],
  },
  {
    procedure: 'lz-account-service',
    name: 'a cancellation left undone is escalated',
    kind: 'missed',
    form: { what: 'cancel' },
    steps: [decide('review', 'approve'), ...allMissed([['cancel', 'cancelled']]), closedAs('cancelled')],
  },
  ...platformAccount('administrator', 'assign', 'assigned', 'accounts open'),
  ...platformAccount('leaving', 'revoke', 'revoked', 'accounts change'),
  ...platformAccount('successor', 'hand-over', 'done', 'accounts change'),
  {
    procedure: 'lz-account-platform',
    name: 'confirmation and filing missed',
    kind: 'missed',
    steps: [
      ...missedThenDecided('confirm', 'confirm', 'confirm', TO_COMPETENT),
      decide('assign', 'assigned'),
      ...missedThenDecided('file', 'file', 'filed', TO_HEAD),
      closedAs('filed'),
    ],
  },
  {
    procedure: 'lz-account-platform',
    name: 'refused by the own unit',
    kind: 'refused',
    steps: [decide('confirm', 'refuse'), expectThat({ registers: [] }), closedAs('refused')],
  },
  {
    procedure: 'lz-account-platform',
    name: 'a second account for the same unit or section is refused',
    kind: 'refused',
    form: { what: 'section' },
    steps: [decide('confirm', 'confirm'), decide('assign', 'refuse'), closedAs('refused')],
  },
  {
    procedure: 'lz-account-platform',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

/** LZ-P 第五十二条、第八十条、第八十一条、第八十九条、第九十条、第一百一十五条、第一百二十四条、第一百二十八条. */
export const lanzhouDataAccountStories: Story[] = [
  ...accounts,
  ...filingStories('lz-filing-network'),
  ...filingStories('lz-filing-equipment'),
  ...filingStories('lz-filing-platform'),
  ...filingStories('lz-filing-security-staff'),
];
