import {
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Story,
} from '../support/story.ts';
import { TO_HEAD, TO_PROVIDER } from './shapes.ts';

const correction: Story[] = [
  {
    procedure: 'lz-correction',
    name: 'reported within one working day, corrected within three',
    kind: 'in-time',
    steps: [
      lastSecondOf('report'),
      decide('report', 'sent'),
      lastSecondOf('handle'),
      decide('handle', 'corrected'),
      expectThat({ clocks: { report: 'met', handle: 'met' }, registers: ['resources change'] }),
      closedAs('corrected'),
    ],
  },
  {
    procedure: 'lz-correction',
    name: 'the provider finds the data right, with reasons',
    kind: 'refused',
    steps: [
      decide('report', 'sent'),
      decide('handle', 'upheld'),
      expectThat({ registers: [] }),
      closedAs('upheld'),
    ],
  },
  {
    procedure: 'lz-correction',
    name: 'a late report is accepted and stays late; a late reply too',
    kind: 'missed',
    steps: [
      ...missedThenDecided('report', 'report', 'sent', TO_HEAD),
      ...missedThenDecided('handle', 'handle', 'corrected', TO_PROVIDER),
      closedAs('corrected'),
    ],
  },
  {
    procedure: 'lz-correction',
    name: 'a mismatch in the own database is fed back within three working days',
    kind: 'peculiar',
    form: { source: 'own-database' },
    steps: [
      lastSecondOf('report'),
      decide('report', 'own-corrected'),
      expectThat({ clocks: { report: 'met' } }),
      closedAs('own-corrected'),
    ],
  },
  {
    procedure: 'lz-correction',
    name: 'the three working days of the own database can be missed as well',
    kind: 'missed',
    form: { source: 'own-database' },
    steps: [
      ...missedThenDecided('report', 'report', 'sent', TO_HEAD),
      decide('handle', 'corrected'),
      closedAs('corrected'),
    ],
  },
  {
    procedure: 'lz-correction',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [decide('report', 'sent'), { act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const updated = [lastSecondOf('update'), decide('update', 'updated'), closedAs('updated')];
const update: Story[] = [
  {
    procedure: 'lz-data-update',
    name: 'business data updated within two working days',
    kind: 'in-time',
    steps: [...updated, expectThat({ clocks: { update: 'met' }, registers: ['resources change'] })],
  },
  {
    procedure: 'lz-data-update',
    name: 'the two working days missed',
    kind: 'missed',
    steps: [...missedThenDecided('update', 'update', 'updated', TO_PROVIDER), closedAs('updated')],
  },
  {
    procedure: 'lz-data-update',
    name: 'an e-licence is updated in real time',
    kind: 'peculiar',
    form: { dataKind: 'licence' },
    steps: [...updated, expectThat({ clocks: { update: 'met' }, registers: ['resources change'] })],
  },
  {
    procedure: 'lz-data-update',
    name: 'a document not updated in real time is late',
    kind: 'missed',
    form: { dataKind: 'document' },
    steps: [...missedThenDecided('update', 'update', 'updated', TO_PROVIDER), closedAs('updated')],
  },
  {
    procedure: 'lz-data-update',
    name: 'quarterly data updated by the tenth of the first month of the quarter',
    kind: 'peculiar',
    form: { dataKind: 'quarterly' },
    steps: [...updated, expectThat({ clocks: { update: 'met' }, registers: ['resources change'] })],
  },
  {
    procedure: 'lz-data-update',
    name: 'quarterly data late after the tenth; an obligation is not withdrawn',
    kind: 'missed',
    form: { dataKind: 'quarterly' },
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...missedThenDecided('update', 'update', 'updated', TO_PROVIDER),
      closedAs('updated'),
    ],
  },
];

const evaluation: Story[] = [
  {
    procedure: 'lz-evaluation',
    name: 'evaluated and published, everybody responds',
    kind: 'in-time',
    steps: [
      lastSecondOf('evaluate'),
      decide('evaluate', 'evaluated'),
      lastSecondOf('publish'),
      decide('publish', 'published'),
      expectThat({ clocks: { evaluate: 'met', publish: 'met' } }),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-evaluation',
    name: 'those that do not respond are listed, and finance suspends their funds',
    kind: 'peculiar',
    steps: [
      decide('evaluate', 'evaluated'),
      decide('publish', 'published-with-list'),
      expectThat({ status: 'open', open: ['suspend'] }),
      lastSecondOf('suspend'),
      decide('suspend', 'suspended'),
      expectThat({ clocks: { suspend: 'met' }, registers: ['projects suspend'] }),
      closedAs('suspended'),
    ],
  },
  {
    procedure: 'lz-evaluation',
    name: 'finance finds nothing to suspend with those listed, and says so',
    kind: 'refused',
    steps: [
      decide('evaluate', 'evaluated'),
      decide('publish', 'published-with-list'),
      decide('suspend', 'nothing-to-suspend'),
      expectThat({ registers: [] }),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-evaluation',
    name: 'every limit missed; a duty is not withdrawn',
    kind: 'missed',
    steps: [
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      ...missedThenDecided('evaluate', 'evaluate', 'evaluated', TO_HEAD),
      ...missedThenDecided('publish', 'publish', 'published-with-list', TO_HEAD),
      ...missedThenDecided('suspend', 'suspend', 'suspended', TO_HEAD),
      closedAs('suspended'),
    ],
  },
];

/** LZ-D 第二十五条、第三十条第四款、第三十一条、第三十七条、第三十八条: data kept right, and looked after. */
export const lanzhouDataQualityStories: Story[] = [...correction, ...update, ...evaluation];
