import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './edition.ts';

const ACCOUNT = { thing: 'platform-account', field: 'account' } as const;

const ART_6_3 = cite('LZ-P', '第六条（三）');
const ART_13 = cite('LZ-P', '第十三条');
const ART_14 = cite('LZ-P', '第十四条');
const ART_78 = cite('LZ-P', '第七十八条');

const OF_PARAMETERS: Condition = { fact: 'what', in: ['parameters'] };

/**
 * 第六条：新区科技发展局和科技文化旅游集团有限公司共同承担职责：（三）负责核准新区eLTE市政无线专网接入及接入单位相关服务调整、
 * 交更、报备；第七条（三）：设备使用申请及报备；第十八条（一）：未经批准，不得对设备的参数配置进行修改。
 */
export const lzElteAccess: Procedure = {
  id: 'lz-elte-access',
  family: 'access',
  jurisdiction: 'lz',
  title: 'eLTE市政无线专网接入与变更申请',
  basis: ART_6_3,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    what: {
      title: '申请事项',
      type: 'choice',
      options: {
        access: '专网接入',
        service: '服务调整或变更',
        parameters: '设备参数配置修改',
        device: '设备使用与报备',
      },
      steers: 'what',
    },
    devices: { title: '涉及设备的名称与编号', type: 'texts' },
    // 第十八条（一）：未经批准，不得对设备的参数配置进行修改.
    parameters: {
      title: '拟修改的参数配置（现行值和拟改值）',
      type: 'text',
      maxLength: 4000,
      when: OF_PARAMETERS,
    },
    details: { title: '申请内容与方案', type: 'text', maxLength: 4000 },
    responsible: { title: '专（兼）职管理人员', type: 'text', untitled: true },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '共同核准',
      basis: ART_6_3,
      by: ['platform-manager', 'platform-operator'],
      agreement: 'all',
      within: target(5, 'working-day', ART_6_3),
      outcomes: {
        approve: { title: '核准', opens: ['carry-out'] },
        refuse: { title: '不予核准', demands: ['reasons'], ends: 'refused' },
      },
    },
    'carry-out': {
      title: '实施接入或变更',
      basis: ART_6_3,
      by: 'platform-operator',
      within: target(5, 'working-day', ART_6_3),
      outcomes: {
        done: {
          title: '已实施',
          demands: ['fields'],
          fields: {
            parameters: { title: '实施后的参数配置', type: 'text', maxLength: 4000, when: OF_PARAMETERS },
          },
          effects: [{ register: 'connections', op: 'change', key: { thing: 'device', field: 'devices' } }],
          ends: 'done',
        },
      },
    },
  },
  endings: { done: '已实施', refused: '不予核准', withdrawn: '已撤回' },
  houseRules: [
    '核准、实施各5个工作日，条文未定，为服务目标。',
    '两单位“共同”核准，读作两家均须同意；运维单位参与核准的与实施的应为不同人员，由其内部安排。',
    '未经批准不得修改设备参数配置（第十八条（一）），批准机关条文未写：同由两单位核准。',
    '条文中的“交更”按“变更”理解。',
  ],
};

/** 第七十八条：申请接入共享交换平台的相关单位需经……管理单位核准，由运维单位设置接入权限，指导申请单位完成政务信息资源目录编制、数据接入等工作。 */
export const lzPlatformAccess: Procedure = {
  id: 'lz-platform-access',
  family: 'access',
  jurisdiction: 'lz',
  title: '共享交换平台接入申请',
  basis: ART_78,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    system: { title: '拟接入的业务系统', type: 'text' },
    resources: { title: '拟接入的政务信息资源', type: 'texts' },
    mode: {
      title: '接入模式',
      type: 'choice',
      options: { file: '文件及文件夹', table: '库表', interface: '服务接口' },
    },
    frontEnd: { title: '前置机情况', type: 'text', maxLength: 4000 },
    responsible: { title: '单位平台管理员', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '平台管理单位核准',
      basis: ART_78,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_78),
      outcomes: {
        approve: { title: '核准', opens: ['authorise'] },
        refuse: { title: '不予核准', demands: ['reasons'], ends: 'refused' },
      },
    },
    authorise: {
      title: '设置接入权限',
      basis: ART_78,
      by: 'platform-operator',
      within: target(2, 'working-day', ART_78),
      outcomes: {
        set: {
          title: '已设置',
          demands: ['fields'],
          fields: {
            account: { title: '接入账号', type: 'text' },
            rights: { title: '设置的接入权限', type: 'texts' },
          },
          effects: [{ register: 'accounts', op: 'open', key: ACCOUNT, must: NOT_SUSPENDED }],
          opens: ['guide'],
        },
      },
    },
    guide: {
      title: '指导目录编制和数据接入',
      basis: ART_78,
      by: 'platform-operator',
      within: target(10, 'working-day', ART_78),
      outcomes: {
        connected: {
          title: '已完成目录编制和数据接入',
          effects: [
            { register: 'connections', op: 'open', key: { thing: 'platform-system', field: 'system' } },
          ],
          ends: 'connected',
        },
      },
    },
  },
  endings: { connected: '已接入', refused: '不予核准', withdrawn: '已撤回' },
  onEnding: { withdrawn: [{ register: 'accounts', op: 'close', key: ACCOUNT, own: true }] },
  houseRules: [
    '核准5个、设置权限2个、指导接入10个工作日条文未定，为服务目标。',
    '接入账号只为接入而设：设置后撤回申请或者终止的，账号随之注销，是本系统规则。',
  ],
};

