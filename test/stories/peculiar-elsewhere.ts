import { peculiar } from '../support/courses.ts';
import {
  cannotFile,
  cannotSay,
  cannotWithoutBasis,
  closedAs,
  decide,
  expectThat,
  type Story,
} from '../support/story.ts';

/** 2032-01-01: later than any sample asks for. */
const TOO_LONG = '2032-01-01';
const BEYOND = 'beyond_request';

/** AH 第八条; LY-D 第三十二条. */
const province: Story[] = [
  peculiar(
    'ah-item-catalogue',
    'what is not of one source is revised and checked anew before it is gathered',
    [
      decide('review', 'return'),
      expectThat({ open: ['revise'], registers: [] }),
      decide('revise', 'done'),
      expectThat({ open: ['review'] }),
      decide('review', 'pass'),
      decide('gather', 'done'),
      closedAs('gathered'),
    ],
  ),
  peculiar(
    'ly-open-catalogue-objection',
    'the head alone gives more time; not agreed has a basis; agreed goes on to the bureau that changes the catalogue',
    [
      {
        act: 'extend',
        by: 'data-provider',
        task: 'answer',
        body: { amount: 5 },
        refusedWith: 'role_not_allowed',
      },
      { act: 'extend', by: 'data-provider-head', task: 'answer', body: { amount: 5 } },
      cannotWithoutBasis('answer', 'refuse'),
      decide('answer', 'agree'),
      expectThat({ status: 'open', open: ['change'], registers: [] }),
      decide('change', 'changed', undefined, 'platform-manager'),
      expectThat({ registers: ['resources change'] }),
      closedAs('changed'),
    ],
  ),
];

/** LS-D, LS-N. */
const lhasa: Story[] = [
  peculiar(
    'ls-share-conditional',
    'least privilege (第二十二条): no more data, no wider mode, no longer than the duty was said to need',
    [
      cannotSay('authorise', 'approve', { items: ['没有申请的数据'] }, BEYOND),
      cannotSay('authorise', 'approve', { mode: 'obtain' }, BEYOND),
      cannotSay('authorise', 'approve', { until: TOO_LONG }, BEYOND),
      cannotWithoutBasis('authorise', 'refuse'),
      decide('authorise', 'approve', { mode: 'statistics' }),
      expectThat({ registers: [] }),
      decide('open-access', 'opened'),
      expectThat({ registers: ['data-grants open'] }),
      closedAs('granted'),
    ],
    { mode: 'view' },
  ),
  peculiar(
    'ls-share-cross-level',
    'forwarding grants nothing; what was granted above is no more than was asked',
    [
      decide('forward', 'forwarded'),
      expectThat({ open: ['answer'], registers: [] }),
      cannotSay('answer', 'granted', { until: TOO_LONG }, BEYOND),
      decide('answer', 'granted'),
      expectThat({ registers: ['data-grants open'] }),
      closedAs('granted'),
    ],
  ),
  peculiar(
    'ls-channel-exception',
    'the special case is said, and another channel is open no longer than it lasts',
    [
      cannotFile({ special: undefined }),
      cannotSay('decide', 'approve', { until: TOO_LONG }, BEYOND),
      decide('decide', 'approve'),
      closedAs('approved'),
    ],
  ),
  peculiar(
    'ls-open-publish',
    'data of society need no catalogue entry, all others do; only what the platform uploads needs the provider’s consent',
    [
      cannotFile({ way: 'social', resource: 'ls-hrss-employment' }),
      cannotFile({ way: 'platform', resource: undefined }),
      decide('secrecy', 'pass'),
      expectThat({ open: ['consent'], registers: [] }),
      decide('consent', 'agree', undefined, 'data-provider'),
      decide('review', 'pass'),
      decide('publish', 'published'),
      expectThat({ registers: ['resources open'] }),
      closedAs('published'),
    ],
    { way: 'platform' },
  ),
  peculiar(
    'ls-open-request',
    'a refusal has a basis; whoever doubts it has the bureau look, and the data are opened',
    [
      cannotWithoutBasis('answer', 'refused'),
      decide('answer', 'refused'),
      decide('consider', 'recheck'),
      decide('recheck', 'changed', undefined, 'platform-manager'),
      expectThat({ open: ['answer-anew'], registers: [] }),
      decide('answer-anew', 'opened'),
      expectThat({ registers: ['data-grants open'] }),
      closedAs('opened'),
    ],
  ),
  peculiar(
    'ls-extranet-access',
    'an exit of its own says how it is guarded (第十九条), and nothing is connected before the assessment (第二十条)',
    [
      cannotFile({ kind: 'own-exit', exitSecurity: undefined }),
      decide('review', 'pass'),
      expectThat({ open: ['assess'], registers: [] }),
      decide('assess', 'passed'),
      decide('carry-out', 'done'),
      expectThat({ registers: ['connections open'] }),
      closedAs('carried-out'),
    ],
    { kind: 'own-exit' },
  ),
  peculiar('ls-legal-basis', 'what has no basis becomes unconditional in the catalogue (第五条（一）)', [
    cannotFile({ shareType: 'conditional', conditions: undefined }),
    cannotWithoutBasis('examine', 'unfounded'),
    decide('examine', 'unfounded'),
    expectThat({ registers: ['resources change'] }),
    closedAs('unconditional'),
  ]),
  peculiar('ls-consent', 'nothing without a written consent, and nothing beyond it', [
    cannotFile({ authorisation: undefined }),
    cannotSay('provide', 'provided', { items: ['没有授权的数据'] }, BEYOND),
    decide('provide', 'provided'),
    expectThat({ registers: ['data-grants open'] }),
    closedAs('provided'),
  ]),
  peculiar(
    'ls-administrator-filing',
    'a change of person is filed anew and says whom it replaces',
    [
      cannotFile({ kind: 'change', previous: undefined }),
      cannotFile({ kind: 'first', previous: '前任' }),
      decide('check', 'file'),
      expectThat({ registers: ['filings open'] }),
      closedAs('filed'),
    ],
    { kind: 'change' },
  ),
  peculiar(
    'ls-publication-secrecy',
    'work secrets are barred as state secrets are; whoever publishes reviews',
    [
      cannotFile({ classified: true }, 'classified_material'),
      decide('decide', 'approve', undefined, 'security-lead'),
      closedAs('approved'),
    ],
  ),
  peculiar(
    'ls-enforcement-demand',
    'the bureau provides what the city government has accepted, and no more',
    [
      cannotWithoutBasis('government', 'refuse'),
      expectThat({ open: ['government'], registers: [] }),
      decide('government', 'accept', undefined, 'city-government'),
      cannotSay('cooperate', 'provided', { data: ['没有要求的数据'] }, BEYOND),
      decide('cooperate', 'provided'),
      expectThat({ registers: ['data-grants open'] }),
      closedAs('provided'),
    ],
  ),
];

