import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION, grantFields, NO_DATE, shareForm } from './forms.ts';

const CLASSES = cite('DQ-D', '第二十二条');
const CONSENT = cite('DQ-D', '第十七条');

/** 第二十二条：因履职需要，请求使用无条件共享类公共数据的，相关部门无条件授予相应访问权限。 */
export const dqShareUnconditional: Procedure = {
  id: 'dq-share-unconditional',
  family: 'share',
  jurisdiction: 'dq',
  title: '无条件共享类公共数据申请',
  basis: CLASSES,
  edition: EDITION,
  submitters: ['requester'],
  shareClasses: ['unconditional', 'open'],
  form: shareForm,
  start: ['grant'],
  stages: {
    grant: {
      title: '授予访问权限',
      basis: CLASSES,
      by: 'platform-manager',
      within: target(1, 'working-day', CLASSES),
      outcomes: {
        granted: { title: '已授予', effects: [{ register: 'data-grants', op: 'open' }], ends: 'granted' },
        refuse: {
          title: '不属于履职需要，不予授予',
          demands: ['reasons', 'legalBasis'],
          ends: 'refused',
        },
      },
    },
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '授予权限的时限条文未定，按1个工作日作为服务目标。',
    GRANT_TERM,
    '条文写“相关部门”授予：权限在数据共享平台上由综合管理部门统一授予，是本系统的理解。',
    '没有法律、法规、规章依据不得拒绝（第二十一条），故不予授予须同时注明依据。',
    '条文只分无条件共享、有条件共享、非共享三类；目录条目另标为开放的，按无条件共享类办理，是本系统的理解。',
    NO_DATE,
  ],
};

/**
 * 第二十二条：请求使用有条件共享类公共数据的，由综合管理部门会同市级相关责任部门进行审核，经审核同意的，授予相应访问权限；
 * 第二十一条：没有法律、法规、规章依据，不得拒绝数据共享平台发出的共享要求。
 */
export const dqShareConditional: Procedure = {
  id: 'dq-share-conditional',
  family: 'share',
  jurisdiction: 'dq',
  title: '有条件共享类公共数据申请',
  basis: CLASSES,
  edition: EDITION,
  submitters: ['requester'],
  shareClasses: ['conditional'],
  form: shareForm,
  start: ['review'],
  stages: {
    review: {
      title: '综合管理部门会同责任部门审核',
      basis: CLASSES,
      by: ['platform-manager', 'responsible-department'],
      agreement: 'all',
      within: target(5, 'working-day', CLASSES),
      outcomes: {
        approve: {
          title: '审核同意',
          demands: ['fields'],
          fields: { scope: { title: '同意共享的范围和条件', type: 'text', maxLength: 4000 } },
          opens: ['grant'],
        },
        refuse: { title: '不同意', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    grant: {
      title: '按审核意见授予访问权限',
      basis: CLASSES,
      by: 'platform-manager',
      within: target(1, 'working-day', CLASSES),
      outcomes: {
        granted: { title: '已授予', demands: ['fields'], fields: grantFields, opens: ['open'] },
      },
    },
    open: {
      title: '在平台开通访问权限',
      basis: CLASSES,
      by: 'platform-operator',
      within: target(1, 'working-day', CLASSES),
      outcomes: {
        opened: {
          title: '已开通',
          effects: [{ register: 'data-grants', op: 'open' }],
          ends: 'granted',
        },
      },
    },
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '审核5个、授予1个、开通1个工作日条文均未定，为服务目标。',
    GRANT_TERM,
    '“会同审核”按两个部门都须同意理解；任一部门不同意，须说明理由并注明法律、法规、规章依据（第二十一条、第二十二条）。',
    '责任部门是所申请数据的主管责任部门（第十四条、第十八条），由目录条目的归属单位承担；只受理目录列为有条件共享的数据，列入非共享类的已由责任部门说明理由和依据（第二十二条），不受理申请，类别有误的经目录更新（第十四条）纠正。',
    '两个审核部门各写明同意的范围和条件，授权不得超出；同意后由谁授予条文未写：由会同审核的综合管理部门据此核定授权，平台运维单位只按所授开通，审核与操作分开，是本系统的理解；无条件共享没有审核，由综合管理部门直接授予。',
    NO_DATE,
  ],
};

/** 第十七条：因履职需要，采集法律、法规未作规定的数据的，应当取得被采集人同意。 */
export const dqConsent: Procedure = {
  id: 'dq-consent',
  family: 'share',
  jurisdiction: 'dq',
  title: '法律法规未规定数据的采集同意',
  basis: CONSENT,
  edition: EDITION,
  submitters: ['unit-head', 'requester'],
  form: {
    data: { title: '拟采集的数据', type: 'texts' },
    need: { title: '履职需要', type: 'text', untitled: true },
    subjects: { title: '被采集人范围', type: 'text' },
    manner: {
      title: '采集方式',
      type: 'choice',
      options: { direct: '直接采集', entrusted: '委托第三方采集', agreed: '协商采集' },
    },
    ...CLASSIFIED,
  },
  start: ['ask'],
  stages: {
    ask: {
      title: '征得被采集人同意',
      basis: CONSENT,
      by: 'unit-platform-administrator',
      within: target(10, 'working-day', CONSENT),
      outcomes: {
        consented: {
          title: '已取得同意，可以采集',
          demands: ['fields'],
          fields: { evidence: { title: '同意的凭证', type: 'text' } },
          ends: 'consented',
        },
        declined: { title: '被采集人不同意，不得采集', demands: ['reasons'], ends: 'declined' },
      },
    },
  },
  endings: { consented: '可以采集', declined: '不得采集', withdrawn: '已撤回' },
  houseRules: [
    '征求同意的时限条文未定，按10个工作日作为服务目标；没有答复不视为同意。',
    '被采集人不登录本系统，其意思由单位平台管理员凭凭证登记。',
    NO_DATE,
  ],
};
