import { peculiar } from '../support/courses.ts';
import {
  cannotFile,
  cannotSay,
  cannotWithoutBasis,
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  type Story,
} from '../support/story.ts';

/** 2032-01-01: later than any sample asks for. */
const TOO_LONG = '2032-01-01';
const BEYOND = 'beyond_request';

/** What only the article of a procedure has. LZ-D, LZ-P: data and catalogue. */
const data: Story[] = [
  peculiar(
    'lz-resource-unpublished',
    'published only with the secrecy review of the provider (LZ-D 第二十四条); published is not yet granted',
    [
      decide('review', 'approve'),
      cannotSay('publish', 'published', { secrecy: undefined }),
      expectThat({ registers: [] }),
      decide('publish', 'published'),
      expectThat({ open: ['assign'], registers: ['resources open'] }),
      decide('assign', 'assigned'),
      expectThat({ registers: ['resources open'] }),
      closedAs('published'),
    ],
  ),
  peculiar(
    'lz-collection-conflict',
    'verified is not yet mended: whoever is wrong modifies, and only then it ends',
    [
      cannotSay('coordinate', 'verified', { wrong: 'nobody' }),
      decide('coordinate', 'verified', { wrong: 'other' }),
      expectThat({ status: 'open', open: ['modify'] }),
      cannotSay('modify', 'modified', { modified: undefined }),
      decide('modify', 'modified'),
      closedAs('verified'),
    ],
  ),
  peculiar('lz-share-upward', 'forwarding grants nothing; the province grants no more than was asked for', [
    decide('forward', 'forwarded'),
    expectThat({ open: ['answer'], registers: [] }),
    cannotSay('answer', 'granted', { until: TOO_LONG }, BEYOND),
    decide('answer', 'granted'),
    expectThat({ registers: ['data-grants open'] }),
    closedAs('granted'),
  ]),
  peculiar(
    'lz-not-shareable',
    'no refusal to share without a legal basis, and the applicant is told on the portal',
    [
      cannotWithoutBasis('justify', 'not-shareable'),
      decide('justify', 'not-shareable'),
      expectThat({ status: 'open', open: ['tell'] }),
      cannotSay('tell', 'told', { text: undefined }),
      decide('tell', 'told'),
      closedAs('not-shareable'),
    ],
  ),
  peculiar(
    'lz-update-exception',
    'quarterly updates are allowed for no longer than the special case was said to last',
    [
      cannotSay('decide', 'approve', { until: TOO_LONG }, BEYOND),
      decide('decide', 'approve'),
      expectThat({ status: 'open', registers: ['resources change'] }),
    ],
  ),
];