/** DQ-D. */
const daqing: Story[] = [
  peculiar('dq-share-unconditional', 'no demand is refused without a legal basis (第二十一条)', [
    cannotWithoutBasis('grant', 'refuse'),
    expectThat({ status: 'open', open: ['grant'] }),
    decide('grant', 'granted'),
    expectThat({ registers: ['data-grants open'] }),
    closedAs('granted'),
  ]),
  peculiar('dq-channel-exception', 'a copy says why a call would not do; refused only on a legal basis', [
    cannotFile({ why: undefined }),
    cannotWithoutBasis('decide', 'refuse'),
    cannotSay('decide', 'approve', { until: TOO_LONG }, BEYOND),
    decide('decide', 'approve'),
    closedAs('approved'),
  ]),
  peculiar(
    'dq-open-request',
    'opened by interface after the review, within what was asked and by whom it was capable',
    [
      cannotFile({ capability: undefined }),
      cannotSay('review', 'approve', { items: ['没有请求的数据项'] }, BEYOND),
      decide('review', 'approve'),
      expectThat({ open: ['open-interface'], registers: [] }),
      decide('open-interface', 'opened'),
      closedAs('opened'),
    ],
  ),
  peculiar('dq-cloud-use', 'no classified system; the cloud resources settled are within those asked for', [
    cannotFile({ classified: true }, 'classified_material'),
    cannotSay('decide', 'approve', { resources: ['没有申请的云资源'] }, BEYOND),
    decide('decide', 'approve'),
    expectThat({ registers: ['connections open'] }),
    closedAs('approved'),
  ]),
  peculiar('dq-consent', 'without evidence there is no consent, and what was declined is not collected', [
    cannotSay('ask', 'consented', { evidence: undefined }),
    expectThat({ status: 'open', open: ['ask'] }),
    decide('ask', 'declined'),
    closedAs('declined'),
  ]),
  peculiar(
    'dq-lists',
    'a county makes its own list by that of the city, which is filed and not made for it; a negative one names the law',
    [
      cannotFile({ level: 'county', cityList: undefined }),
      cannotFile({ list: 'negative', legalBasis: undefined }),
      decide('gather', 'checked'),
      expectThat({ open: ['file'] }),
      decide('file', 'filed'),
      expectThat({ registers: ['filings open', 'resources change'] }),
      closedAs('filed'),
    ],
    { level: 'county', list: 'negative' },
  ),
  peculiar(
    'dq-open-list',
    'data got by sharing cannot be listed; what is listed is published where it says',
    [
      cannotFile({ source: 'shared' }),
      decide('settle', 'settled', undefined, 'unit-head'),
      cannotSay('publish', 'published', { place: undefined }),
      expectThat({ registers: [] }),
      decide('publish', 'published'),
      closedAs('published'),
    ],
  ),
  peculiar('dq-secrecy-review', 'says what trade secrets and privacy are in it', [
    cannotFile({ rights: undefined }),
    decide('decide', 'refuse'),
    closedAs('refused'),
  ]),
];

export const elsewherePeculiarStories: Story[] = [...province, ...lhasa, ...daqing];
