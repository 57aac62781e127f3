import { cannot, closedAs, decide, endOf, expectThat, type Story } from '../support/story.ts';
import { belated, CALL, onTime, swift, TOP, timely } from '../support/story-words.ts';

/** LZ-P 第一百六十八条（四）. */
const leak: Story[] = [
  {
    procedure: 'lz-incident-leak',
    name: 'every step in the last second of its limit',
    kind: 'in-time',
    steps: [
      ...onTime(
        ['cut', 'done'],
        ['call-lead', 'told'],
        ['notify', 'self'],
        ['call-office', 'told'],
        ['delete', 'done'],
        ['trace', 'done'],
        ['appraise', 'secret'],
      ),
      decide('investigate', 'done'),
      ...timely(
        [
          ['reconnect', 'done'],
          ['summarise', 'done'],
          ['report-head', 'heard'],
          ['report-department', 'heard'],
          ['report-office', 'heard'],
          ['file', 'filed'],
        ],
        'closed',
      ),
    ],
  },
  {
    procedure: 'lz-incident-leak',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['cut', 'done'],
        ['notify', 'command', CALL],
        ['command', 'done', TOP],
        ['call-lead', 'told', CALL],
        ['call-office', 'told', CALL],
        ['delete', 'done'],
        ['trace', 'done'],
        ['appraise', 'secret'],
        ['investigate', 'done'],
        ['reconnect', 'done'],
        ['summarise', 'done'],
        ['report-head', 'heard', TOP],
        ['report-department', 'heard'],
        ['report-office', 'heard'],
        ['file', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-leak',
    name: 'the lead is called even when nobody has cut the connection in time',
    kind: 'missed',
    form: { level: 'IV' },
    steps: [
      expectThat({ open: ['cut', 'notify'] }),
      endOf('cut'),
      expectThat({ open: ['call-lead', 'cut', 'notify'] }),
      ...swift(['call-lead', 'told'], ['cut', 'done'], ['notify', 'self'], ['call-office', 'told']),
      ...swift(['appraise', 'not-secret'], ['delete', 'done']),
      expectThat({ open: ['trace'] }),
      ...swift(['trace', 'done'], ['reconnect', 'done'], ['summarise', 'done'], ['report-head', 'heard']),
      ...swift(['file', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-leak',
    name: 'the connection comes back only after deletion, tracing and the appraisal of secrecy',
    kind: 'peculiar',
    form: { level: 'IV' },
    steps: [
      ...swift(['cut', 'done'], ['notify', 'self'], ['call-lead', 'told'], ['delete', 'done']),
      decide('trace', 'done'),
      decide('call-office', 'told'),
      expectThat({ open: ['appraise'] }),
      decide('appraise', 'secret'),
      expectThat({ open: ['investigate', 'reconnect'] }),
      ...swift(['reconnect', 'done'], ['summarise', 'done'], ['report-head', 'heard']),
      cannot('file', 'filed', 'gate_closed'),
      ...swift(['investigate', 'done'], ['file', 'filed']),
      closedAs('closed'),
    ],
  },
];

/** LZ-P 第一百六十八条（八）. */
const theft: Story[] = [
  {
    procedure: 'lz-incident-theft',
    name: 'every step in the last second of its limit',
    kind: 'in-time',
    steps: timely(
      [
        ['call-department', 'told'],
        ['keep-scene', 'done'],
        ['call-police', 'told'],
        ['notify', 'self'],
        ['inventory', 'verified'],
        ['inventory', 'verified'],
        ['report-up', 'heard'],
        ['investigate', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-theft',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['call-department', 'told', CALL],
        ['keep-scene', 'done'],
        ['call-police', 'told', CALL],
        ['notify', 'command', CALL],
        ['command', 'done', TOP],
        ['inventory', 'verified', TOP],
        ['inventory', 'verified'],
        ['report-up', 'heard'],
        ['investigate', 'done', TOP],
        ['summarise', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-theft',
    name: 'duty officer and police take the inventory together, once the scene is kept and the police are there',
    kind: 'peculiar',
    steps: [
      ...swift(['call-department', 'told'], ['call-police', 'told'], ['notify', 'self']),
      expectThat({ open: ['keep-scene'] }),
      ...swift(['keep-scene', 'done'], ['inventory', 'verified']),
      expectThat({ open: ['inventory'] }),
      decide('inventory', 'verified'),
      expectThat({ open: ['investigate', 'report-up'] }),
      { act: 'change-level', by: 'duty-officer', body: { level: 'III' } },
      decide('investigate', 'done'),
      cannot('summarise', 'filed', 'gate_closed'),
      ...swift(['report-up', 'heard'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
];

export const lanzhouLeakStories: Story[] = [...leak, ...theft];