/** LZ-P 第三十条至第四十六条、第七十八条、第一百一十四条: networks and platforms. */
const access: Story[] = [
  peculiar('lz-extranet-access', 'refused on one of the grounds of 第四十六条, and on no other', [
    cannotSay('review', 'refuse', { ground: 'too-busy' }),
    decide('review', 'refuse', { ground: 'missing-logs' }),
    expectThat({ registers: [] }),
    closedAs('refused'),
  ]),
  peculiar(
    'lz-extranet-access',
    'filed with its owner, ports and addresses, or not connected for the record',
    [
      decide('review', 'approve'),
      decide('connect', 'connected'),
      cannotSay('archive', 'archived', { addresses: undefined }),
      expectThat({ status: 'open', registers: [] }),
      decide('archive', 'archived'),
      closedAs('connected'),
    ],
  ),
  peculiar(
    'lz-extranet-change',
    'what moves its addresses names them, another change has none; refused below the standard of 第四十六条',
    [
      cannotFile({ movesAddress: true, wanted: undefined }),
      cannotFile({ movesAddress: false, wanted: ['10.0.0.1'] }),
      cannotSay('decide', 'refuse', { ground: undefined }),
      decide('decide', 'refuse', { ground: 'no-tracing' }),
      expectThat({ registers: [] }),
      closedAs('refused'),
    ],
    { what: 'new-system', movesAddress: true },
  ),
  peculiar(
    'lz-elte-access',
    'parameters are changed only as both have approved them, and the change is written down',
    [
      cannotFile({ what: 'parameters', parameters: undefined }),
      decide('review', 'approve'),
      expectThat({ open: ['review'], registers: [] }),
      decide('review', 'approve'),
      cannotSay('carry-out', 'done', { parameters: undefined }),
      decide('carry-out', 'done'),
      expectThat({ registers: ['connections change'] }),
      closedAs('done'),
    ],
    { what: 'parameters' },
  ),
  peculiar(
    'lz-radio-change',
    'refused only for a condition of 第五条 that is not met, with the legal basis',
    [
      cannotWithoutBasis('decide', 'refuse'),
      cannotSay('decide', 'refuse', { ground: 'inconvenient' }),
      decide('decide', 'refuse', { ground: 'interference' }),
      closedAs('refused'),
    ],
  ),
  peculiar(
    'lz-radio-complaint',
    'settled is not enough: the complainant is told how, within the same limit',
    [
      decide('handle', 'settled'),
      expectThat({ status: 'open', open: ['tell'], clocks: { handle: 'running' } }),
      cannotSay('tell', 'told', { text: undefined }),
      lastSecondOf('handle'),
      decide('tell', 'told'),
      expectThat({ clocks: { handle: 'met' } }),
      closedAs('settled'),
    ],
  ),
  peculiar(
    'lz-platform-access',
    'rights that were set for a connection are taken back when it is withdrawn',
    [
      decide('review', 'approve'),
      decide('authorise', 'set'),
      expectThat({ open: ['guide'], registers: ['accounts open'] }),
      { act: 'withdraw' },
      expectThat({ registers: ['accounts open', 'accounts close'] }),
      closedAs('withdrawn'),
    ],
  ),
  peculiar('lz-publisher-permit', 'the publisher itself permits, for no longer than was asked', [
    cannotSay('decide', 'approve', { until: TOO_LONG }, BEYOND),
    decide('decide', 'approve', undefined, 'data-provider'),
    expectThat({ registers: ['data-grants open'] }),
    closedAs('approved'),
  ]),
  peculiar(
    'lz-ip-change',
    'the bureau allots the address: the unit need not name one, the approval must',
    [
      cannotSay('decide', 'approve', { addresses: undefined }),
      decide('decide', 'approve', { addresses: ['10.20.30.40'] }),
      expectThat({ registers: ['connections change'] }),
      closedAs('approved'),
    ],
    { wanted: undefined },
  ),
  peculiar(
    'lz-line-change',
    'what is to be changed is said before it is permitted, and the line is told of it',
    [
      cannotFile({ change: undefined }),
      decide('decide', 'approve'),
      expectThat({ registers: ['connections change'] }),
      closedAs('approved'),
    ],
  ),
];

/** LZ-P 第七条、第五十二条、第六十五条、第八十条至第九十条: accounts, filings, signatures. */
const accounts: Story[] = [
  peculiar(
    'lz-account-oa',
    'approved users are registered one by one with their accounts, and only then connected',
    [
      decide('review', 'approve', undefined, 'management-office'),
      expectThat({ open: ['register'], registers: [] }),
      cannotSay('register', 'registered', { accounts: [] }),
      decide(
        'register',
        'registered',
        { accounts: ['oa-zhang', 'oa-li'], users: ['张三', '李四'] },
        'platform-operator',
      ),
      expectThat({ registers: ['accounts open'] }),
      closedAs('registered'),
    ],
  ),
  peculiar(
    'lz-account-platform',
    'one account for a section: a second is refused, and a section must be named',
    [
      cannotFile({ what: 'section', section: undefined }),
      cannotFile({ what: 'administrator', section: '综合科' }),
      decide('confirm', 'confirm'),
      decide('assign', 'refuse'),
      expectThat({ registers: [] }),
      closedAs('refused'),
    ],
    { what: 'section' },
  ),
  peculiar(
    'lz-filing-network',
    'an eLTE unit files its ledger too (第七条（二）), an extranet unit has none (第二十九条（二）)',
    [
      cannotFile({ network: 'elte', ledger: undefined }),
      cannotFile({ network: 'extranet', ledger: '台账' }),
      decide('check', 'file'),
      expectThat({ registers: ['filings open'] }),
      closedAs('filed'),
    ],
    { network: 'elte' },
  ),
  peculiar(
    'lz-personal-signature',
    'made is not yet authorised: the bureau does, for no other use than was asked',
    [
      decide('review', 'pass'),
      decide('make', 'made'),
      expectThat({ status: 'open', open: ['authorise'], registers: [] }),
      cannotSay('authorise', 'authorised', { purpose: '一切文件' }, BEYOND),
      decide('authorise', 'authorised', undefined, 'platform-manager'),
      expectThat({ registers: ['seals open'] }),
      closedAs('authorised'),
    ],
  ),
];

export const lanzhouPeculiarStories: Story[] = [...data, ...access, ...accounts];
