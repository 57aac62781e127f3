import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  rung,
  type Step,
  type Story,
} from '../support/story.ts';
import { TO_COMPETENT, TO_HEAD, TO_PROVIDER } from './shapes.ts';

/** The secrecy review first, then that of the head. */
const REVIEWED: Step[] = [decide('review', 'pass'), decide('review', 'pass')];

const catalogue: Story[] = [
  {
    procedure: 'lz-catalogue-entry',
    name: 'reviewed for secrecy, then by the head, each under a limit of its own, and published by the unit itself',
    kind: 'in-time',
    steps: [
      lastSecondOf('review'),
      decide('review', 'pass', {}, 'security-lead'),
      expectThat({ open: ['review'], clocks: { review: 'running' } }),
      lastSecondOf('review'),
      decide('review', 'pass', {}, 'unit-head'),
      expectThat({ open: ['publish'] }),
      lastSecondOf('publish'),
      decide('publish', 'published'),
      expectThat({ clocks: { review: 'met', publish: 'met' }, registers: ['resources open'] }),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: "compiled, audited and announced in the Area's catalogue",
    kind: 'in-time',
    form: { catalogue: 'area' },
    steps: [
      ...REVIEWED,
      expectThat({ open: ['compile'] }),
      lastSecondOf('compile'),
      decide('compile', 'compiled'),
      lastSecondOf('audit'),
      decide('audit', 'approve'),
      lastSecondOf('announce'),
      decide('announce', 'announced'),
      expectThat({
        clocks: { compile: 'met', audit: 'met', announce: 'met' },
        registers: ['resources open'],
      }),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'an entry brought up to date in the list of its unit changes its line',
    kind: 'peculiar',
    form: { change: 'update' },
    steps: [
      ...REVIEWED,
      cannot('publish', 'published', 'outcome_not_allowed'),
      decide('publish', 'updated'),
      expectThat({ registers: ['resources change'] }),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: "an entry brought up to date in the Area's catalogue changes its line",
    kind: 'peculiar',
    form: { catalogue: 'area', change: 'update' },
    steps: [
      ...REVIEWED,
      decide('compile', 'compiled'),
      decide('audit', 'approve'),
      decide('announce', 'updated'),
      expectThat({ registers: ['resources change'] }),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'an entry taken off the list of its unit is closed in the register',
    kind: 'peculiar',
    form: { change: 'remove' },
    steps: [
      ...REVIEWED,
      cannot('publish', 'published', 'outcome_not_allowed'),
      decide('publish', 'removed'),
      expectThat({ registers: ['resources close'] }),
      closedAs('removed'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: "an entry taken off the Area's catalogue is audited as well, and closed in the register",
    kind: 'peculiar',
    form: { catalogue: 'area', change: 'remove' },
    steps: [
      ...REVIEWED,
      decide('compile', 'compiled'),
      expectThat({ open: ['audit'], registers: [] }),
      decide('audit', 'approve'),
      decide('announce', 'removed'),
      expectThat({ registers: ['resources close'] }),
      closedAs('removed'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'an entry that is not shared says which law forbids it, and is not taken off while it is registered',
    kind: 'peculiar',
    form: { sharing: 'closed' },
    steps: [
      ...REVIEWED,
      cannot('publish', 'removed', 'outcome_not_allowed'),
      decide('publish', 'published'),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'sent back by its own unit',
    kind: 'refused',
    steps: [decide('review', 'return'), expectThat({ open: [] }), closedAs('returned')],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'sent back by the head of the unit though the secrecy review has let it pass',
    kind: 'peculiar',
    steps: [decide('review', 'pass'), decide('review', 'return', {}, 'unit-head'), closedAs('returned')],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'sent back by the bureau that compiles',
    kind: 'refused',
    form: { catalogue: 'area' },
    steps: [...REVIEWED, decide('compile', 'return'), closedAs('returned')],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'refused by the competent department',
    kind: 'refused',
    form: { catalogue: 'area' },
    steps: [
      ...REVIEWED,
      decide('compile', 'compiled'),
      decide('audit', 'refuse'),
      expectThat({ registers: [] }),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: "the unit's own limits missed",
    kind: 'missed',
    steps: [
      endOf('review'),
      expectThat({ clocks: { review: 'missed' } }),
      rung(3, 'review'),
      expectThat({ status: 'open', escalated: { of: 'review', to: TO_HEAD } }),
      decide('review', 'pass'),
      ...missedThenDecided('review', 'review', 'pass', TO_COMPETENT),
      ...missedThenDecided('publish', 'publish', 'published', TO_HEAD),
      closedAs('published'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: "the limits of the Area's catalogue missed",
    kind: 'missed',
    form: { catalogue: 'area' },
    steps: [
      ...REVIEWED,
      ...missedThenDecided('compile', 'compile', 'compiled', TO_HEAD),
      ...missedThenDecided('audit', 'audit', 'approve', TO_HEAD),
      ...missedThenDecided('announce', 'announce', 'announced', TO_HEAD),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'lz-catalogue-entry',
    name: 'withdrawn',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const licences: Story[] = [
  {
    procedure: 'lz-licence-catalogue',
    name: 'drafted by the issuer and synced, without a review',
    kind: 'in-time',
    steps: [
      lastSecondOf('draft'),
      decide('draft', 'drafted'),
      lastSecondOf('sync'),
      decide('sync', 'synced'),
      expectThat({ clocks: { draft: 'met', sync: 'met' }, registers: ['licences open'] }),
      closedAs('synced'),
    ],
  },
  {
    procedure: 'lz-licence-catalogue',
    name: 'a licence taken off the catalogue is closed in the register',
    kind: 'peculiar',
    form: { change: 'remove' },
    steps: [
      decide('draft', 'drafted'),
      cannot('sync', 'synced', 'outcome_not_allowed'),
      decide('sync', 'removed'),
      expectThat({ registers: ['licences close'] }),
      closedAs('removed'),
    ],
  },
  {
    procedure: 'lz-licence-catalogue',
    name: 'what is on the catalogue is updated, not put on it anew',
    kind: 'peculiar',
    form: { change: 'update' },
    steps: [
      decide('draft', 'drafted'),
      cannot('sync', 'synced', 'outcome_not_allowed'),
      decide('sync', 'updated'),
      expectThat({ registers: ['licences change'] }),
      closedAs('synced'),
    ],
  },
  {
    procedure: 'lz-licence-catalogue',
    name: 'both limits missed',
    kind: 'missed',
    steps: [
      ...missedThenDecided('draft', 'draft', 'drafted', TO_HEAD),
      ...missedThenDecided('sync', 'sync', 'synced', TO_HEAD),
      closedAs('synced'),
    ],
  },
  {
    procedure: 'lz-licence-catalogue',
    name: 'withdrawn by the service centre',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn')],
  },
];

const quarterly: Story[] = [
  {
    procedure: 'lz-update-exception',
    name: 'approved, and updated in the last second of the first ten days of the next quarter',
    kind: 'in-time',
    steps: [
      lastSecondOf('decide'),
      decide('decide', 'approve'),
      expectThat({ open: ['update'], clocks: { decide: 'met' } }),
      lastSecondOf('update'),
      decide('update', 'updated'),
      expectThat({ open: ['update'], clocks: { update: 'running' } }),
      decide('update', 'lapsed'),
      expectThat({ registers: ['resources change', 'resources change', 'resources change'] }),
      closedAs('lapsed'),
    ],
  },
  {
    procedure: 'lz-update-exception',
    name: 'refused with reasons, and nothing is put off',
    kind: 'refused',
    steps: [decide('decide', 'refuse'), expectThat({ registers: [], open: [] }), closedAs('refused')],
  },
  {
    procedure: 'lz-update-exception',
    name: "a quarter's update that is missed climbs its ladder, and the next quarter has its own",
    kind: 'missed',
    steps: [
      ...missedThenDecided('decide', 'decide', 'approve', TO_HEAD),
      ...missedThenDecided('update', 'update', 'updated', TO_PROVIDER).slice(0, -1),
      expectThat({ open: ['update'], clocks: { update: 'running' } }),
      decide('update', 'lapsed'),
      closedAs('lapsed'),
    ],
  },
  {
    procedure: 'lz-update-exception',
    name: 'withdrawn by the one who asked',
    kind: 'withdrawn',
    steps: [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
  },
];

/** LZ-D 第十一条至第十四条、第二十五条; LZ-P 第一百四十八条. */
export const lanzhouDataCatalogueStories: Story[] = [...catalogue, ...quarterly, ...licences];
