import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION, grantFields, shareForm } from './forms.ts';

const { resource: _elsewhere, ...terms } = shareForm;

const SCENARIO = cite('LS-D', '第二十一条第二款');
const CROSS = cite('LS-D', '第二十条');
const ENFORCEMENT = cite('LS-D', '第五十三条');

/** 第二十一条第二款：各县（区）、各部门的数据应用需求符合应用场景的，可直接获得授权，使用共享数据。 */
export const lsShareScenario: Procedure = {
  id: 'ls-share-scenario',
  family: 'share',
  jurisdiction: 'ls',
  title: '符合应用场景的共享授权',
  basis: SCENARIO,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    scenario: { title: '已明确的应用场景', type: 'text' },
    purpose: { title: '数据应用需求（使用用途）', type: 'text', untitled: true },
    data: { title: '场景内使用的共享数据', type: 'texts' },
    users: { title: '使用对象', type: 'text-or-texts' },
    // 第二十二条: 核定应用业务、使用对象、所需数据、共享模式、截止时间等要素.
    mode: shareForm.mode!,
    until: { title: '截止时间', type: 'future-date' },
    ...CLASSIFIED,
  },
  start: [],
  grantedOnSubmission: 'granted',
  stages: {},
  endings: { granted: '已授权' },
  onEnding: { granted: [{ register: 'data-grants', op: 'open' }] },
  houseRules: [
    '应用场景由市大数据局事先明确（第二十一条第一款）；是否符合场景由申请部门写明并留痕，事后审计。',
    '一个场景可跨多项资源，故按数据名称填写，不限于一个目录条目。',
    GRANT_TERM,
  ],
};

/** 第二十条：涉及跨区域、跨层级的政务数据资源共享申请，应由市大数据局统一收集各部门的数据需求后报上级政务数据主管部门。 */
export const lsShareCrossLevel: Procedure = {
  id: 'ls-share-cross-level',
  family: 'share',
  jurisdiction: 'ls',
  title: '跨区域、跨层级共享申请',
  basis: CROSS,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    holder: { title: '数据所在地区或层级', type: 'text' },
    ...terms,
  },
  start: ['forward'],
  stages: {
    forward: {
      title: '市大数据局收集需求并上报',
      basis: CROSS,
      by: 'platform-manager',
      within: target(5, 'working-day', CROSS),
      outcomes: {
        forwarded: { title: '已上报上级政务数据主管部门', opens: ['answer'] },
        refuse: { title: '不属于跨区域、跨层级共享', demands: ['reasons'], ends: 'refused' },
      },
    },
    answer: {
      title: '记录上级答复并告知',
      basis: CROSS,
      by: 'platform-manager',
      within: house(20, 'working-day', CROSS),
      outcomes: {
        granted: {
          title: '上级同意共享',
          demands: ['fields'],
          fields: grantFields,
          effects: [{ register: 'data-grants', op: 'open' }],
          ends: 'granted',
        },
        refused: { title: '上级不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '上报的时限条文未定，按5个工作日作为服务目标。',
    '上级的答复不受本市时限约束；20个工作日是本系统规则，逾期即向上级催询，答复由市大数据局如实记录。',
    '上级同意的范围和期限由市大数据局按第二十二条的要素登记，不超出申请；条文未写，是本系统规则。',
  ],
};

/** 第五十三条：公检法、市纪委监委等执法部门因履行职责需要，按法律规定向市政府提出数据需求，市大数据局应当予以配合。 */
export const lsEnforcementDemand: Procedure = {
  id: 'ls-enforcement-demand',
  family: 'share',
  jurisdiction: 'ls',
  title: '执法部门数据需求',
  basis: ENFORCEMENT,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    data: { title: '所需数据', type: 'texts' },
    law: { title: '提出需求的法律规定', type: 'text' },
    purpose: { title: '使用用途', type: 'text', untitled: true },
    document: { title: '法律文书号（有法律文书的）', type: 'text', required: false },
    ...CLASSIFIED,
  },
  start: ['government'],
  stages: {
    government: {
      title: '市政府受理',
      basis: ENFORCEMENT,
      by: 'city-government',
      within: target(5, 'working-day', ENFORCEMENT),
      outcomes: {
        accept: { title: '交市大数据局配合', opens: ['cooperate'] },
        refuse: { title: '不符合法律规定', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    cooperate: {
      title: '市大数据局配合提供',
      basis: ENFORCEMENT,
      by: 'platform-manager',
      within: target(2, 'working-day', ENFORCEMENT),
      outcomes: {
        provided: {
          title: '已提供',
          demands: ['fields'],
          fields: { data: { title: '提供的数据', type: 'texts', withinRequest: true } },
          effects: [{ register: 'data-grants', op: 'open' }],
          ends: 'provided',
        },
      },
    },
  },
  endings: { provided: '已提供', refused: '不予提供', withdrawn: '已撤回' },
  houseRules: [
    '受理5个、配合2个工作日条文均未定，为服务目标。',
    '条文只写“按法律规定”：须写明提出需求的法律规定，法律文书不是都有，有的才填。',
  ],
};
