import { grantFields, shareForm } from '../forms/share.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { citationText, cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { EDITION } from './forms.ts';

const COURSE = cite('LY-E', '第十三条');
/** 凡列入有条件共享类和不予共享类的政务数据资源，应当有法律、行政法规或者党中央、国务院政策依据。 */
const EXCEPTION = cite('LY-D', '第二十五条第二款（一）');
const OBJECTION = cite('LY-D', '第二十七条');
/** 可以提供给各政务部门共享使用的属于无条件共享类……应当无条件共享 (LY-D 第二十四条、第二十五条第二款（二）). */
const UNCONDITIONAL: Condition = { fact: 'shareClass', in: ['unconditional', 'open'] };

/**
 * LY-E 第十三条：政务数据共享按照提出申请、组织审核、征求意见、反馈结果、共享应用等程序开展。
 * LY-D 第二十七条：相关政务部门对政务数据资源共享提出异议的，政务服务和大数据管理机构应当会同政务数据资源提供部门协调处理。
 */
export const lyShare: Procedure = {
  id: 'ly-share',
  family: 'share',
  jurisdiction: 'ly',
  title: '政务数据共享申请',
  basis: COURSE,
  edition: EDITION,
  submitters: ['requester'],
  form: { ...shareForm, resource: { title: '申请的数据资源', type: 'resource', steers: 'shareClass' } },
  start: ['review'],
  stages: {
    review: {
      title: '组织审核',
      basis: COURSE,
      by: 'platform-manager',
      within: target(2, 'working-day', COURSE),
      outcomes: {
        pass: { title: '审核通过', opens: ['ask-provider'] },
        refuse: { title: '审核不通过', demands: ['reasons', 'legalBasis'], opens: ['tell-refusal'] },
      },
    },
    'ask-provider': {
      title: '征求数据提供部门意见',
      basis: COURSE,
      by: 'data-provider',
      within: target(3, 'working-day', COURSE),
      outcomes: {
        agree: { title: '同意共享', demands: ['fields'], fields: grantFields, opens: ['tell-consent'] },
        disagree: {
          title: '不同意共享',
          when: { not: UNCONDITIONAL },
          demands: ['reasons', 'legalBasis'],
          opens: ['tell-refusal'],
        },
      },
    },
    'tell-consent': {
      title: '反馈结果',
      basis: COURSE,
      by: 'platform-manager',
      within: target(1, 'working-day', COURSE),
      outcomes: {
        told: { title: '已反馈同意', opens: ['share'] },
        objected: {
          title: '已反馈，需求部门对授权范围提出异议',
          demands: ['reasons'],
          opens: ['coordinate-scope'],
        },
      },
    },
    'coordinate-scope': {
      title: '会同数据提供部门协调授权范围',
      basis: OBJECTION,
      by: ['platform-manager', 'data-provider'],
      agreement: 'all',
      within: target(5, 'working-day', OBJECTION),
      outcomes: {
        agreed: { title: '协调一致，调整范围', demands: ['fields'], fields: grantFields, opens: ['share'] },
        kept: { title: '维持原授权范围', demands: ['reasons', 'legalBasis'], opens: ['share'] },
      },
    },
    'tell-refusal': {
      title: '反馈结果（不予共享）',
      basis: COURSE,
      by: 'platform-manager',
      within: target(1, 'working-day', COURSE),
      outcomes: {
        told: { title: '已反馈不予共享', ends: 'refused' },
        objected: { title: '已反馈，需求部门提出异议', demands: ['reasons'], opens: ['coordinate'] },
      },
    },
    coordinate: {
      title: '会同数据提供部门协调处理',
      basis: OBJECTION,
      by: ['platform-manager', 'data-provider'],
      agreement: 'all',
      within: target(5, 'working-day', OBJECTION),
      outcomes: {
        agreed: { title: '协调一致，予以共享', demands: ['fields'], fields: grantFields, opens: ['share'] },
        upheld: { title: '维持不予共享', demands: ['reasons', 'legalBasis'], ends: 'upheld' },
      },
    },
    share: {
      title: '共享应用',
      basis: COURSE,
      by: 'platform-operator',
      within: target(2, 'working-day', COURSE),
      outcomes: { done: { title: '已共享', ends: 'granted' } },
    },
  },
  endings: {
    granted: '已共享',
    refused: '不予共享',
    upheld: '经协调维持不予共享',
    withdrawn: '已撤回',
  },
  acts: {
    reopen: { by: 'requester', from: ['refused'], opens: ['coordinate'], basis: OBJECTION },
  },
  onEnding: { granted: [{ register: 'data-grants', op: 'open' }] },
  houseRules: [
    '第十三条只列程序、不定时限：审核2、征求意见3、反馈1、共享2、协调5个工作日都是服务目标。',
    '目录列为无条件共享的，数据提供部门只就授权的范围提出意见，不得不同意共享（第二十四条、第二十五条第二款（二））；与申请部门履行职能无关的（第四十九条（四）），由组织审核环节说明理由和依据不予通过。',
    GRANT_TERM,
    `不予共享须注明依据：有条件、不予共享类以有依据为前提（${citationText(EXCEPTION)}）。`,
    `异议可对不予共享、也可对授权范围提出；不予共享的，还可在结案后提出；${citationText(OBJECTION)}未规定异议期限。`,
    '协调须双方一致才予共享或者调整范围；任一方维持的须说明理由和依据，经协调维持的不再重新协调。',
    '由平台运维单位的人员实施共享，审核、操作分离，是本系统的理解。',
  ],
};
