import { cannotWithdraw, inTime, missed, peculiar, refused, withdrawn } from '../support/courses.ts';
import { cannot, closedAs, decide, endOf, expectThat, type Story } from '../support/story.ts';

const MINOR = { level: 'IV' };
const AT_ONCE = 'plan:started contain:contained report:reported receive:received preserve:kept';
const CAUGHT_UP =
  'notify:notified measures:taken receive:received receive:received clear:cleared catch-up:issued check:checked';
const REVIEWED =
  'accept:accepted expert-review:reviewed issue-opinion:pass report:reported approve:approve budget:budgeted';
const BUILT = `${REVIEWED} procure:procured build:done acceptance:passed acceptance:passed`;

/** DQ-D 第七条、第九条、第十条、第三十一条、第三十四条, DQ-L 第十一条至第二十三条. */
export const daqingRunningStories: Story[] = [
  inTime('dq-incident', `${AT_ONCE} coordinate:coordinated summarise:filed`, 'closed'),
  missed('dq-incident', `${AT_ONCE} coordinate:coordinated summarise:filed`, 'closed'),
  inTime('dq-incident', `${AT_ONCE} summarise:filed`, 'closed', MINOR),
  cannotWithdraw('dq-incident'),
  peculiar('dq-incident', 'a grave one is not closed before it was coordinated', [
    decide('plan', 'started'),
    decide('contain', 'contained'),
    decide('preserve', 'kept'),
    decide('report', 'reported'),
    expectThat({ open: ['coordinate', 'receive', 'summarise'] }),
    decide('receive', 'received'),
    cannot('summarise', 'filed', 'gate_closed'),
    decide('coordinate', 'coordinated'),
    decide('summarise', 'filed'),
    closedAs('closed'),
  ]),

  inTime('dq-licence-catch-up', CAUGHT_UP, 'caught-up'),
  missed('dq-licence-catch-up', CAUGHT_UP, 'caught-up'),
  cannotWithdraw('dq-licence-catch-up'),
  peculiar('dq-licence-catch-up', 'what was not caught up is sent back with reasons', [
    decide('notify', 'notified'),
    decide('measures', 'taken'),
    decide('receive', 'received'),
    decide('receive', 'received'),
    decide('clear', 'cleared'),
    decide('catch-up', 'issued'),
    { act: 'return', task: 'check', body: { to: 'catch-up' } },
    expectThat({ open: ['catch-up'] }),
    decide('catch-up', 'issued'),
    decide('check', 'checked'),
    closedAs('caught-up'),
  ]),

  ...(
    [
      ['update', 'updated', 'change'],
      ['cancel', 'cancelled', 'close'],
    ] as const
  ).map(([delayed, outcome, op]) =>
    peculiar(
      'dq-licence-catch-up',
      `a delayed ${delayed} is caught up as such, and as nothing else`,
      [
        decide('notify', 'notified'),
        decide('measures', 'taken'),
        decide('receive', 'received'),
        decide('receive', 'received'),
        decide('clear', 'cleared'),
        cannot('catch-up', 'issued', 'outcome_not_allowed'),
        decide('catch-up', outcome),
        expectThat({ registers: [`licences ${op}`] }),
        decide('check', 'checked'),
        closedAs('caught-up'),
      ],
      { delayed },
    ),
  ),

  inTime('dq-licence-catalogue', 'sync:synced publish:published', 'published'),
  missed('dq-licence-catalogue', 'sync:synced publish:published', 'published'),
  withdrawn('dq-licence-catalogue', 'sync:synced'),
  peculiar('dq-licence-catalogue', 'an incomplete entry is sent back to be synced again', [
    decide('sync', 'synced'),
    { act: 'return', task: 'publish', body: { to: 'sync' } },
    expectThat({ open: ['sync'] }),
    decide('sync', 'synced'),
    decide('publish', 'published'),
    closedAs('published'),
  ]),

  inTime('dq-licence-expiry', 'remind:reminded', 'reminded'),
  missed('dq-licence-expiry', 'remind:reminded', 'reminded'),
  {
    procedure: 'dq-licence-expiry',
    name: 'a reminder after the licence has expired is late by both limits',
    kind: 'missed',
    steps: [
      endOf('expiry'),
      expectThat({ clocks: { expiry: 'missed', remind: 'missed' } }),
      decide('remind', 'reminded'),
      closedAs('reminded'),
    ],
  },
  refused('dq-licence-expiry', 'remind:not-needed', 'not-needed'),
  cannotWithdraw('dq-licence-expiry'),

  ...(
    [
      ['issue', 'issued'],
      ['backlog', 'issued'],
      ['change', 'updated'],
      ['review', 'updated'],
      ['mortgage', 'updated'],
      ['loss', 'suspended'],
      ['seizure', 'suspended'],
      ['release', 'released'],
      ['cancellation', 'cancelled'],
    ] as const
  ).map(([matter, outcome]) => inTime('dq-licence-sync', `sync:${outcome}`, 'synced', { matter })),
  missed('dq-licence-sync', 'sync:updated', 'synced', { matter: 'review' }),
  peculiar(
    'dq-licence-sync',
    'a licence that was cancelled is not recorded as issued',
    [cannot('sync', 'issued', 'outcome_not_allowed'), decide('sync', 'cancelled'), closedAs('synced')],
    { matter: 'cancellation' },
  ),
  cannotWithdraw('dq-licence-sync'),

  inTime('dq-project', BUILT, 'accepted'),
  missed('dq-project', BUILT, 'accepted'),
  refused('dq-project', 'accept:refuse'),
  refused('dq-project', 'accept:accepted expert-review:reviewed issue-opinion:refuse'),
  refused(
    'dq-project',
    'accept:accepted expert-review:reviewed issue-opinion:pass report:reported approve:refuse',
  ),
  refused('dq-project', `${REVIEWED} procure:procured build:abandoned`, 'abandoned'),
  refused('dq-project', `${REVIEWED} procure:abandoned`, 'abandoned'),
  withdrawn('dq-project', 'accept:accepted'),
  withdrawn(
    'dq-project',
    'accept:accepted expert-review:reviewed issue-opinion:pass report:reported approve:approve',
  ),
  peculiar('dq-project', 'what one side fails at acceptance is built on and accepted later', [
    ...['accept:accepted', 'expert-review:reviewed', 'issue-opinion:pass', 'report:reported'].map((step) =>
      decide(...(step.split(':') as [string, string])),
    ),
    decide('approve', 'approve'),
    decide('budget', 'budgeted'),
    decide('procure', 'procured'),
    decide('build', 'done'),
    decide('acceptance', 'passed'),
    decide('acceptance', 'failed'),
    expectThat({ open: ['build'] }),
    decide('build', 'done'),
    decide('acceptance', 'passed'),
    decide('acceptance', 'passed'),
    closedAs('accepted'),
  ]),

  inTime('dq-rectification', 'rectify:done verify:passed conclude:filed', 'rectified'),
  missed('dq-rectification', 'rectify:done verify:passed conclude:filed', 'rectified'),
  cannotWithdraw('dq-rectification'),
  peculiar('dq-rectification', 'a check that fails puts the unit under a new limit', [
    decide('rectify', 'done'),
    decide('verify', 'failed'),
    expectThat({ open: ['rectify'], clocks: { rectify: 'running' } }),
    decide('rectify', 'done'),
    decide('verify', 'passed'),
    decide('conclude', 'filed'),
    closedAs('rectified'),
  ]),

  ...['dq-network-new', 'dq-cloud-use'].flatMap((id) => [
    inTime(id, 'decide:approve', 'approved'),
    missed(id, 'decide:approve', 'approved'),
    refused(id, 'decide:refuse'),
    withdrawn(id),
  ]),
  inTime('dq-responsible-filing', 'check:file', 'filed'),
  missed('dq-responsible-filing', 'check:file', 'filed'),
  refused('dq-responsible-filing', 'check:return', 'returned'),
  peculiar(
    'dq-responsible-filing',
    'a user of licences that names another person says whom it had filed before, and files anew',
    [
      cannot('check', 'approve', 'outcome_not_allowed'),
      decide('check', 'file'),
      expectThat({ registers: ['filings open'] }),
      closedAs('filed'),
    ],
    { kind: 'user', change: 'replacement', previous: 'DQ-20260105-0003' },
  ),
  withdrawn('dq-responsible-filing'),
];
