import { foundStory } from '../support/duty-stories.ts';
import {
  cannot,
  closedAs,
  decide,
  endOf,
  expectThat,
  lastSecondOf,
  minutes,
  rung,
  type Story,
} from '../support/story.ts';
import { TO_HEAD } from './shapes.ts';
import { inTimeStory, missedStory, peculiarStory, refusedStory, type Way, withdrawnStory } from './ways.ts';

const INCIDENT: Way = [
  ['respond', 'started'],
  ['report', 'reported'],
  ['report-beyond', 'reported'],
  ['contain', 'contained'],
  ['receive', 'received'],
  ['close', 'filed'],
];
const OWN_ONLY = { affectsOthers: false };

/** AH 第十一条、第十六条、第十八条. */
export const anhuiIncidentStories: Story[] = [
  inTimeStory('ah-incident', 'responded, reported and contained in the last second', INCIDENT, 'closed'),
  missedStory('ah-incident', 'every limit missed climbs its ladder', INCIDENT, 'closed'),
  peculiarStory(
    'ah-incident',
    'the police are not told of what stays inside one platform',
    INCIDENT.filter(([stage]) => stage !== 'report-beyond'),
    'closed',
    OWN_ONLY,
  ),
  {
    procedure: 'ah-incident',
    name: 'the police are told from the finding, whether or not the plan is started and the province has been told',
    kind: 'peculiar',
    steps: [
      expectThat({ open: ['report', 'report-beyond', 'respond'] }),
      decide('report-beyond', 'reported'),
      decide('respond', 'started'),
      expectThat({ open: ['contain', 'report'] }),
      decide('report', 'reported'),
      expectThat({ open: ['contain', 'receive'] }),
      decide('contain', 'contained'),
      decide('receive', 'received'),
      decide('close', 'filed'),
      closedAs('closed'),
    ],
  },
  {
    procedure: 'ah-incident',
    name: 'found to reach other platforms only later, it goes to the police all the same, and the end waits for that',
    kind: 'peculiar',
    form: OWN_ONLY,
    steps: [
      decide('report', 'reported'),
      expectThat({ open: ['receive', 'respond'] }),
      decide('receive', 'received'),
      decide('respond', 'started'),
      decide('contain', 'contained', { affectsOthers: true }),
      expectThat({ open: ['close', 'report-beyond'] }),
      cannot('close', 'filed', 'gate_closed'),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      lastSecondOf('report-beyond'),
      decide('report-beyond', 'reported'),
      expectThat({ clocks: { 'report-beyond': 'met' } }),
      decide('close', 'filed'),
      closedAs('closed'),
    ],
  },
];

const PROBLEM: Way = [
  ['report', 'reported'],
  ['dispose', 'handled'],
  ['file', 'handled'],
  ['close', 'filed'],
];

/** AH 第六条第三款. */
export const anhuiProblemStories: Story[] = [
  inTimeStory('ah-problem-filing', 'reported, handled and filed in the last second', PROBLEM, 'closed'),
  missedStory('ah-problem-filing', 'every limit missed climbs its ladder', PROBLEM, 'closed'),
  {
    procedure: 'ah-problem-filing',
    name: 'it ends only when it has been both handled and filed',
    kind: 'peculiar',
    steps: [
      decide('report', 'reported'),
      decide('file', 'handled'),
      cannot('close', 'filed', 'gate_closed'),
      decide('dispose', 'handled'),
      decide('close', 'filed'),
      closedAs('closed'),
    ],
  },
];

const FREQUENT: Way = [
  ['consult', 'agreed'],
  ['file', 'filed'],
  ['announce', 'announced'],
];

