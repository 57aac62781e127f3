import { isoOf } from '../../calendar/index.ts';
import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
import { filingStories, TO_COMPETENT } from './shapes.ts';
import {
  inTimeStory,
  missedStory,
  peculiarStory,
  refusedStory,
  unheeded,
  type Way,
  withdrawnStory,
} from './ways.ts';

const PLANNED: Way = [
  ['plan', 'sent'],
  ['compile', 'included'],
  ['budget', 'received'],
  ['approve-plan', 'approve', TO_COMPETENT],
];
const AGREED: Way = [
  ['apply', 'applied'],
  ['consult', 'consulted'],
  ['issue-opinion', 'agree'],
];
const DONE: Way = [
  ['procure', 'procured'],
  ['file-contract', 'filed'],
  ['fund', 'arranged'],
  ['build', 'built'],
  ['accept', 'accepted', TO_COMPETENT],
];

/** The plan that is still to be sent in by the end of September. */
const nextPlan = (nowMs: number) => {
  const [year, month] = isoOf(nowMs).split('-').map(Number) as [number, number];
  return { year: String(month > 9 ? year + 2 : year + 1) };
};

const projects: Story[] = [
  inTimeStory(
    'ly-project',
    'from the plan to the acceptance, every stage in its last second',
    [...PLANNED, ...AGREED, ...DONE],
    'accepted',
  ),
  missedStory(
    'ly-project',
    'the plan and the consultation late',
    [...PLANNED, ...AGREED.slice(0, 2), ['issue-opinion', 'refuse']],
    'refused',
  ),
  {
    procedure: 'ly-project',
    name: 'an urgent project outside the plan, assessed by experts, each of its limits missed',
    kind: 'missed',
    steps: [
      decide('plan', 'urgent'),
      ...unheeded([
        ['permit-urgent', 'approve', TO_COMPETENT],
        ['apply', 'applied'],
        ['consult', 'needs-experts'],
        ['assess', 'assessed', TO_COMPETENT],
        ['issue-opinion', 'refuse'],
      ]),
      closedAs('refused'),
    ],
  },
  {
    procedure: 'ly-project',
    name: 'the works late, and the first acceptance failed: not in use until it is passed',
    kind: 'missed',
    steps: [
      decide('plan', 'urgent'),
      decide('permit-urgent', 'approve'),
      ...AGREED.map(([stage, outcome]) => decide(stage, outcome)),
      ...unheeded([...DONE.slice(0, 4), ['accept', 'failed', TO_COMPETENT], ['mend', 'mended']]),
      expectThat({ status: 'open', open: ['accept'] }),
      decide('accept', 'accepted'),
      closedAs('accepted'),
    ],
  },
  {
    procedure: 'ly-project',
    name: 'building begins only when the contract is filed and the money arranged',
    kind: 'peculiar',
    steps: [
      ...[...PLANNED, ...AGREED].map(([stage, outcome]) => decide(stage, outcome)),
      decide('procure', 'procured'),
      expectThat({ open: ['file-contract', 'fund'] }),
      decide('fund', 'arranged'),
      expectThat({ open: ['file-contract'] }),
      decide('file-contract', 'filed'),
      expectThat({ open: ['build'] }),
      decide('build', 'built'),
      decide('accept', 'accepted'),
      closedAs('accepted'),
    ],
  },
  refusedStory(
    'ly-project',
    'left out of the yearly plan with reasons',
    [
      ['plan', 'sent'],
      ['compile', 'left-out'],
    ],
    'not-planned',
  ),
  refusedStory(
    'ly-project',
    'the city government refuses the plan',
    [...PLANNED.slice(0, 3), ['approve-plan', 'refuse']],
    'not-planned',
  ),
  refusedStory(
    'ly-project',
    'the city government refuses the exception',
    [
      ['plan', 'urgent'],
      ['permit-urgent', 'refuse'],
    ],
    'not-planned',
  ),
  refusedStory(
    'ly-project',
    'not agreed after the consultation',
    [...PLANNED, ...AGREED.slice(0, 2), ['issue-opinion', 'refuse']],
    'refused',
  ),
  withdrawnStory('ly-project', PLANNED),
];

/** LY-E 第七条至第十一条，LY-D 第四十八条. */
export const luoyangProjectStories = projects.map((story): Story => ({ ...story, form: nextPlan }));

const CITY: Way = [
  ['consult', 'agreed'],
  ['approve', 'approve', TO_COMPETENT],
];

/** LY-E 第四条至第六条、第二十四条. */
export const luoyangPlanningStories: Story[] = [
  inTimeStory('ly-plan', 'the city plan approved in the last second', CITY, 'approved'),
  missedStory(
    'ly-plan',
    'revised, consulted again and approved, each of them late',
    [['consult', 'revise'], ['revise', 'done'], ...CITY],
    'approved',
  ),
  refusedStory(
    'ly-plan',
    'the city government refuses with reasons',
    [
      ['consult', 'agreed'],
      ['approve', 'refuse'],
    ],
    'refused',
  ),
  peculiarStory(
    'ly-plan',
    "a department's plan is consulted on, not approved",
    [
      ['consult', 'agreed'],
      ['adopt', 'adopted'],
    ],
    'adopted',
    { kind: 'department' },
  ),
  {
    procedure: 'ly-plan',
    name: 'an opinion is heard, not a veto: who does not follow it says why, and the plan goes on',
    kind: 'peculiar',
    form: { kind: 'department' },
    steps: [
      decide('consult', 'revise'),
      decide('revise', 'keep'),
      expectThat({ open: ['adopt'] }),
      decide('adopt', 'adopted'),
      closedAs('adopted'),
    ],
  },
  {
    procedure: 'ly-plan',
    name: "a department's plan issued late",
    kind: 'missed',
    form: { kind: 'department' },
    steps: [decide('consult', 'agreed'), ...unheeded([['adopt', 'adopted']]), closedAs('adopted')],
  },
  withdrawnStory('ly-plan'),
  ...filingStories('ly-county-filing', ['projects open']),
  {
    procedure: 'ly-county-filing',
    name: "a county's project filed stands in the register of the city, and the city decides nothing of it",
    kind: 'peculiar',
    steps: [
      cannot('check', 'refuse', 'outcome_not_allowed'),
      decide('check', 'file'),
      expectThat({ open: [], registers: ['filings open', 'projects open'] }),
      closedAs('filed'),
    ],
  },
  {
    procedure: 'ly-project-evaluation',
    name: 'all four aspects are evaluated; the result is told of the project and leaves it where it was',
    kind: 'peculiar',
    form: { effect: '办件量增长三成', sharing: '共享12类', security: '未发生事件', innovation: '掌上办' },
    steps: [
      decide('review', 'return'),
      decide('revise', 'done'),
      expectThat({ registers: [] }),
      decide('review', 'pass', { grade: '良好' }),
      expectThat({ registers: ['projects change'] }),
      closedAs('evaluated'),
    ],
  },
  inTimeStory('ly-project-evaluation', 'reviewed in the last second', [['review', 'pass']], 'evaluated'),
  missedStory(
    'ly-project-evaluation',
    'returned, revised and reviewed again, each of them late',
    [
      ['review', 'return'],
      ['revise', 'done'],
      ['review', 'pass'],
    ],
    'evaluated',
  ),
  withdrawnStory('ly-project-evaluation'),
];
