import { cannotWithdraw, inTime, missed, peculiar, refused, withdrawn } from '../support/courses.ts';
import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';

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

  inTime('ls-data-licence', `${LICENSED} report:reported supervise:expire`, 'ended'),
  missed('ls-data-licence', `${LICENSED} report:reported supervise:expire`, 'ended'),
  refused('ls-data-licence', 'authorise:authorise authorise:refuse'),
  refused('ls-data-licence', 'authorise:authorise authorise:authorise sign:failed'),
  refused('ls-data-licence', `${LICENSED} report:reported supervise:revoke`, 'revoked'),
  missed('ls-data-licence', `${LICENSED} report-at-window:reported supervise:expire`, 'ended', AT_WINDOW),
  cannotWithdraw('ls-data-licence'),
  peculiar('ls-data-licence', 'the report comes back as long as the use goes on', [
    decide('authorise', 'authorise'),
    expectThat({ open: ['authorise'] }),
    decide('authorise', 'authorise'),
    decide('sign', 'signed'),
    expectThat({ open: ['inform', 'report'] }),
    decide('report', 'reported'),
    cannot('supervise', 'continue', 'gate_closed'),
    decide('inform', 'informed'),
    decide('supervise', 'continue'),
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
