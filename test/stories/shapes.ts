import type { Role } from '../../procedures/roles.ts';
import {
  cannot,
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Step,
  type Story,
} from '../support/story.ts';
import { type Leg, TOP } from '../support/story-words.ts';

/** The ladder of a role under whose head stands nobody but the competent department. */
export const TO_HEAD: Role[] = ['unit-head', 'competent-department', 'leading-group'];
/** The ladder where nobody stands above the acting role in its own department. */
export const TO_COMPETENT: Role[] = ['competent-department', 'leading-group', 'supervisor'];
export const TO_PROVIDER: Role[] = ['data-provider-lead', 'competent-department', 'leading-group'];

/** What holds of every procedure made with `permit`; `to`: who hears of its missed limit; `writes`: what the approval writes down. */
export const permitStories = (procedure: string, writes: string[], to: Role[] = TO_HEAD): Story[] => [
  {
    procedure,
    name: 'approved in the last second of its limit',
    kind: 'in-time',
    steps: [
      lastSecondOf('decide'),
      decide('decide', 'approve'),
      expectThat({ clocks: { decide: 'met' }, registers: writes }),
      closedAs('approved'),
    ],
  },
  {
    procedure,
    name: 'refused with reasons',
    kind: 'refused',
    steps: [decide('decide', 'refuse'), expectThat({ registers: [] }), closedAs('refused')],
  },
  {
    procedure,
    name: 'a missed limit approves nothing: it climbs its ladder and waits for a person',
    kind: 'missed',
    steps: [...missedThenDecided('decide', 'decide', 'approve', to), closedAs('approved')],
  },
  {
    procedure,
    name: 'withdrawn by the one who asked',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
];

/** What holds of every procedure made with `filing`; `writes`: what it writes down beside the filing; `to`: who hears of its missed limit. */
export const filingStories = (procedure: string, writes: string[] = [], to: Role[] = TO_HEAD): Story[] => [
  {
    procedure,
    name: 'filed in the last second of its limit',
    kind: 'in-time',
    steps: [
      lastSecondOf('check'),
      decide('check', 'file'),
      expectThat({ clocks: { check: 'met' }, registers: ['filings open', ...writes] }),
      closedAs('filed'),
    ],
  },
  {
    procedure,
    name: 'returned with reasons because something is lacking',
    kind: 'refused',
    steps: [
      cannot('check', 'approve', 'outcome_not_allowed'),
      decide('check', 'return'),
      expectThat({ registers: [] }),
      closedAs('returned'),
    ],
  },
  {
    procedure,
    name: 'nothing counts as filed when the limit is missed',
    kind: 'missed',
    steps: [...missedThenDecided('check', 'check', 'file', to), closedAs('filed')],
  },
  {
    procedure,
    name: 'withdrawn by the one who sent it',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
];

/** A straight course: each stage with its agreeing outcome. */
export type Course = [stage: string, outcome: string][];
export const inTime = (course: Course): Step[] =>
  course.flatMap(([stage, outcome]) => [
    lastSecondOf(stage),
    decide(stage, outcome),
    expectThat({ clocks: { [stage]: 'met' } }),
  ]);
export const allMissed = (course: Course): Step[] =>
  course.flatMap(([stage, outcome]) => missedThenDecided(stage, stage, outcome, TO_HEAD));

/** What holds of every access procedure that is reviewed first and then carried out; `writes`: what it writes down in the end. */
export const accessStories = (
  procedure: string,
  course: Course,
  ending: string,
  writes: string[],
): Story[] => [
  {
    procedure,
    name: 'every stage done in its last second',
    kind: 'in-time',
    steps: [...inTime(course), expectThat({ registers: writes }), closedAs(ending)],
  },
  {
    procedure,
    name: 'refused with reasons, and nothing follows',
    kind: 'refused',
    steps: [decide('review', 'refuse'), expectThat({ open: [], registers: [] }), closedAs('refused')],
  },
  {
    procedure,
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: [...allMissed(course), closedAs(ending)],
  },
  {
    procedure,
    name: 'withdrawn after the review',
    kind: 'withdrawn',
    steps: [
      decide('review', course[0]?.[1] ?? ''),
      { act: 'withdraw' },
      closedAs('withdrawn'),
      expectThat({ open: [] }),
    ],
  },
];

/** From the summary to the last report upwards but one of an incident of level I, the first in the sample form. */
export const UPWARDS: Leg[] = [
  ['summarise', 'done'],
  ['report-head', 'heard', TOP],
  ['report-department', 'heard'],
];
