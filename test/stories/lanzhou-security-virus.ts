import {
  cannot,
  cannotSay,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  rung,
  type Story,
} from '../support/story.ts';
import { belated, belatedly, CALL, type Leg, swift, TOP, timely } from '../support/story-words.ts';

const OF_KIND = (kind: string) => ({ system: { name: '样例系统', kind } });
const BOTH_INFORMED = [decide('inform', 'informed'), decide('inform', 'informed')];

/** LZ-P 第一百六十八条（一）: an outbreak of viruses. */
const virus: Story[] = [
  {
    procedure: 'lz-incident-virus',
    name: 'a website dealt with in the last second of its two hours: nobody need be informed',
    kind: 'in-time',
    form: OF_KIND('website'),
    steps: timely(
      [
        ['isolate', 'done'],
        ['notify', 'self'],
        ['backup', 'done'],
        ['clean', 'done'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['reconnect', 'done'],
        ['summarise', 'harden'],
        ['harden', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-virus',
    name: 'an office system has four hours, used to the last second',
    kind: 'in-time',
    form: OF_KIND('office-system'),
    steps: [
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done']),
      lastSecondOf('restore'),
      decide('restore', 'done'),
      expectThat({ open: ['notify', 'verify'], clocks: { restore: 'met' } }),
      ...swift(['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'two hours missed: the security lead and the Party office are informed, unanswered calls go to the head four times',
    kind: 'missed',
    form: OF_KIND('website'),
    steps: [
      lastSecondOf('restore'),
      expectThat({ open: ['backup', 'clean', 'isolate', 'notify', 'restore'] }),
      endOf('restore'),
      expectThat({
        open: ['backup', 'clean', 'inform', 'isolate', 'notify', 'restore'],
        clocks: { restore: 'missed', inform: 'running' },
      }),
      rung(4, 'inform'),
      expectThat({ escalated: { of: 'inform', to: CALL }, clocks: { inform: 'missed' } }),
      ...BOTH_INFORMED,
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done'], ['restore', 'done']),
      ...swift(['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'nothing is restored before it is cut off, backed up and clean: the office is told at the end of the two hours all the same',
    kind: 'peculiar',
    form: OF_KIND('website'),
    steps: [
      cannot('restore', 'done', 'gate_closed'),
      ...swift(['isolate', 'done'], ['backup', 'done'], ['notify', 'self']),
      cannot('restore', 'done', 'gate_closed'),
      lastSecondOf('restore'),
      expectThat({ open: ['clean', 'restore'], clocks: { restore: 'running' } }),
      endOf('restore'),
      expectThat({ open: ['clean', 'inform', 'restore'], clocks: { restore: 'missed' } }),
      ...swift(['clean', 'done'], ['restore', 'done'], ['verify', 'done'], ['reconnect', 'done']),
      cannot('summarise', 'filed', 'gate_closed'),
      ...BOTH_INFORMED,
      cannotSay('summarise', 'filed', { prevention: undefined }),
      decide('summarise', 'filed'),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'four hours missed for a business system: informed then, answered in time, nobody is called twice',
    kind: 'missed',
    form: OF_KIND('business-system'),
    steps: [
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done']),
      endOf('restore'),
      expectThat({ open: ['inform', 'notify', 'restore'] }),
      lastSecondOf('inform'),
      ...BOTH_INFORMED,
      expectThat({ clocks: { inform: 'met', restore: 'missed' }, escalated: { of: 'inform', to: [] } }),
      ...swift(['restore', 'done'], ['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'every limit missed climbs its ladder, and the case still waits for people',
    kind: 'missed',
    steps: belated(
      [
        ['isolate', 'done'],
        ['notify', 'self', CALL],
        ['backup', 'done'],
        ['clean', 'done'],
        ['inform', 'informed', CALL],
        ['inform', 'informed'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['reconnect', 'done'],
        ['summarise', 'harden'],
        ['harden', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-virus',
    name: 'the head takes command on site: nothing is filed before that has ended; then the review is chosen',
    kind: 'peculiar',
    steps: [
      decide('notify', 'command'),
      expectThat({ open: ['backup', 'clean', 'command', 'isolate', 'restore'] }),
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done'], ['restore', 'done']),
      ...swift(['verify', 'done'], ['reconnect', 'done']),
      cannot('summarise', 'filed', 'gate_closed'),
      decide('command', 'done'),
      { act: 'change-level', by: 'duty-officer', body: { level: 'III' } },
      ...swift(['summarise', 'review'], ['review', 'done'], ['improve', 'done']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'a head who left it to the unit takes command later, once: nothing is filed before that has ended',
    kind: 'peculiar',
    steps: [
      { act: 'take-command', by: 'unit-head', refusedWith: 'act_not_allowed' },
      decide('notify', 'self'),
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'cannot-clean'], ['restore', 'done']),
      { act: 'take-command', by: 'security-lead', refusedWith: 'role_not_allowed' },
      { act: 'take-command', by: 'unit-head' },
      expectThat({ open: ['command', 'inform', 'verify'] }),
      { act: 'take-command', by: 'unit-head', refusedWith: 'act_not_allowed' },
      ...BOTH_INFORMED,
      ...swift(['verify', 'done'], ['reconnect', 'done']),
      cannot('summarise', 'filed', 'gate_closed'),
      ...swift(['command', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'a head who has not acknowledged holds up neither the work nor the filing, and is late all the same',
    kind: 'peculiar',
    steps: [
      ...swift(['isolate', 'done'], ['backup', 'done'], ['clean', 'done'], ['restore', 'done']),
      endOf('notify'),
      ...swift(['verify', 'done'], ['reconnect', 'done'], ['summarise', 'filed']),
      closedAs('closed'),
      expectThat({ clocks: { notify: 'missed' } }),
    ],
  },
  {
    procedure: 'lz-incident-virus',
    name: 'the scanner cannot clean it: informed at once; no summary before both have acknowledged; no withdrawal',
    kind: 'peculiar',
    steps: [
      decide('clean', 'cannot-clean'),
      expectThat({ open: ['backup', 'inform', 'isolate', 'notify', 'restore'] }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...swift(['isolate', 'done'], ['backup', 'done'], ['restore', 'done']),
      ...swift(['verify', 'done'], ['reconnect', 'done']),
      cannot('summarise', 'filed', 'gate_closed'),
      ...BOTH_INFORMED,
      decide('summarise', 'filed'),
      closedAs('closed'),
    ],
  },
];

/** What the head of the unit cannot solve with the unit alone (第一百六十八条): the head takes command, and the last stage waits for its end. */
const command = (procedure: string, handled: Leg[], concluded: Leg[]): Story => ({
  procedure,
  name: 'the head takes command, late at every step; nothing is summarised before it is over',
  kind: 'missed',
  steps: [
    ...swift(...handled),
    endOf('notify'),
    decide('notify', 'command'),
    cannot('summarise', 'filed', 'gate_closed'),
    ...belatedly(['command', 'done', TOP]),
    ...swift(...concluded),
    closedAs('closed'),
  ],
});
const commanded: Story[] = [
  command(
    'lz-incident-virus',
    [
      ['isolate', 'done'],
      ['backup', 'done'],
      ['clean', 'done'],
      ['restore', 'done'],
      ['verify', 'done'],
      ['reconnect', 'done'],
    ],
    [['summarise', 'filed']],
  ),
  command(
    'lz-incident-report',
    [
      ['ascertain', 'found'],
      ['report', 'reported'],
      ['handle', 'handled'],
    ],
    [
      ['summarise', 'review'],
      ['review', 'done'],
      ['improve', 'done'],
    ],
  ),
];

/** LZ-P 第四十五条. */
const report: Story[] = [
  {
    procedure: 'lz-incident-report',
    name: 'what has to be hardened is hardened before the case is closed',
    kind: 'peculiar',
    steps: [
      ...swift(['ascertain', 'found'], ['report', 'reported'], ['notify', 'self']),
      ...swift(['handle', 'handled'], ['summarise', 'harden']),
      expectThat({ open: ['harden'] }),
      decide('harden', 'done'),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-report',
    name: 'reported in the last second of the half hour after the cause was found',
    kind: 'in-time',
    steps: timely(
      [
        ['notify', 'self'],
        ['ascertain', 'found'],
        ['report', 'reported'],
        ['handle', 'handled'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-report',
    name: 'reported after the half hour, handled and summarised late: each climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['ascertain', 'found'],
        ['report', 'reported'],
        ['notify', 'self', CALL],
        ['handle', 'handled'],
        ['summarise', 'harden'],
        ['harden', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
];

/** LZ-P 第二十二条: promptly, not within half an hour. */
const eLteReport: Story = {
  procedure: 'lz-incident-report',
  name: 'on the eLTE network reported in the last second of what is a target there',
  kind: 'in-time',
  form: { network: 'elte' },
  steps: [
    decide('ascertain', 'found'),
    lastSecondOf('report'),
    decide('report', 'reported'),
    expectThat({ open: ['handle', 'notify'], clocks: { report: 'met' } }),
    ...swift(['handle', 'handled'], ['summarise', 'filed']),
    closedAs('closed'),
  ],
};

export const lanzhouVirusStories: Story[] = [...virus, ...report, eLteReport, ...commanded];
