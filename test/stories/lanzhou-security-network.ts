import { cannot, closedAs, decide, endOf, expectThat, type Story } from '../support/story.ts';
import { belated, belatedly, CALL, onTime, swift, TOP, timely } from '../support/story-words.ts';

/** LZ-P 第一百六十八条（六）. */
const network: Story[] = [
  {
    procedure: 'lz-incident-network',
    name: 'own line: every step in the last second of its limit',
    kind: 'in-time',
    steps: timely(
      [
        ['diagnose', 'own-line'],
        ['go', 'done'],
        ['notify', 'self'],
        ['mend-line', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-network',
    name: 'leased line that the carrier cannot mend: a temporary line, every step in the last second',
    kind: 'in-time',
    steps: timely(
      [
        ['diagnose', 'leased-line'],
        ['notify', 'self'],
        ['call-carrier', 'done'],
        ['carrier-mends', 'cannot'],
        ['other-line', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-network',
    name: 'device that cannot be mended: borrowed at once and installed, every step in the last second',
    kind: 'in-time',
    steps: timely(
      [
        ['diagnose', 'device'],
        ['call-office', 'told'],
        ['notify', 'self'],
        ['mend-device', 'cannot'],
        ['replace', 'borrow'],
        ['report-grave', 'told'],
        ['install', 'done'],
        ['summarise', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-network',
    name: 'own line: every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['diagnose', 'own-line'],
        ['notify', 'command', CALL],
        ['command', 'done', TOP],
        ['go', 'done'],
        ['mend-line', 'done'],
        ['summarise', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-network',
    name: 'leased line: every limit missed climbs its ladder',
    kind: 'missed',
    steps: [
      ...swift(['diagnose', 'leased-line'], ['notify', 'self']),
      ...belatedly(['call-carrier', 'done'], ['carrier-mends', 'cannot'], ['other-line', 'done']),
      ...swift(['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'device: every limit missed climbs its ladder',
    kind: 'missed',
    steps: [
      ...swift(['diagnose', 'device'], ['notify', 'self']),
      ...belatedly(
        ['call-office', 'told', CALL],
        ['mend-device', 'cannot'],
        ['report-grave', 'told', CALL],
        ['replace', 'buy'],
        ['install', 'done'],
      ),
      ...swift(['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'found to be a device: the office is told at once from the finding, not after the diagnosis',
    kind: 'peculiar',
    form: { part: 'device' },
    steps: [
      expectThat({ open: ['call-office', 'diagnose', 'notify'] }),
      ...onTime(['call-office', 'told']),
      ...swift(['diagnose', 'device'], ['notify', 'self'], ['mend-device', 'mended'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'not known to be a line when it is found: the office is told from the finding all the same',
    kind: 'peculiar',
    form: { part: 'unknown' },
    steps: [
      expectThat({ open: ['call-office', 'diagnose', 'notify'] }),
      endOf('call-office'),
      ...swift(['diagnose', 'own-line'], ['notify', 'self'], ['go', 'done'], ['mend-line', 'done']),
      expectThat({ clocks: { 'call-office': 'missed' } }),
      cannot('summarise', 'filed', 'gate_closed'),
      ...swift(['call-office', 'told'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'grave though mended: reported further, and no summary before that has been heard',
    kind: 'peculiar',
    steps: [
      ...swift(['diagnose', 'device'], ['notify', 'self'], ['call-office', 'told']),
      decide('mend-device', 'grave-mended'),
      expectThat({ open: ['report-grave', 'summarise'] }),
      { act: 'change-level', by: 'duty-officer', body: { level: 'II' } },
      cannot('summarise', 'filed', 'gate_closed'),
      ...swift(['report-grave', 'told'], ['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'mended by the carrier: no other line',
    kind: 'peculiar',
    steps: [
      ...swift(['diagnose', 'leased-line'], ['notify', 'self'], ['call-carrier', 'done']),
      decide('carrier-mends', 'mended'),
      expectThat({ open: ['summarise'] }),
      ...swift(['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'lz-incident-network',
    name: 'a device mended on the spot: nothing is replaced',
    kind: 'peculiar',
    steps: [
      ...swift(
        ['diagnose', 'device'],
        ['notify', 'self'],
        ['call-office', 'told'],
        ['mend-device', 'mended'],
      ),
      expectThat({ open: ['summarise'] }),
      ...swift(['summarise', 'filed']),
      closedAs('closed'),
    ],
  },
];

/** LZ-P 第一百六十八条（七）. */
const data: Story[] = [
  {
    procedure: 'lz-incident-data',
    name: 'a lost device is replaced and the backup restored; cause filed in the last second of two working days',
    kind: 'in-time',
    steps: timely(
      [
        ['protect', 'done'],
        ['locate', 'data-lost'],
        ['notify', 'self'],
        ['new-device', 'done'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['analyse', 'done'],
        ['file', 'filed'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-data',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    steps: belated(
      [
        ['protect', 'done'],
        ['notify', 'command', CALL],
        ['command', 'done', TOP],
        ['locate', 'data-lost'],
        ['new-device', 'done'],
        ['restore', 'done'],
        ['verify', 'done'],
        ['analyse', 'done'],
        ['file', 'review'],
        ['review', 'done'],
        ['improve', 'done'],
      ],
      'closed',
    ),
  },
  {
    procedure: 'lz-incident-data',
    name: 'the device works again: no new one; the two working days run from the verification',
    kind: 'peculiar',
    steps: [
      expectThat({ open: ['locate', 'notify', 'protect'] }),
      cannot('locate', 'device-mended', 'gate_closed'),
      ...swift(['protect', 'done'], ['notify', 'self'], ['locate', 'device-mended']),
      { act: 'change-level', by: 'duty-officer', body: { level: 'III' } },
      expectThat({ open: ['restore'] }),
      ...onTime(['restore', 'done']),
      ...swift(['verify', 'done']),
      ...onTime(['analyse', 'done']),
      decide('file', 'filed'),
      closedAs('closed'),
    ],
  },
];

export const lanzhouNetworkStories: Story[] = [...network, ...data];
