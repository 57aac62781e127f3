import { cannotWithdraw, inTime, missed, peculiar, refused, withdrawn } from '../support/courses.ts';
import { cannot, closedAs, decide, endOf, expectThat, rung, type Story } from '../support/story.ts';

const HANDLED =
  'report:reported plan:handle coordinate:coordinated assist:assisted handle:handled summarise:filed';
const CUT_OFF =
  'report:reported plan:cut-off isolate:isolated coordinate:coordinated assist:assisted handle:handled restore:restored summarise:filed';
const BUILT = 'conformity:pass sharing:pass approve:approve fund:funded build:done accept:passed';
/** 市经信局、市发改委、市财政局. */
const RECEIVED = 'receive:received receive:received receive:received';
const INTERRUPTION = { kind: 'interruption' };

/** LS-D 第六条、第三十八条至第五十条, LS-N 第十二条至第二十六条. */
export const lhasaRunningStories: Story[] = [
  inTime('ls-incident', HANDLED, 'closed'),
  missed('ls-incident', HANDLED, 'closed'),
  cannotWithdraw('ls-incident'),
  inTime('ls-incident', CUT_OFF, 'closed'),
  missed('ls-incident', CUT_OFF, 'closed'),
  peculiar('ls-incident', 'a grave one is cut off before it counts as handled', [
    decide('report', 'reported'),
    decide('plan', 'cut-off'),
    decide('coordinate', 'coordinated'),
    expectThat({ open: ['assist', 'handle', 'isolate'] }),
    cannot('handle', 'handled', 'gate_closed'),
    endOf('isolate'),
    rung(3, 'isolate'),
    expectThat({ escalated: { of: 'isolate', to: ['unit-head', 'competent-department', 'leading-group'] } }),
    decide('isolate', 'isolated'),
    cannot('restore', 'restored', 'gate_closed'),
    decide('handle', 'handled'),
    decide('assist', 'assisted'),
    cannot('summarise', 'filed', 'gate_closed'),
    decide('restore', 'restored'),
    decide('summarise', 'filed'),
    closedAs('closed'),
  ]),

  {
    ...peculiar('ls-incident', 'one that proves grave is coordinated from then on, and not closed before', [
      decide('report', 'reported'),
      expectThat({ open: ['assist', 'plan'] }),
      decide('plan', 'handle'),
      { act: 'change-level', by: 'platform-manager', body: { level: 'II' } },
      expectThat({ open: ['assist', 'coordinate', 'handle'] }),
      { act: 'change-level', by: 'platform-manager', body: { level: 'III' } },
      expectThat({ open: ['assist', 'coordinate', 'handle'] }),
      decide('handle', 'handled'),
      decide('assist', 'assisted'),
      cannot('summarise', 'filed', 'gate_closed'),
      decide('coordinate', 'coordinated'),
      decide('summarise', 'filed'),
      closedAs('closed'),
    ]),
    form: { level: 'III' },
  },

  inTime('ls-extranet-fault', 'report:reported bureau:handled close:filed', 'closed'),
  missed('ls-extranet-fault', 'report:reported bureau:handled close:filed', 'closed'),
  inTime('ls-extranet-fault', 'report:reported carrier:handled close:filed', 'closed', { line: 'leased' }),
  missed('ls-extranet-fault', 'report:reported carrier:handled close:filed', 'closed', { line: 'leased' }),
  cannotWithdraw('ls-extranet-fault'),

  inTime('ls-extranet-access', 'review:pass assess:passed carry-out:done', 'carried-out'),
  missed('ls-extranet-access', 'review:pass assess:passed carry-out:done', 'carried-out'),
  inTime('ls-extranet-access', 'review:pass assess:passed carry-out:changed', 'carried-out', {
    kind: 'change',
  }),
  inTime('ls-extranet-access', 'review:pass interrupt:done', 'carried-out', INTERRUPTION),
  missed('ls-extranet-access', 'review:pass interrupt:done', 'carried-out', INTERRUPTION),
  refused('ls-extranet-access', 'review:refuse'),
  refused('ls-extranet-access', 'review:pass assess:failed', 'refused', { kind: 'own-exit' }),
  withdrawn('ls-extranet-access', 'review:pass'),

  inTime('ls-project', BUILT, 'accepted'),
  missed('ls-project', BUILT, 'accepted'),
  refused('ls-project', 'conformity:refuse'),
  refused('ls-project', 'sharing:refuse'),
  refused('ls-project', 'conformity:pass sharing:pass approve:refuse'),
  refused(
    'ls-project',
    'sharing:pass conformity:pass approve:approve fund:funded build:abandoned',
    'abandoned',
  ),
  withdrawn('ls-project', 'conformity:pass'),
  withdrawn('ls-project', 'conformity:pass sharing:pass approve:approve'),
  peculiar('ls-project', 'what fails acceptance is built on and accepted later', [
    decide('conformity', 'pass'),
    expectThat({ open: ['sharing'] }),
    decide('sharing', 'pass'),
    decide('approve', 'approve'),
    decide('fund', 'funded'),
    decide('build', 'done'),
    decide('accept', 'failed'),
    expectThat({ open: ['build'] }),
    decide('build', 'done'),
    decide('accept', 'passed'),
    closedAs('accepted'),
  ]),

  inTime('ls-rectification', 'rectify:done verify:passed conclude:filed', 'rectified'),
  missed(
    'ls-rectification',
    'rectify:done report-up:reported criticise:criticised verify:passed conclude:filed',
    'rectified',
  ),
  cannotWithdraw('ls-rectification'),
  peculiar('ls-rectification', 'a check that fails is reported upwards and the unit stays bound', [
    decide('rectify', 'done'),
    decide('verify', 'failed'),
    expectThat({ open: ['rectify', 'report-up'] }),
    decide('report-up', 'reported'),
    decide('criticise', 'sanctioned'),
    expectThat({ open: ['rectify'] }),
    decide('rectify', 'done'),
    decide('verify', 'passed'),
    decide('conclude', 'filed'),
    closedAs('rectified'),
  ]),
  peculiar('ls-rectification', 'the bureau sets another time, with a reason', [
    { act: 'set-limit', by: 'platform-manager', task: 'rectify', body: { amount: 20 } },
    expectThat({ clocks: { rectify: 'running' }, events: ['DeadlineMoved'] }),
    decide('rectify', 'done'),
    decide('verify', 'passed'),
    decide('conclude', 'filed'),
    closedAs('rectified'),
  ]),

  inTime('ls-administrator-filing', 'check:file', 'filed'),
  missed('ls-administrator-filing', 'check:file', 'filed'),
  refused('ls-administrator-filing', 'check:return', 'returned'),
  withdrawn('ls-administrator-filing'),
  inTime('ls-grading', 'check:file', 'filed'),
  missed('ls-grading', 'check:file', 'filed'),
  refused('ls-grading', 'check:return', 'returned'),
  withdrawn('ls-grading'),

  ...['ls-catalogue-yearly', 'ls-evaluation', 'ls-duty-watch', 'ls-ledger'].flatMap((id) => [
    inTime(id, 'perform:done', 'done'),
    missed(id, 'perform:done', 'done'),
    cannotWithdraw(id),
  ]),
  inTime('ls-annual-inspection', `perform:done ${RECEIVED}`, 'done'),
  missed('ls-annual-inspection', `perform:done ${RECEIVED}`, 'done'),
  missed('ls-annual-inspection', `perform:done receive:incomplete complete:done ${RECEIVED}`, 'done'),
  cannotWithdraw('ls-annual-inspection'),
  peculiar('ls-annual-inspection', 'an incomplete result is completed and received again', [
    decide('perform', 'done'),
    decide('receive', 'incomplete'),
    expectThat({ open: ['complete'] }),
    decide('complete', 'done'),
    decide('receive', 'received'),
    decide('receive', 'received'),
    expectThat({ status: 'open', open: ['receive'] }),
    decide('receive', 'received'),
    closedAs('done'),
  ]),
];
