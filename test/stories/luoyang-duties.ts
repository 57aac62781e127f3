import { periodAt, periodText } from '../../cases/index.ts';
import type { PeriodLength } from '../../procedures/fields.ts';
import type { Role } from '../../procedures/roles.ts';
import {
  cannot,
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Story,
} from '../support/story.ts';
import { TO_COMPETENT, TO_HEAD } from './shapes.ts';
import { inTimeStory, missedStory, type Way } from './ways.ts';

const INCIDENT: Way = [
  ['respond', 'started'],
  ['report', 'reported'],
  ['contain', 'contained'],
  ['receive', 'received', TO_COMPETENT],
  ['close', 'filed'],
];

/** LY-E 第二十一条，LY-D 第四十四条. */
export const luoyangIncidentStories: Story[] = [
  inTimeStory('ly-incident', 'started, reported and contained in the last second', INCIDENT, 'closed'),
  missedStory('ly-incident', 'every limit missed climbs its ladder', INCIDENT, 'closed'),
  {
    procedure: 'ly-incident',
    name: 'the report does not wait for the response, the end waits for both; nobody can withdraw it',
    kind: 'peculiar',
    steps: [
      expectThat({ open: ['report', 'respond'] }),
      decide('report', 'reported'),
      decide('receive', 'received'),
      expectThat({ open: ['respond'] }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      decide('respond', 'started'),
      decide('contain', 'contained'),
      expectThat({ open: ['close'] }),
      decide('close', 'filed'),
      closedAs('closed'),
    ],
  },
];

/** A duty that is reported to somebody. `to`: who hears when it is not received in time. */
const reported = (procedure: string, to: Role[]): Story[] => [
  inTimeStory(
    procedure,
    'performed and received in the last second',
    [
      ['perform', 'done'],
      ['receive', 'received'],
    ],
    'done',
  ),
  missedStory(
    procedure,
    'performed, received, completed, each of them late',
    [
      ['perform', 'done'],
      ['receive', 'incomplete', to],
      ['complete', 'done'],
      ['receive', 'received', to],
    ],
    'done',
  ),
  {
    procedure,
    name: 'a duty cannot be withdrawn',
    kind: 'peculiar',
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      decide('perform', 'done'),
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
];

/** The December that comes next: the dates of a present one may have passed. */
const inDecember = (nowMs: number) => {
  const next = periodAt('month', nowMs).index + 1;
  const toDecember = 11 - (next % 12);
  return { period: periodText({ every: 'month', index: next + toDecember }) };
};

/** The month that comes next; not December, which has a report more. */
const inPlainMonth = (nowMs: number) => {
  const next = periodAt('month', nowMs).index + 1;
  return { period: periodText({ every: 'month', index: next % 12 === 11 ? next + 1 : next }) };
};

/** For the period that comes next: the date of the present one may have passed. */
const forNext =
  (every: PeriodLength) =>
  (story: Story): Story => ({
    ...story,
    form: (nowMs) => ({ period: periodText({ every, index: periodAt(every, nowMs).index + 1 }) }),
  });

/** LY 第四项：年底前向市政府报告全年落实情况. */
const yearEnd: Story[] = [
  {
    procedure: 'ly-monthly-progress',
    name: 'December has two reports with a date each, and both are received together',
    kind: 'in-time',
    form: inDecember,
    steps: [
      expectThat({ open: ['perform', 'report-year'] }),
      decide('perform', 'done'),
      expectThat({ open: ['report-year'] }),
      lastSecondOf('report-year'),
      decide('report-year', 'done'),
      expectThat({ open: ['receive'], clocks: { perform: 'met', 'report-year': 'met' } }),
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
  {
    procedure: 'ly-monthly-progress',
    name: 'both unheeded, each is late by its own date',
    kind: 'missed',
    form: inDecember,
    steps: [
      ...missedThenDecided('perform', 'perform', 'done', TO_HEAD),
      ...missedThenDecided('report-year', 'report-year', 'done', TO_HEAD),
      decide('receive', 'incomplete'),
      decide('complete', 'done'),
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
  {
    procedure: 'ly-monthly-progress',
    name: 'the year reported before the month waits for it',
    kind: 'peculiar',
    form: inDecember,
    steps: [
      decide('report-year', 'done'),
      expectThat({ open: ['perform'] }),
      decide('perform', 'done'),
      expectThat({ open: ['receive'] }),
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
];

const performed = (procedure: string): Story[] => [
  inTimeStory(procedure, 'performed in the last second', [['perform', 'done']], 'done'),
  missedStory(procedure, 'performed late, and late for good', [['perform', 'done']], 'done'),
  {
    procedure,
    name: 'a duty cannot be refused or withdrawn',
    kind: 'peculiar',
    steps: [
      cannot('perform', 'refuse', 'outcome_not_allowed'),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      decide('perform', 'done'),
      closedAs('done'),
    ],
  },
];

/** LY 第四项，LY-D 第四十六条、第四十七条；and the duties of several regulations. */
export const luoyangDutyStories: Story[] = [
  ...reported('ly-monthly-progress', TO_COMPETENT).map((story) => ({ ...story, form: inPlainMonth })),
  ...yearEnd,
  ...reported('ly-annual-department', TO_HEAD).map(forNext('year')),
  ...reported('ly-annual-agency', TO_COMPETENT).map(forNext('year')),
  ...reported('ly-evaluation', TO_COMPETENT),
  ...['risk-assessment', 'training', 'drill'].flatMap(performed),
];
