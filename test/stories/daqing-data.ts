import { inTime, missed, peculiar, refused, withdrawn } from '../support/courses.ts';
import { cannot, closedAs, decide, expectThat, lastSecondOf, type Story } from '../support/story.ts';

const BOTH = 'review:approve review:approve grant:granted open:opened';
const COUNTY = { scope: 'county' };
const NEGATIVE = { list: 'negative' };

/** DQ-D 第十四条、第十七条、第二十条至第二十五条、第三十条、第三十三条. */
export const daqingDataStories: Story[] = [
  inTime('dq-share-unconditional', 'grant:granted', 'granted'),
  missed('dq-share-unconditional', 'grant:granted', 'granted'),
  refused('dq-share-unconditional', 'grant:refuse'),
  withdrawn('dq-share-unconditional'),

  inTime('dq-share-conditional', BOTH, 'granted'),
  missed('dq-share-conditional', BOTH, 'granted'),
  refused('dq-share-conditional', 'review:refuse'),
  withdrawn('dq-share-conditional', 'review:approve'),
  peculiar('dq-share-conditional', 'one of the two reviewers alone cannot grant, one alone refuses', [
    decide('review', 'approve'),
    expectThat({ open: ['review'] }),
    decide('review', 'refuse'),
    closedAs('refused'),
  ]),

  inTime('dq-channel-exception', 'decide:approve', 'approved'),
  missed('dq-channel-exception', 'decide:approve', 'approved'),
  refused('dq-channel-exception', 'decide:refuse'),
  withdrawn('dq-channel-exception'),

  inTime('dq-consent', 'ask:consented', 'consented'),
  missed('dq-consent', 'ask:consented', 'consented'),
  refused('dq-consent', 'ask:declined', 'declined'),
  withdrawn('dq-consent'),

  inTime('dq-correction-own', 'mark:marked decide:corrected tell:told', 'corrected'),
  missed('dq-correction-own', 'mark:marked decide:corrected tell:told', 'corrected'),
  refused('dq-correction-own', 'mark:marked decide:upheld tell:told', 'upheld'),
  withdrawn('dq-correction-own', 'mark:marked'),
  peculiar('dq-correction-own', 'nothing is decided before it is marked', [
    cannot('decide', 'corrected', 'gate_closed'),
    decide('mark', 'marked'),
    decide('decide', 'corrected'),
    decide('tell', 'told'),
    closedAs('corrected'),
  ]),

  missed(
    'dq-correction-own',
    'mark:marked decide:hand-over verify:corrected tell-verified:told',
    'corrected',
  ),
  peculiar(
    'dq-correction-own',
    'found to be another department’s to correct, it is handed over as the same case',
    [
      decide('mark', 'marked'),
      lastSecondOf('decide'),
      decide('decide', 'hand-over'),
      expectThat({ open: ['verify'], clocks: { decide: 'met', verify: 'running' } }),
      decide('verify', 'upheld'),
      expectThat({ open: ['tell-verified'] }),
      decide('tell-verified', 'told'),
      expectThat({ registers: ['resources mark', 'resources unmark'] }),
      closedAs('upheld'),
    ],
  ),

  inTime('dq-correction-dept', 'mark:marked hand-over:handed verify:corrected tell:told', 'corrected'),
  missed('dq-correction-dept', 'mark:marked hand-over:handed verify:corrected tell:told', 'corrected'),
  refused('dq-correction-dept', 'mark:marked hand-over:handed verify:upheld tell:told', 'upheld'),
  withdrawn('dq-correction-dept', 'hand-over:handed'),
  peculiar('dq-correction-dept', 'marking and handing over run side by side; the answer waits for the mark', [
    decide('hand-over', 'handed'),
    expectThat({ open: ['mark', 'verify'] }),
    decide('verify', 'corrected'),
    cannot('tell', 'told', 'gate_closed'),
    lastSecondOf('mark'),
    decide('mark', 'marked'),
    decide('tell', 'told'),
    closedAs('corrected'),
  ]),

  inTime('dq-catalogue-entry', 'gather:gathered review:included', 'included'),
  missed('dq-catalogue-entry', 'gather:gathered review:included', 'included'),
  inTime('dq-catalogue-entry', 'gather:gathered file:filed', 'filed', COUNTY),
  missed('dq-catalogue-entry', 'gather:gathered file:filed', 'filed', COUNTY),
  missed(
    'dq-catalogue-entry',
    'gather:incomplete revise:revised gather:gathered review:included',
    'included',
  ),
  withdrawn('dq-catalogue-entry', 'gather:gathered'),
  peculiar('dq-catalogue-entry', 'sent back, revised, gathered and reviewed again', [
    decide('gather', 'gathered'),
    decide('review', 'amend'),
    expectThat({ open: ['revise'] }),
    decide('revise', 'revised'),
    decide('gather', 'gathered'),
    decide('review', 'included'),
    closedAs('included'),
  ]),
  peculiar(
    'dq-catalogue-entry',
    'an entry listed already is brought up to date',
    [
      decide('gather', 'gathered'),
      cannot('review', 'included', 'outcome_not_allowed'),
      decide('review', 'modified'),
      expectThat({ registers: ['resources change'] }),
      closedAs('included'),
    ],
    { op: 'modify', sharing: 'none' },
  ),
  peculiar(
    'dq-catalogue-entry',
    'an entry whose law was repealed leaves the catalogue',
    [
      decide('gather', 'gathered'),
      decide('review', 'removed'),
      expectThat({ registers: ['resources close'] }),
      closedAs('removed'),
    ],
    { op: 'remove' },
  ),
  ...(
    [
      ['modify', 'modified', 'change'],
      ['remove', 'removed', 'close'],
    ] as const
  ).map(([op, outcome, written]) =>
    peculiar(
      'dq-catalogue-entry',
      `what a county would ${op} is filed, not reviewed`,
      [
        decide('gather', 'gathered'),
        decide('file', outcome),
        expectThat({ registers: ['filings open', `resources ${written}`] }),
        closedAs('filed'),
      ],
      { ...COUNTY, op },
    ),
  ),
  peculiar(
    'dq-catalogue-entry',
    'a county catalogue is filed, not reviewed',
    [
      decide('gather', 'gathered'),
      expectThat({ open: ['file'] }),
      decide('file', 'filed'),
      expectThat({ registers: ['filings open', 'resources open'] }),
      closedAs('filed'),
    ],
    COUNTY,
  ),

  inTime('dq-lists', 'gather:checked settle:listed', 'listed'),
  missed('dq-lists', 'gather:checked settle:listed', 'listed'),
  inTime('dq-lists', 'gather:checked settle-negative:listed', 'listed', NEGATIVE),
  missed('dq-lists', 'gather:checked settle-negative:listed', 'listed', NEGATIVE),
  missed('dq-lists', 'gather:checked file:filed', 'filed', { level: 'county' }),
  refused('dq-lists', 'gather:refuse'),
  refused('dq-lists', 'gather:checked settle-negative:refuse', 'refused', NEGATIVE),
  withdrawn('dq-lists', 'gather:checked'),

  inTime('dq-open-list', 'settle:settled publish:published', 'published'),
  missed('dq-open-list', 'settle:settled publish:published', 'published'),
  refused('dq-open-list', 'settle:refuse'),
  withdrawn('dq-open-list', 'settle:settled'),

  inTime('dq-open-request', 'review:approve open-interface:opened', 'opened'),
  missed('dq-open-request', 'review:approve open-interface:opened', 'opened'),
  refused('dq-open-request', 'review:refuse'),
  withdrawn('dq-open-request', 'review:approve'),

  inTime('dq-secrecy-review', 'decide:approve', 'approved'),
  missed('dq-secrecy-review', 'decide:approve', 'approved'),
  refused('dq-secrecy-review', 'decide:refuse'),
  withdrawn('dq-secrecy-review'),
];
