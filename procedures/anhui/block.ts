import type { Field } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Outcome, Procedure, Seat } from '../schema.ts';
import { tested } from '../shapes/tested.ts';
import { CONNECTION, reconnection, SYSTEM } from './access.ts';
import { EDITION, THE_SYSTEM } from './forms.ts';

const BLOCK = cite('AH', '第二十条');
const THIRD_PARTY = cite('AH', '第二十一条');

/** 接入的平台建设管理单位: whose platform, of the province or of a city, the third party connects to. */
const PLATFORM: Seat = { role: 'platform-manager', department: 'platform' };

/** 平台建设管理单位 of the system: it rectifies and applies. */
const BUILDER: Seat = { role: 'unit-platform-administrator', department: 'builder' };

/** 根据安全风险等级: which measure, the level says. */
const measure = (title: string, risk: string[]): Outcome => ({
  title,
  when: { fact: 'risk', in: risk },
  demands: ['reasons'],
  effects: [{ register: 'connections', op: 'suspend', key: THE_SYSTEM, must: 'exist' }],
  opens: ['rectify'],
});

/**
 * 第二十条：如出现安全问题，省数据资源局根据安全风险等级采取封禁或断开的措施。完成安全问题整改并通过安全风险测评后，平台建设管理单位
 * 向省数据资源局申请重新接入。
 */
export const ahSystemBlock: Procedure = {
  id: 'ah-system-block',
  family: 'access',
  jurisdiction: 'ah',
  title: '接入系统封禁、断开与重新接入',
  basis: BLOCK,
  edition: EDITION,
  submitters: ['platform-manager'],
  form: {
    system: { title: '接入系统名称', type: 'text' },
    ...EXISTED_BEFORE,
    builder: { title: '接入系统的平台建设管理单位', type: 'department', steers: 'builder' },
    problem: { title: '安全问题', type: 'text', maxLength: 4000 },
    risk: {
      title: '安全风险等级',
      type: 'choice',
      options: { low: '低', middle: '中', high: '高' },
      steers: 'risk',
    },
    foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
    ...CLASSIFIED,
  },
  start: ['block'],
  stages: {
    block: {
      title: '根据安全风险等级采取措施',
      basis: BLOCK,
      by: 'platform-manager',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(30, 'minute', BLOCK) }],
      outcomes: { block: measure('封禁', ['low', 'middle']), 'cut-off': measure('断开', ['high']) },
    },
    ...tested({
      basis: BLOCK,
      test: {
        title: '安全风险测评',
        by: 'expert',
        within: target(10, 'working-day', BLOCK),
        passed: '测评通过',
      },
      rectify: {
        title: '安全问题整改',
        by: BUILDER,
        within: target(20, 'working-day', BLOCK),
      },
      next: 'apply',
    }),
    apply: {
      title: '申请重新接入',
      basis: BLOCK,
      by: BUILDER,
      repeats: true,
      within: target(20, 'working-day', BLOCK),
      outcomes: {
        applied: {
          title: '申请重新接入',
          demands: ['fields'],
          fields: {
            kind: SYSTEM.kind as Field,
            ...CONNECTION,
            assessment: { title: '已通过的安全风险测评报告', type: 'text', maxLength: 4000 },
          },
          sets: { ground: 'blocked' },
          opens: ['reconnect'],
        },
      },
    },
    reconnect: reconnection(BLOCK, BUILDER, {
      connected: {
        effects: [{ register: 'connections', op: 'resume', key: THE_SYSTEM, own: true }],
        ends: 'connected',
      },
      refused: { opens: ['rectify'] },
      withdrawn: { opens: ['apply'] },
      terminated: { opens: ['apply'] },
    }),
  },
  endings: { connected: '已重新接入' },
  // 第二十条: only what has been rectified and tested is connected again, so the measure outlasts the case, which can be taken up again.
  onEnding: { terminated: [] },
  acts: { reopen: { by: 'platform-manager', from: ['terminated'], opens: ['rectify'], basis: BLOCK } },
  houseRules: [
    '措施30分钟，整改20、测评10、申请20个工作日，条文均未定，为服务目标。',
    '风险等级高的断开，中、低的封禁；条文未写等级与措施的对应，是本系统规则，等级由立案时判定。',
    '接入系统以接入时登记的名称为准，不要求是目录条目；整改和申请由表单写明的平台建设管理单位承担，测评由专家组（测评机构）作出；条文未定测评机构。',
    '重新接入是平台建设管理单位依第十七条的另一案件，审批和接入在该案办理，本案等待其结果，期间没有自己的时限；未获同意的继续整改、再次测评，不以不予接入结案；申请撤回或被终止的，重新申请。',
    '本案终止的，等待中的申请一并终止，是本系统规则；封禁、断开不因终止解除：完成整改并通过测评后方可重新接入（第二十条），由省数据资源局重新办理本案，自整改起。',
  ],
};

/**
 * 第二十一条：第三方系统接入单位应当提交接入方案及权威机构出具的安全能力评估报告，不得超出授权范围获取、使用数据，数据使用过程应当
 * 全程审计、跟踪，接入的平台建设管理单位应当进行安全审核和备案。
 */
export const ahThirdParty: Procedure = {
  id: 'ah-third-party',
  family: 'access',
  jurisdiction: 'ah',
  title: '第三方系统接入审核备案',
  basis: THIRD_PARTY,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    system: { title: '第三方系统名称', type: 'text' },
    plan: { title: '接入方案', type: 'text', maxLength: 4000 },
    assessor: { title: '安全能力评估机构', type: 'text' },
    assessment: { title: '安全能力评估报告', type: 'text', maxLength: 4000 },
    items: { title: '申请获取、使用的数据', type: 'texts' },
    platform: { title: '接入的平台建设管理单位', type: 'department', steers: 'platform' },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '安全审核',
      basis: THIRD_PARTY,
      by: PLATFORM,
      within: target(5, 'working-day', THIRD_PARTY),
      outcomes: {
        pass: {
          title: '审核通过，予以备案',
          demands: ['fields'],
          fields: { items: { title: '授权范围', type: 'texts', withinRequest: true } },
          effects: [{ register: 'filings', op: 'open' }],
          opens: ['connect'],
        },
        refuse: { title: '审核不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    connect: {
      title: '实施接入',
      basis: THIRD_PARTY,
      by: 'platform-operator',
      within: target(2, 'working-day', THIRD_PARTY),
      outcomes: { done: { title: '已接入', opens: ['audit'] } },
    },
    audit: {
      title: '启用全程审计、跟踪',
      basis: THIRD_PARTY,
      by: 'supervisor',
      within: target(2, 'working-day', THIRD_PARTY),
      outcomes: { done: { title: '审计、跟踪已启用', ends: 'connected' } },
    },
  },
  endings: { connected: '已接入并备案', refused: '不予接入', withdrawn: '已撤回' },
  onEnding: {
    connected: [{ register: 'connections', op: 'open', key: THE_SYSTEM, must: NOT_SUSPENDED }],
  },
  houseRules: [
    '审核备案5、接入2、启用审计2个工作日，条文均未定，为服务目标；审核通过即予备案。',
    '接入哪一平台，就由表单写明的该平台建设管理单位审核和备案；接入省级平台的，写省数据资源局。',
    '权威机构的范围条文未定，由审核人判断；授权范围不得超出申请。',
    '审计、跟踪的启用由监督人员核验，与审核、接入分离（第十一条），是本系统的理解。',
  ],
};
