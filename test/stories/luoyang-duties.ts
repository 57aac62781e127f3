import { periodAt, periodText } from '../../cases/index.ts';
import type { PeriodLength } from '../../procedures/fields.ts';
import type { Role } from '../../procedures/roles.ts';
import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
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

/** For the period that comes next: the date of the present one may have passed. */
const forNext =
  (every: PeriodLength) =>
  (story: Story): Story => ({
    ...story,
    form: (nowMs) => ({ period: periodText({ every, index: periodAt(every, nowMs).index + 1 }) }),
  });

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
  ...reported('ly-monthly-progress', TO_COMPETENT).map(forNext('month')),
  ...reported('ly-annual-department', TO_HEAD).map(forNext('year')),
  ...reported('ly-annual-agency', TO_COMPETENT).map(forNext('year')),
  ...reported('ly-evaluation', TO_COMPETENT),
  ...['risk-assessment', 'training', 'drill'].flatMap(performed),
];
