import { dutyStories, foundStory } from '../support/duty-stories.ts';
import { cannot, closedAs, decide, expectThat, type Story } from '../support/story.ts';
import { TOP } from '../support/story-words.ts';

/** What only the article of each duty asks. */
const peculiar: Story[] = [
  foundStory('lz-elte-check', 'logs kept for less than six months are a finding, and are put right', {
    logsKept: false,
    problems: '运行日志只保存4个月',
  }),
  foundStory('lz-extranet-check', 'a month without a backup is a finding, and is put right', {
    backup: '本月未备份',
    problems: '重要数据本月未备份',
  }),
  foundStory('lz-virus-scan', 'a virus found is cleaned before the scan counts as done', {
    found: '财务科一台计算机有木马',
  }),
  foundStory('lz-operator-check', 'a backup that cannot be restored from is made anew', {
    backup: '上月备份不能恢复',
    problems: '失效的备份',
  }),
  foundStory('lz-password', 'whose password is older than three months has it changed or is shut out', {
    unchanged: ['gov-017', 'gov-022'],
  }),
  foundStory(
    'lz-account-check',
    'an account that went on after a transfer is closed, and those responsible are dealt with by another department',
    { breaches: '调离后未注销用户' },
    { writes: ['accounts close'] },
  ),
  foundStory(
    'lz-catalogue-yearly',
    'a catalogue that has changed is reviewed by the head of the unit and published',
    { changes: '新增2条，注销1条' },
    { to: TOP },
  ),
  {
    procedure: 'lz-half-year-accounts',
    name: 'both offices file the list, each account becomes a line, and only then it is cleared',
    kind: 'peculiar',
    steps: [
      decide('perform', 'done', { reported: ['svc-801', 'svc-802'] }),
      decide('receive', 'received'),
      expectThat({ open: ['receive'], registers: [] }),
      decide('receive', 'received'),
      expectThat({ open: ['follow-up'], registers: ['filings open', 'accounts change'] }),
      decide('follow-up', 'cleared', { cleared: ['svc-802'] }),
      expectThat({ registers: ['filings open', 'accounts change', 'accounts close'] }),
      closedAs('done'),
    ],
  },
  {
    procedure: 'lz-risk-yearly',
    name: 'an agency that assessed the networks is named, and the authority hears of both networks and what is improved',
    kind: 'peculiar',
    steps: [
      decide('perform', 'done', { assessor: 'agency', agency: '某网络安全服务机构' }),
      expectThat({ status: 'open', open: ['receive'] }),
      cannot('receive', 'approve', 'outcome_not_allowed'),
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
  {
    procedure: 'lz-seal-summary',
    name: 'the summary is kept by the bureau: it is in the register once it has been received, not before',
    kind: 'peculiar',
    steps: [
      decide('perform', 'done', { sealed: 31, printed: 12 }),
      decide('receive', 'incomplete'),
      decide('complete', 'done'),
      expectThat({ registers: [] }),
      decide('receive', 'received'),
      expectThat({ registers: ['filings open'] }),
      closedAs('done'),
    ],
  },
  {
    procedure: 'lz-operator-report',
    name: 'a report says how the network and how each business system runs; the unit answers for it until the bureau has it',
    kind: 'peculiar',
    steps: [
      decide('perform', 'done', { network: '正常', systems: ['协同办公：正常', '政务服务：中断2小时'] }),
      expectThat({ status: 'open', open: ['receive'], clocks: { perform: 'met' } }),
      { act: 'withdraw', refusedWith: 'act_not_allowed' },
      decide('receive', 'received'),
      closedAs('done'),
    ],
  },
];

/** LZ-P 7, 14, 17, 23, 29, 40, 47, 86 – 107, 116, 127, 128, 131, 142; LZ-D 14. */
export const lanzhouDutyStories: Story[] = [
  ...dutyStories('lz-elte-check'),
  ...dutyStories('lz-extranet-check'),
  ...dutyStories('lz-virus-scan'),
  ...dutyStories('lz-half-year-accounts', { receive: { seats: 2 }, followUp: ['cleared', 'none'] }),
  ...dutyStories('lz-catalogue-yearly'),
  ...dutyStories('lz-risk-yearly', { receive: { seats: 1, to: TOP } }),
  ...dutyStories('lz-seal-summary', { receive: { seats: 1 } }),
  ...dutyStories('lz-password'),
  ...dutyStories('lz-operator-report', { receive: { seats: 1 } }),
  ...dutyStories('lz-operator-check'),
  ...dutyStories('lz-account-check'),
  ...peculiar,
];
