import { CLASSIFIED } from '../forms/classified.ts';
import { RECEIVED } from '../forms/received.ts';
import { statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { ClockRule, Procedure } from '../schema.ts';
import { EDITION_D } from './forms.ts';

const REQUEST = cite('LY-D', '第三十三条');
const CONDITIONAL = cite('LY-D', '第三十三条第二款');
const UNCONDITIONAL = cite('LY-D', '第三十三条第三款');
/** 政务数据资源有条件开放或者不予开放的，应当有法律法规或者国家有关文件作为依据。 */
const CLOSED = cite('LY-D', '第三十一条第一款');
const OBJECTION = cite('LY-D', '第三十二条');
const ANSWER = cite('LY-D', '第三十二条第三款');

/** 应当在收到申请之日起10个工作日内予以答复；如需延长答复期限的，应当经……主要负责人同意，延长答复期限不得超过10个工作日。 */
const answerWithin = (basis: typeof ANSWER): ClockRule => ({
  from: 'submitted',
  limit: statutory(10, 'working-day', basis),
  extension: { by: 'data-provider-head', upTo: { amount: 10, unit: 'working-day' }, times: 1, basis },
});

const SILENT = [
  '延长次数条文未定，以一次、累计不超过10个工作日为限。',
  '经窗口提出的由政务服务中心登记，时限自其收到申请之日起算。',
];

/**
 * 第三十三条：有条件开放的，提供部门收到申请之日起10个工作日内予以答复，同意的应当予以开放；不同意的应当说明理由，并提供依据。
 * 无条件开放的，在开放系统中通过身份认证后直接获取。
 */
export const lyOpenRequest: Procedure = {
  id: 'ly-open-request',
  family: 'open-data',
  jurisdiction: 'ly',
  title: '开放数据获取申请',
  basis: REQUEST,
  edition: EDITION_D,
  submitters: ['requester', 'service-centre'],
  form: {
    resource: { title: '申请的开放数据', type: 'resource' },
    applicant: { title: '申请人', type: 'holder' },
    purpose: { title: '使用用途', type: 'text', untitled: true },
    scope: { title: '使用范围', type: 'text', required: false },
    ...RECEIVED,
    ...CLASSIFIED,
  },
  start: ['identify'],
  stages: {
    identify: {
      title: '身份认证并核对开放属性',
      basis: UNCONDITIONAL,
      by: 'platform-operator',
      within: target(15, 'minute', UNCONDITIONAL),
      outcomes: {
        conditional: { title: '身份已认证，属有条件开放', opens: ['answer'] },
        unconditional: { title: '身份已认证，属无条件开放', opens: ['provide'] },
        closed: { title: '属不予开放', demands: ['reasons', 'legalBasis'], ends: 'refused' },
        unidentified: { title: '未通过身份认证', demands: ['reasons'], ends: 'refused' },
      },
    },
    answer: {
      title: '数据提供部门答复',
      basis: CONDITIONAL,
      by: 'data-provider',
      clocks: [answerWithin(CONDITIONAL)],
      outcomes: {
        agree: {
          title: '同意开放',
          demands: ['fields'],
          fields: {
            items: { title: '开放的数据项', type: 'texts' },
            conditions: { title: '使用条件', type: 'text', maxLength: 4000 },
            until: { title: '使用期限', type: 'future-date', required: false },
          },
          opens: ['provide'],
        },
        refuse: { title: '不同意', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    provide: {
      title: '予以开放',
      basis: REQUEST,
      by: 'platform-operator',
      clocks: [
        {
          limit: [
            {
              when: { settled: 'identify', as: ['unconditional'] },
              limit: target(15, 'minute', UNCONDITIONAL),
            },
            { when: { settled: 'answer' }, limit: target(2, 'working-day', CONDITIONAL) },
          ],
        },
      ],
      outcomes: { done: { title: '已开放', ends: 'opened' } },
    },
  },
  endings: { opened: '已开放', refused: '不予开放', withdrawn: '已撤回' },
  onEnding: { opened: [{ register: 'data-grants', op: 'open' }] },
  houseRules: [
    ...SILENT,
    '逾期开放是第四十九条（八）所列的禁止行为。',
    '“直接获取”按身份认证、开放各15分钟作为服务目标；同意后的开放条文无数字，按2个工作日作为服务目标。',
    `身份认证条文只写于无条件开放，本系统对全部申请先行认证并按目录分流；不予开放的须注明依据（${CLOSED.article}）。`,
  ],
};

/**
 * 第三十二条：对开放目录有疑义的，可以提出更正申请。提供部门应当在收到申请之日起10个工作日内予以答复，同意更正的，应当提请市政务服务和
 * 大数据管理机构变更政务数据资源开放目录；不同意更正的，应当说明理由，并提供依据。
 */
export const lyOpenCatalogueObjection: Procedure = {
  id: 'ly-open-catalogue-objection',
  family: 'open-data',
  jurisdiction: 'ly',
  title: '开放目录更正申请',
  basis: OBJECTION,
  edition: EDITION_D,
  submitters: ['requester', 'service-centre'],
  form: {
    resource: { title: '有疑义的目录条目', type: 'resource' },
    applicant: { title: '申请人姓名或名称', type: 'text', untitled: true },
    contact: { title: '联系方式', type: 'text', required: false },
    what: { title: '疑义', type: 'text', maxLength: 4000 },
    wanted: { title: '请求的更正', type: 'text', maxLength: 4000 },
    ...RECEIVED,
    ...CLASSIFIED,
  },
  start: ['answer'],
  stages: {
    answer: {
      title: '数据提供部门答复',
      basis: ANSWER,
      by: 'data-provider',
      clocks: [answerWithin(ANSWER)],
      outcomes: {
        agree: {
          title: '同意更正，提请变更目录',
          demands: ['fields'],
          fields: { change: { title: '提请变更的内容', type: 'text', maxLength: 4000 } },
          opens: ['change'],
        },
        refuse: { title: '不同意更正', demands: ['reasons', 'legalBasis'], ends: 'upheld' },
      },
    },
    change: {
      title: '变更政务数据资源开放目录',
      basis: ANSWER,
      by: 'platform-manager',
      within: target(5, 'working-day', ANSWER),
      outcomes: {
        changed: {
          title: '已变更',
          effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
          ends: 'changed',
        },
      },
    },
  },
  endings: { changed: '已更正', upheld: '不予更正', withdrawn: '已撤回' },
  houseRules: [
    ...SILENT,
    '条文未要求提供证件号码，申请人只填姓名或名称。',
    '提请后变更目录的时限条文未定，参照第十四条的5个工作日作为服务目标；条文未给管理机构不予变更的余地。',
  ],
};