/** AH 第六条第二款. */
export const anhuiSuspensionStories: Story[] = [
  inTimeStory(
    'ah-service-suspension',
    'agreed, filed and announced in the last second',
    FREQUENT,
    'announced',
  ),
  missedStory(
    'ah-service-suspension',
    'every limit missed climbs its ladder, and the service goes on',
    [
      ['consult', 'agreed'],
      ['file', 'returned'],
      ['complete', 'done'],
      ['file', 'filed'],
      ['announce', 'announced'],
    ],
    'announced',
  ),
  refusedStory(
    'ah-service-suspension',
    'not agreed, it is not suspended',
    [['consult', 'not-agreed']],
    'refused',
  ),
  peculiarStory(
    'ah-service-suspension',
    'a service not much used is announced without filing',
    [
      ['consult', 'agreed'],
      ['announce', 'announced'],
    ],
    'announced',
    { frequent: false },
  ),
  {
    procedure: 'ah-service-suspension',
    name: 'a frequent service is not announced before it is filed with the province',
    kind: 'peculiar',
    steps: [
      decide('consult', 'agreed'),
      expectThat({ open: ['file'] }),
      decide('file', 'returned'),
      expectThat({ open: ['complete'] }),
      decide('complete', 'done'),
      decide('file', 'filed'),
      expectThat({ open: ['announce'] }),
      decide('announce', 'announced'),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'ah-service-suspension',
    name: 'the last day of service passes while nobody has even agreed: it is red for the unit at once, and the filing is late',
    kind: 'missed',
    steps: [
      expectThat({ open: ['consult'], clocks: { 'before-stop': 'running' } }),
      endOf('before-stop'),
      expectThat({ status: 'open', open: ['consult'], clocks: { 'before-stop': 'missed' } }),
      rung(TO_HEAD.length, 'before-stop'),
      expectThat({ escalated: { of: 'before-stop', to: TO_HEAD } }),
      decide('consult', 'agreed'),
      decide('file', 'filed'),
      expectThat({ open: ['announce'], clocks: { 'before-stop': 'missed' } }),
      decide('announce', 'announced'),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'ah-service-suspension',
    name: 'filed by the last day it is kept, though announced later',
    kind: 'peculiar',
    steps: [
      decide('consult', 'agreed'),
      lastSecondOf('before-stop'),
      decide('file', 'filed'),
      expectThat({ open: ['announce'], clocks: { 'before-stop': 'met' } }),
      minutes(5),
      decide('announce', 'announced'),
      expectThat({ clocks: { 'before-stop': 'met' } }),
      closedAs('announced'),
    ],
  },
  {
    procedure: 'ah-service-suspension',
    name: 'a filing sent back is no filing: the last day passes over whoever has to complete it',
    kind: 'missed',
    steps: [
      decide('consult', 'agreed'),
      decide('file', 'returned'),
      endOf('before-stop'),
      expectThat({ open: ['complete'], clocks: { 'before-stop': 'missed' } }),
      decide('complete', 'done'),
      expectThat({ open: ['file'] }),
      decide('file', 'filed'),
      expectThat({ open: ['announce'], clocks: { 'before-stop': 'missed' } }),
      decide('announce', 'announced'),
      closedAs('announced'),
    ],
  },
  withdrawnStory('ah-service-suspension', [['consult', 'agreed']]),
];

const ITEMS: Way = [
  ['review', 'pass'],
  ['gather', 'done'],
];
const SEAL: Way = [
  ['test', 'passed'],
  ['evidence', 'kept'],
];

/** AH 第八条、第十一条第七款、第十二条. */
export const anhuiAssessmentStories: Story[] = [
  inTimeStory('ah-item-catalogue', 'checked and gathered in the last second', ITEMS, 'gathered'),
  missedStory(
    'ah-item-catalogue',
    'returned, revised and gathered, each of them late',
    [['review', 'return'], ['revise', 'done'], ...ITEMS],
    'gathered',
  ),
  withdrawnStory('ah-item-catalogue'),
  inTimeStory('ah-seal-assessment', 'assessed with its evidence in the last second', SEAL, 'assessed'),
  missedStory(
    'ah-seal-assessment',
    'every limit missed climbs its ladder',
    [['test', 'failed'], ['rectify', 'done'], ...SEAL],
    'assessed',
  ),
  peculiarStory(
    'ah-seal-assessment',
    'evidence that is lacking sends the system back to be assessed anew',
    [['test', 'passed'], ['evidence', 'lacking'], ['rectify', 'done'], ...SEAL],
    'assessed',
  ),
  withdrawnStory('ah-seal-assessment', [['test', 'passed']]),
  inTimeStory(
    'ah-level-assessment',
    'performed in the last second of the year',
    [['perform', 'done']],
    'done',
  ),
  missedStory('ah-level-assessment', 'performed late, and late for good', [['perform', 'done']], 'done'),
  foundStory('ah-level-assessment', 'hazards found are removed before the year counts as assessed', {
    hazards: '未启用国密算法',
  }),
];
