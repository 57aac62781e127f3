import { CLASSIFIED } from '../forms/classified.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import { filing } from '../shapes/filing.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION, NO_DATE } from './forms.ts';

/** DQ-D 第二十条：采用请求响应的调用方式，共享公共数据；采用数据拷贝或者其他调用方式的，应当征得综合管理部门的同意。 */
export const dqChannelException = permit({
  id: 'dq-channel-exception',
  family: 'share',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '数据拷贝或其他调用方式同意',
  basis: cite('DQ-D', '第二十条'),
  submitters: ['requester'],
  form: {
    data: { title: '共享的数据', type: 'texts' },
    purpose: { title: '使用用途', type: 'text', untitled: true },
    counterpart: { title: '对方机构', type: 'text' },
    manner: { title: '拟用方式', type: 'choice', options: { copy: '数据拷贝', other: '其他调用方式' } },
    why: { title: '不能请求响应的理由', type: 'text', maxLength: 4000 },
    until: { title: '使用期限', type: 'future-date' },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '综合管理部门同意',
  grant: { until: { title: '同意的期限', type: 'future-date', withinRequest: true } },
  refusal: ['legalBasis'],
  effects: [{ register: 'data-grants', op: 'open' }],
  houseRules: ['没有依据不得拒绝共享要求（第二十一条），不同意须注明依据。', GRANT_TERM, NO_DATE],
});

/** DQ-D 第九条：除因特殊需求并经综合管理部门批准外，各级行政机关不得新建业务专网。 */
export const dqNetworkNew = permit({
  id: 'dq-network-new',
  family: 'access',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '新建业务专网批准',
  basis: cite('DQ-D', '第九条'),
  submitters: ['unit-platform-administrator'],
  form: {
    network: { title: '拟建业务专网', type: 'text' },
    special: { title: '特殊需求', type: 'text', maxLength: 4000 },
    linking: { title: '与市电子政务网络的对接', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '综合管理部门批准',
  effects: [{ register: 'connections', op: 'open', key: { thing: 'connection', field: 'network' } }],
  houseRules: [NO_DATE],
});

/** DQ-D 第十条：综合管理部门……审核公共管理和服务机构市电子政务云使用申请。 */
export const dqCloudUse = permit({
  id: 'dq-cloud-use',
  family: 'access',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '市电子政务云使用申请',
  basis: cite('DQ-D', '第十条'),
  submitters: ['unit-platform-administrator'],
  form: {
    system: { title: '非涉密信息系统', type: 'text' },
    kind: { title: '部署方式', type: 'choice', options: { new: '新建部署', moved: '已建迁移' } },
    resources: { title: '所需云资源', type: 'texts' },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  grant: { resources: { title: '核定的云资源', type: 'texts', withinRequest: true } },
  effects: [{ register: 'connections', op: 'open', key: { thing: 'connection', field: 'system' } }],
  houseRules: ['核定的云资源不得超出申请，是本系统规则。', NO_DATE],
});

/** DQ-L 第二十三条：市级相关部门和电子证照签发机构、使用机构应当……指定专人负责电子证照管理工作，并向综合管理部门备案。 */
export const dqResponsibleFiling = filing({
  id: 'dq-responsible-filing',
  family: 'project',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '电子证照管理专人备案',
  basis: cite('DQ-L', '第二十三条'),
  submitters: ['unit-head', 'licence-issuer', 'unit-platform-administrator'],
  form: {
    kind: {
      title: '单位类别',
      type: 'choice',
      options: { department: '市级相关部门', issuer: '签发机构', user: '使用机构' },
    },
    change: {
      title: '事项',
      type: 'choice',
      options: { first: '首次指定', replacement: '更换专人' },
      steers: 'change',
    },
    previous: { title: '原专人的备案案件编号', type: 'text', when: { fact: 'change', in: ['replacement'] } },
    person: { title: '专人姓名', type: 'text', untitled: true },
    phone: { title: '联系电话', type: 'text', untitled: true },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
  houseRules: ['更换专人的重新备案，注明原备案；原备案留存备查，是本系统规则。', NO_DATE],
});
