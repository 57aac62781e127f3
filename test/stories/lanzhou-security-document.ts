import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
import { belated, belatedly, type Leg, onTime, swift, TOP, timely } from '../support/story-words.ts';

/** LZ-P 第五十六条至第六十四条、第一百四十一条. */
const WAY: Leg[] = [
  ['review', 'pass'],
  ['sign', 'sign', TOP],
  ['seal', 'sealed'],
  ['distribute', 'sent'],
  ['supervise', 'received'],
];
const SIGNED_AND_SEALED = ['documents open', 'seals use', 'documents mark'];
const sealedOnApplication = (sealing: string, stage: string, documentNo: string): Story => ({
  procedure: 'lz-document',
  name: `signed off for a seal (${sealing}), and sealed on an application: its own case goes on from there`,
  kind: 'peculiar',
  form: { sealing, documentNo },
  steps: [
    ...swift(['review', 'pass'], ['sign', 'sign']),
    {
      meanwhile: {
        procedure: 'lz-seal-use',
        name: 'the application',
        kind: 'in-time',
        form: { documentNo, existedBefore: false },
        steps: [...swift(['check', 'signed-off'], ['stamp', 'sealed']), closedAs('sealed')],
      },
    },
    ...swift([stage, 'already'], ...WAY.slice(3)),
    expectThat({ registers: ['documents open', 'documents change', 'documents change'] }),
    closedAs('distributed'),
  ],
});
const outgoing: Story[] = [
  {
    procedure: 'lz-document',
    name: 'urgent: every step in the last second of a quarter of an hour',
    kind: 'in-time',
    steps: [
      ...timely(WAY, 'distributed'),
      expectThat({ registers: [...SIGNED_AND_SEALED, 'documents change'] }),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'not urgent, sealed the traditional way: every step in the last second of its working day',
    kind: 'in-time',
    form: { urgent: false, sealing: 'traditional' },
    steps: [
      ...timely(
        [
          ['review', 'pass'],
          ['sign', 'sign'],
          ['paper-seal', 'sealed'],
          ['distribute', 'sent'],
          ['supervise', 'late'],
        ],
        'distributed',
      ),
      expectThat({ registers: ['documents open', 'documents mark', 'documents change'] }),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'every limit missed climbs its ladder',
    kind: 'missed',
    form: { urgent: false },
    steps: belated(WAY, 'distributed'),
  },
  {
    procedure: 'lz-document',
    name: 'sent back by review and by sign-off; redrafting and the traditional seal late climb their ladders',
    kind: 'missed',
    form: { sealing: 'traditional' },
    steps: [
      ...swift(['review', 'revise']),
      ...belatedly(['redraft', 'redrafted']),
      ...swift(['review', 'pass'], ['sign', 'revise'], ['redraft', 'redrafted'], ['review', 'pass']),
      ...swift(['sign', 'sign']),
      ...belatedly(['paper-seal', 'sealed']),
      ...swift(['distribute', 'sent'], ['supervise', 'received']),
      closedAs('distributed'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'not signed off, with reasons',
    kind: 'refused',
    steps: [
      decide('review', 'pass'),
      expectThat({ open: ['sign'] }),
      decide('sign', 'refuse'),
      expectThat({ open: [], registers: [] }),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'withdrawn by the one who drafted it',
    kind: 'withdrawn',
    steps: [
      decide('review', 'pass'),
      { act: 'withdraw' },
      closedAs('withdrawn'),
      expectThat({ open: [], registers: [] }),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'withdrawn after its sign-off it stands signed off no more',
    kind: 'withdrawn',
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign']),
      { act: 'withdraw' },
      closedAs('withdrawn'),
      expectThat({ registers: ['documents open', 'documents close'] }),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'changed after the seal and not signed off again it stands neither sealed nor signed off',
    kind: 'refused',
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign'], ['seal', 'sealed'], ['distribute', 'change']),
      ...swift(['redraft', 'redrafted'], ['review', 'pass'], ['sign', 'refuse']),
      closedAs('refused'),
      expectThat({
        registers: [...SIGNED_AND_SEALED, 'documents unmark', 'documents suspend', 'documents close'],
      }),
    ],
  },
  sealedOnApplication('electronic', 'seal', '兰新管发〔2026〕141号'),
  sealedOnApplication('traditional', 'paper-seal', '兰新管发〔2026〕142号'),
  {
    procedure: 'lz-document',
    name: 'a document from before the register is approved over again: signed off anew, whatever sealed it counts no more',
    kind: 'peculiar',
    form: { approval: 'again' },
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign']),
      expectThat({ open: ['seal'], registers: ['documents unmark', 'documents open'] }),
      ...swift(...WAY.slice(2)),
      expectThat({ registers: ['documents unmark', ...SIGNED_AND_SEALED, 'documents change'] }),
      closedAs('distributed'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'a change after the seal starts the approval over again',
    kind: 'peculiar',
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign'], ['seal', 'sealed'], ['distribute', 'change']),
      expectThat({
        open: ['redraft'],
        registers: [...SIGNED_AND_SEALED, 'documents unmark', 'documents suspend'],
      }),
      ...swift(['redraft', 'redrafted'], ...WAY),
      expectThat({
        registers: [
          ...[...SIGNED_AND_SEALED, 'documents unmark', 'documents suspend'],
          ...[...SIGNED_AND_SEALED, 'documents change'],
        ],
      }),
      closedAs('distributed'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'the system fails: the bureau at once, the office informed, the document by another channel',
    kind: 'peculiar',
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign'], ['seal', 'sealed'], ['distribute', 'fault']),
      expectThat({ open: ['coordinate', 'note', 'other-channel'] }),
      ...onTime(['other-channel', 'sent'], ['note', 'noted']),
      cannot('supervise', 'received', 'gate_closed'),
      ...onTime(['coordinate', 'solved']),
      decide('supervise', 'received'),
      closedAs('distributed'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'the system fails and everybody is late: the ladders climb',
    kind: 'missed',
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign'], ['seal', 'sealed'], ['distribute', 'fault']),
      ...belatedly(['coordinate', 'solved'], ['note', 'noted'], ['other-channel', 'sent']),
      decide('supervise', 'received'),
      closedAs('distributed'),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'a notice that bears no seal is distributed as soon as it is signed off',
    kind: 'peculiar',
    form: { kind: 'notice', sealing: 'none' },
    steps: [
      ...swift(['review', 'pass'], ['sign', 'sign']),
      expectThat({ open: ['distribute'] }),
      ...swift(['distribute', 'sent'], ['supervise', 'received']),
      expectThat({ registers: ['documents open', 'documents change'] }),
      closedAs('distributed'),
    ],
  },
];

/** 收文, LZ-P 第五十六条、第五十九条、第六十一条、第六十二条、第六十四条. */
const RECEIVED = { kind: 'incoming', sealing: 'none' };
const IN: Leg[] = [
  ['receive', 'received'],
  ['assign', 'assigned', TOP],
  ['handle', 'handled'],
  ['check', 'timely'],
];
const incoming: Story[] = [
  {
    procedure: 'lz-document',
    name: 'urgent and incoming: received and assigned within a quarter of an hour each, handled in a day',
    kind: 'in-time',
    form: RECEIVED,
    steps: [
      expectThat({ open: ['receive'], registers: [] }),
      ...timely(IN, 'handled'),
      expectThat({
        registers: ['documents open', 'documents change', 'documents change', 'documents close'],
      }),
    ],
  },
  {
    procedure: 'lz-document',
    name: 'incoming, every limit missed: the ladders climb, the office names the unit',
    kind: 'missed',
    form: { ...RECEIVED, urgent: false },
    steps: belated([...IN.slice(0, 3), ['check', 'late']], 'handled'),
  },
  {
    procedure: 'lz-document',
    name: 'incoming, and the system fails: received late by another channel, for information only',
    kind: 'missed',
    form: RECEIVED,
    steps: [
      decide('receive', 'fault'),
      expectThat({ open: ['coordinate', 'note', 'receive-otherwise'] }),
      ...belatedly(['receive-otherwise', 'received']),
      decide('assign', 'noted'),
      cannot('check', 'timely', 'gate_closed'),
      ...swift(['coordinate', 'solved'], ['note', 'noted'], ['check', 'timely']),
      closedAs('handled'),
    ],
  },
];

export const lanzhouDocumentStories: Story[] = [...outgoing, ...incoming];