const RADIO_AUTHORITY = '无线电管理机构不在本系统设有账号，由主管部门承办并登记其决定。';

/**
 * 第十四条：拟变更无线电频率使用许可证所载事项的，应当向作出许可决定的无线电管理机构提出申请。符合法定条件的，无线电管理机构应当依法
 * 办理变更手续。
 */
export const lzRadioChange: Procedure = permit({
  id: 'lz-radio-change',
  family: 'access',
  jurisdiction: 'lz',
  title: '无线电频率使用许可变更申请',
  basis: ART_14,
  edition: EDITION,
  submitters: ['platform-operator', 'unit-platform-administrator'],
  form: {
    licenceNo: { title: '无线电频率使用许可证编号', type: 'text' },
    matters: { title: '拟变更的事项', type: 'texts' },
    details: { title: '变更内容与理由', type: 'text', maxLength: 4000 },
    technical: { title: '技术方案', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'competent-department',
  stageTitle: '依法办理变更手续',
  within: target(20, 'working-day', ART_14),
  refusal: ['legalBasis'],
  // 第五条：取得无线电频率使用许可，应当符合下列条件.
  grounds: {
    use: '频率不符合划分和使用规定，或没有明确具体的用途',
    scheme: '使用频率的技术方案不可行',
    staff: '没有相应的专业技术人员',
    interference: '对依法使用的其他频率会产生有害干扰',
    other: '不符合法律、行政法规规定的其他条件',
  },
  grant: { licenceNo: { title: '变更后的许可证编号', type: 'text' } },
  houseRules: [
    RADIO_AUTHORITY,
    '变更手续依法定程序办理，本办法无数字，按20个工作日作为服务目标。',
    '只以是否“符合法定条件”为准：不予变更的须写明不符合第五条的哪一项条件，并注明法律依据。',
  ],
});

/** 第十三条：受到有害干扰的，可以向无线电管理机构投诉，无线电管理机构应当及时协调处理，并将处理情况告知投诉人。 */
export const lzRadioComplaint: Procedure = {
  id: 'lz-radio-complaint',
  family: 'access',
  jurisdiction: 'lz',
  title: '无线电有害干扰投诉',
  basis: ART_13,
  edition: EDITION,
  submitters: ['platform-operator', 'unit-platform-administrator'],
  form: {
    frequency: { title: '受干扰的频率', type: 'text' },
    place: { title: '受干扰地点', type: 'text' },
    since: { title: '受干扰开始时间', type: 'past-instant' },
    details: { title: '干扰情况', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['handle'],
  stages: {
    handle: {
      title: '协调处理',
      basis: ART_13,
      by: 'competent-department',
      within: target(10, 'working-day', ART_13),
      outcomes: {
        settled: { title: '干扰已消除', opens: ['tell'] },
        unfounded: { title: '未查实有害干扰', demands: ['reasons'], opens: ['tell'] },
      },
    },
    tell: {
      title: '将处理情况告知投诉人',
      basis: ART_13,
      by: 'competent-department',
      sharesClockOf: 'handle',
      outcomes: {
        told: {
          title: '已告知',
          demands: ['fields'],
          fields: { text: { title: '告知内容', type: 'text', maxLength: 4000 } },
          ends: { as: 'handle' },
        },
      },
    },
  },
  endings: { settled: '干扰已消除', unfounded: '未查实有害干扰', withdrawn: '已撤回' },
  houseRules: [RADIO_AUTHORITY, '“及时”条文无数字，处理和告知合计10个工作日，为服务目标。'],
};
