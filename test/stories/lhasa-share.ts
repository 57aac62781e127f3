import { cannotWithdraw, inTime, missed, peculiar, refused, withdrawn } from '../support/courses.ts';
import { cannot, closedAs, decide, expectThat, lastSecondOf, type Story } from '../support/story.ts';

const NEGOTIATED = 'negotiate:agreed negotiate:agreed authorise:approve open-access:opened';
const COORDINATED = 'negotiate:failed refer:referred coordinate:share authorise:approve open-access:opened';

/** LS-D 第五条、第九条、第十八条至第二十四条、第五十三条. */
export const lhasaShareStories: Story[] = [
  inTime('ls-share-unconditional', 'open-access:opened', 'granted'),
  missed('ls-share-unconditional', 'open-access:opened', 'granted'),
  refused('ls-share-unconditional', 'open-access:refuse'),
  withdrawn('ls-share-unconditional'),
  peculiar('ls-share-unconditional', 'the provider is not asked (第十九条第一款)', [
    expectThat({ open: ['open-access'] }),
    decide('open-access', 'opened'),
    expectThat({ events: ['RegisterChanged'] }),
    closedAs('granted'),
  ]),

  inTime('ls-share-conditional', 'authorise:approve open-access:opened', 'granted'),
  missed('ls-share-conditional', 'authorise:approve open-access:opened', 'granted'),
  refused('ls-share-conditional', 'authorise:refuse'),
  withdrawn('ls-share-conditional', 'authorise:approve'),

  inTime('ls-share-restricted', NEGOTIATED, 'granted'),
  missed('ls-share-restricted', NEGOTIATED, 'granted'),
  missed('ls-share-restricted', COORDINATED, 'granted'),
  refused('ls-share-restricted', 'negotiate:failed refer:referred coordinate:not-share'),
  withdrawn('ls-share-restricted', 'negotiate:failed'),
  peculiar('ls-share-restricted', 'one side alone cannot agree for both, one alone can call it failed', [
    decide('negotiate', 'agreed'),
    expectThat({ open: ['negotiate'] }),
    decide('negotiate', 'failed'),
    expectThat({ open: ['refer'] }),
    decide('refer', 'referred'),
    lastSecondOf('coordinate'),
    decide('coordinate', 'share'),
    decide('authorise', 'approve'),
    decide('open-access', 'opened'),
    closedAs('granted'),
  ]),

  peculiar('ls-share-scenario', 'a need that matches a scenario is granted at once and recorded', [
    closedAs('granted'),
    expectThat({ open: [], events: ['RegisterChanged'] }),
  ]),

  inTime('ls-share-cross-level', 'forward:forwarded answer:granted', 'granted'),
  missed('ls-share-cross-level', 'forward:forwarded answer:granted', 'granted'),
  refused('ls-share-cross-level', 'forward:refuse'),
  refused('ls-share-cross-level', 'forward:forwarded answer:refused'),
  withdrawn('ls-share-cross-level', 'forward:forwarded'),

  inTime('ls-channel-exception', 'decide:approve', 'approved'),
  missed('ls-channel-exception', 'decide:approve', 'approved'),
  refused('ls-channel-exception', 'decide:refuse'),
  withdrawn('ls-channel-exception'),

  inTime('ls-legal-basis', 'examine:founded', 'founded'),
  missed('ls-legal-basis', 'examine:founded', 'founded'),
  refused('ls-legal-basis', 'examine:unfounded', 'unconditional'),
  withdrawn('ls-legal-basis'),

  inTime('ls-consent', 'provide:provided', 'provided'),
  missed('ls-consent', 'provide:provided', 'provided'),
  refused('ls-consent', 'provide:refuse'),
  withdrawn('ls-consent'),

  inTime('ls-enforcement-demand', 'government:accept cooperate:provided', 'provided'),
  missed('ls-enforcement-demand', 'government:accept cooperate:provided', 'provided'),
  refused('ls-enforcement-demand', 'government:refuse'),
  withdrawn('ls-enforcement-demand', 'government:accept'),

  inTime('ls-correction', 'remind:reminded verify:corrected adopt:adopted', 'corrected'),
  missed('ls-correction', 'remind:reminded verify:corrected adopt:adopted', 'corrected'),
  refused('ls-correction', 'remind:nobody-affected verify:confirmed adopt:adopted', 'confirmed'),
  withdrawn('ls-correction', 'remind:reminded'),
  peculiar('ls-correction', 'a reminder not yet given does not hold up the provider', [
    lastSecondOf('verify'),
    decide('verify', 'corrected'),
    expectThat({ open: ['remind'], clocks: { verify: 'met', remind: 'missed' } }),
    cannot('remind', 'adopted', 'outcome_not_allowed'),
    decide('remind', 'nobody-affected'),
    decide('adopt', 'adopted'),
    closedAs('corrected'),
  ]),

  inTime('ls-catalogue-update', 'update:updated collect:collected', 'updated'),
  missed('ls-catalogue-update', 'update:updated collect:collected', 'updated'),
  cannotWithdraw('ls-catalogue-update'),
  peculiar('ls-catalogue-update', 'listed for the first time, an entry comes to be in the catalogue', [
    decide('update', 'updated'),
    cannot('collect', 'modified', 'outcome_not_allowed'),
    cannot('collect', 'removed', 'outcome_not_allowed'),
    decide('collect', 'collected'),
    expectThat({ registers: ['resources open'] }),
    closedAs('updated'),
  ]),
  inTime('ls-catalogue-update', 'update:updated collect:modified', 'updated', {
    op: 'modify',
    shareType: 'conditional',
  }),
  peculiar(
    'ls-catalogue-update',
    'an entry that the law has done away with leaves the catalogue, with nothing more asked about it',
    [
      decide('update', 'updated'),
      decide('collect', 'removed'),
      expectThat({ registers: ['resources close'] }),
      closedAs('removed'),
    ],
    { op: 'remove' },
  ),
  peculiar('ls-catalogue-update', 'sent back to be updated again with reasons', [
    decide('update', 'updated'),
    { act: 'return', task: 'collect', body: { to: 'update' } },
    expectThat({ open: ['update'] }),
    decide('update', 'updated'),
    decide('collect', 'collected'),
    closedAs('updated'),
  ]),
];
