import { CLASSIFIED } from '../forms/classified.ts';
import { RECEIVED } from '../forms/received.ts';
import { statutory } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION_D } from './forms.ts';

const VERIFY = cite('LY-D', '第十九条第二款');
/** 校核期间，……如果已经提供合法有效证明材料，受理单位应当照常办理，不得拒绝、推诿或者要求办事人办理信息更正手续。 */
const GOES_ON = cite('LY-D', '第十九条第三款');

/**
 * 第十九条：公民、法人和其他组织……申请校核。政务数据提供部门应当在收到申请之日起10个工作日内予以校核。如需延长校核期限的，
 * 应当经政务数据提供部门主要负责人同意，延长校核期限不超过10个工作日。
 */
export const lyCorrection: Procedure = {
  id: 'ly-correction',
  family: 'correction',
  jurisdiction: 'ly',
  title: '政务数据校核申请',
  basis: cite('LY-D', '第十九条'),
  edition: EDITION_D,
  submitters: ['requester', 'service-centre'],
  form: {
    resource: { title: '有疑义的数据资源', type: 'resource' },
    applicant: { title: '申请人', type: 'holder', required: false },
    what: { title: '疑义或错误', type: 'text', maxLength: 4000 },
    evidence: { title: '依据或证明材料', type: 'text', maxLength: 4000, required: false },
    business: { title: '正在办理的业务', type: 'text', required: false },
    ...RECEIVED,
    ...CLASSIFIED,
  },
  start: ['verify'],
  stages: {
    verify: {
      title: '数据提供部门校核',
      basis: VERIFY,
      by: 'data-provider',
      clocks: [
        {
          from: 'submitted',
          limit: statutory(10, 'working-day', VERIFY),
          extension: {
            by: 'data-provider-head',
            upTo: { amount: 10, unit: 'working-day' },
            times: 1,
            basis: VERIFY,
          },
        },
      ],
      outcomes: {
        corrected: {
          title: '确有错误，予以更正',
          demands: ['fields'],
          fields: { correction: { title: '更正内容', type: 'text', maxLength: 4000 } },
          effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
          ends: 'corrected',
        },
        confirmed: { title: '数据无误', demands: ['reasons'], ends: 'confirmed' },
      },
    },
  },
  endings: { corrected: '已更正', confirmed: '经校核无误', withdrawn: '已撤回' },
  houseRules: [
    `校核期间业务照常办理，不得拒绝、推诿或者要求办事人办理信息更正手续（${GOES_ON.article}）。`,
    '公民、法人和其他组织经窗口提出的，由政务服务中心登记，时限自其收到申请之日起算。',
    '延长次数条文未定，以一次、累计不超过10个工作日为限；逾期校核是第四十九条（八）所列的禁止行为。',
    '条文未要求随申请提供依据，依据或证明材料可以不填。',
    '校核结果办结时即告知申请人，不另计时限。',
  ],
};
