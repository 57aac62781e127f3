import {
  cannotWithdraw,
  inTime,
  missed,
  peculiar,
  refused,
  stepsOf,
  story,
  withdrawn,
} from '../support/courses.ts';
import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  rung,
  type Story,
} from '../support/story.ts';
import { UP } from '../support/story-words.ts';

const PUBLISHED = 'secrecy:pass review:pass publish:published';
const RECHECKED = 'answer:refused consider:recheck recheck:changed answer-anew:opened';
const LICENSED = 'authorise:authorise authorise:authorise sign:signed inform:informed';
const AT_WINDOW = { filedBy: 'window' };
const PLATFORM = { way: 'platform' };

/** LS-D 第二十九条至第三十七条, LS-N 第十七条. */
export const lhasaOpenStories: Story[] = [
  inTime('ls-open-publish', PUBLISHED, 'published'),
  missed('ls-open-publish', PUBLISHED, 'published'),
  inTime(
    'ls-open-publish',
    'secrecy:pass consent:agree review:pass publish:published',
    'published',
    PLATFORM,
  ),
  missed(
    'ls-open-publish',
    'secrecy:pass consent:agree review:pass publish:published',
    'published',
    PLATFORM,
  ),
  refused('ls-open-publish', 'secrecy:refuse'),
  refused('ls-open-publish', 'secrecy:pass consent:refuse', 'refused', PLATFORM),
  refused('ls-open-publish', 'secrecy:pass review:refuse', 'refused', { way: 'social' }),
  inTime('ls-open-publish', PUBLISHED, 'published', { way: 'social' }),
  withdrawn('ls-open-publish', 'secrecy:pass', { way: 'collected' }),

  inTime('ls-open-request', 'answer:opened consider:accept', 'opened'),
  missed('ls-open-request', 'answer:opened consider:accept', 'opened'),
  inTime('ls-open-request', RECHECKED, 'opened'),
  missed('ls-open-request', RECHECKED, 'opened'),
  refused('ls-open-request', 'answer:refused consider:accept'),
  refused('ls-open-request', 'answer:refused consider:recheck recheck:upheld'),
  withdrawn('ls-open-request'),
  missed('ls-open-request', 'answer:opened consider-at-window:accept', 'opened', AT_WINDOW),
  peculiar(
    'ls-open-request',
    'who asked at the window is not content, and says so there',
    [
      decide('answer', 'refused'),
      expectThat({ open: ['consider-at-window'] }),
      decide('consider-at-window', 'recheck'),
      decide('recheck', 'changed'),
      decide('answer-anew', 'opened'),
      closedAs('opened'),
    ],
    AT_WINDOW,
  ),

  story('ls-data-licence', 'in-time', 'licensed, reported and supervised in the last second of each limit', [
    ...stepsOf(LICENSED).flatMap(([stage, outcome]) => [lastSecondOf(stage), decide(stage, outcome)]),
    lastSecondOf('report'),
    expectThat({ clocks: { authorise: 'met', sign: 'met', inform: 'met' } }),
    decide('report', 'reported'),
    lastSecondOf('supervise'),
    decide('supervise', 'expire'),
    expectThat({ clocks: { supervise: 'met', report: 'cancelled' } }),
    closedAs('ended'),
  ]),
  missed('ls-data-licence', LICENSED, null),
  story(
    'ls-data-licence',
    'missed',
    'a report that does not come in and a bureau that does not look climb their ladders',
    [
      ...stepsOf(LICENSED).map(([stage, outcome]) => decide(stage, outcome)),
      endOf('report'),
      expectThat({ status: 'open', clocks: { report: 'missed' } }),
      rung(3, 'report'),
      expectThat({ escalated: { of: 'report', to: UP } }),
      decide('report', 'reported'),
      ...missedThenDecided('supervise', 'supervise', 'expire', UP),
      closedAs('ended'),
    ],
  ),
  refused('ls-data-licence', 'authorise:authorise authorise:refuse'),
  refused('ls-data-licence', 'authorise:authorise authorise:authorise sign:failed'),
  refused('ls-data-licence', `${LICENSED} report:reported supervise:revoke`, 'revoked'),
  story(
    'ls-data-licence',
    'missed',
    'filed at the window, it is reported on there, and a report that does not come in climbs its ladder',
    [
      ...stepsOf(LICENSED).map(([stage, outcome]) => decide(stage, outcome)),
      endOf('report-at-window'),
      expectThat({ open: ['report-at-window'], clocks: { 'report-at-window': 'missed' } }),
      rung(3, 'report-at-window'),
      expectThat({ escalated: { of: 'report-at-window', to: UP } }),
      decide('report-at-window', 'reported'),
      decide('supervise', 'expire'),
      closedAs('ended'),
    ],
    AT_WINDOW,
  ),
  cannotWithdraw('ls-data-licence'),
  peculiar('ls-data-licence', 'the report comes back as long as the use goes on', [
    decide('authorise', 'authorise'),
    expectThat({ open: ['authorise'] }),
    decide('authorise', 'authorise'),
    decide('sign', 'signed'),
    expectThat({ open: ['inform', 'report'] }),
    decide('report', 'reported'),
    expectThat({ open: ['inform', 'report', 'supervise'], clocks: { report: 'running' } }),
    cannot('supervise', 'continue', 'gate_closed'),
    decide('inform', 'informed'),
    endOf('report'),
    // The next one is due half a year after the last, whether the bureau has looked at that or not.
    expectThat({ open: ['report', 'supervise'], clocks: { report: 'missed', supervise: 'missed' } }),
    decide('report', 'reported'),
    decide('supervise', 'continue'),
    expectThat({ open: ['report'], clocks: { report: 'running' } }),
    decide('report', 'reported'),
    decide('supervise', 'expire'),
    closedAs('ended'),
  ]),
  peculiar('ls-data-licence', 'use beyond what was granted is ended by the bureau between two reports', [
    decide('authorise', 'authorise'),
    decide('authorise', 'authorise'),
    decide('sign', 'signed'),
    { act: 'terminate', by: 'platform-manager' },
    closedAs('revoked'),
    expectThat({ open: [], events: ['RegisterChanged'] }),
  ]),

  inTime('ls-invalid-open-data', 'mark:marked announce:announced', 'announced'),
  missed('ls-invalid-open-data', 'mark:marked announce:announced', 'announced'),
  cannotWithdraw('ls-invalid-open-data'),

  inTime('ls-publication-secrecy', 'decide:approve', 'approved'),
  missed('ls-publication-secrecy', 'decide:approve', 'approved'),
  refused('ls-publication-secrecy', 'decide:refuse'),
  withdrawn('ls-publication-secrecy'),
];
