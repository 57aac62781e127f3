import { CLASSIFIED } from '../forms/classified.ts';
import { grantFields, shareForm } from '../forms/share.ts';
import { house, target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { EntryTold, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ART_77 = cite('LZ-P', '第七十七条');
const ART_73_3 = cite('LZ-P', '第七十三条（三）');
const ART_122 = cite('LZ-P', '第一百二十二条');

const ENTRY = { thing: 'resource', field: 'entry' } as const;
/** 使用已发布的政务信息资源，经提供单位审批同意 (第七十七条). */
const PUBLISHED: EntryTold = {
  title: 'wanted',
  department: 'provider',
  shareType: { is: 'conditional' },
  conditions: { is: '使用须经提供单位审批同意，限于申请时注明的用途' },
  updateRhythm: 'frequency',
};

const { resource: _published, ...useForm } = shareForm;

/**
 * 第七十七条：需申请共享交换平台未发布的政务信息资源，须向共享交换平台管理单位提出书面申请，经批准后，由运维单位负责指导提供单位
 * 将政务信息资源接入共享交换平台发布，并为提供单位分配该资源的审核权限。
 */
export const lzResourceUnpublished: Procedure = {
  id: 'lz-resource-unpublished',
  family: 'share',
  jurisdiction: 'lz',
  title: '未发布资源申请',
  basis: ART_77,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    wanted: { title: '所需政务信息资源', type: 'text' },
    provider: { title: '提供单位', type: 'department' },
    ...useForm,
  },
  start: ['review'],
  stages: {
    review: {
      title: '平台管理单位审批',
      basis: ART_77,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_77),
      outcomes: {
        approve: { title: '批准', opens: ['publish'] },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'refused' },
      },
    },
    publish: {
      title: '指导提供单位接入并发布',
      basis: ART_77,
      by: 'platform-operator',
      within: target(10, 'working-day', ART_77),
      outcomes: {
        published: {
          title: '已接入发布',
          demands: ['fields'],
          fields: {
            entry: { title: '目录编号', type: 'text' },
            frequency: { title: '更新频度', type: 'text' },
            // LZ-D 第二十四条：归集的共享数据……事先经过本单位的保密审查，不得涉及国家秘密.
            secrecy: { title: '提供单位保密审查意见', type: 'text', maxLength: 4000 },
            access: {
              title: '接入模式',
              type: 'choice',
              options: { file: '文件及文件夹', table: '库表', interface: '服务接口' },
            },
          },
          effects: [{ register: 'resources', op: 'open', key: ENTRY, entry: PUBLISHED }],
          opens: ['assign'],
        },
      },
    },
    assign: {
      title: '为提供单位分配审核权限',
      basis: ART_77,
      by: 'platform-operator',
      within: target(2, 'working-day', ART_77),
      outcomes: { assigned: { title: '已分配', ends: 'published' } },
    },
  },
  endings: { published: '已发布', refused: '不予批准', withdrawn: '已撤回' },
  houseRules: [
    '审批5个、接入发布10个、分配权限2个工作日条文未定，为服务目标。',
    '发布以提供单位的保密审查（《兰州新区政务数据资源共享管理办法》第二十四条）为前提：没有其意见不作发布登记；审查在提供单位内进行，不另设环节。',
    GRANT_TERM,
    '资源发布后，使用仍须另行申请并经提供单位审批同意（第七十七条）。',
  ],
};

/** 第七十三条（三）：管理单位……负责汇总、审核各部门数据共享需求，统一向省级共享交换平台管理部门提出使用申请。 */
export const lzShareUpward: Procedure = {
  id: 'lz-share-upward',
  family: 'share',
  jurisdiction: 'lz',
  title: '省级平台数据使用申请',
  basis: ART_73_3,
  edition: EDITION,
  submitters: ['requester'],
  form: { wanted: { title: '所需省级平台数据', type: 'text' }, ...useForm },
  start: ['forward'],
  stages: {
    forward: {
      title: '审核并向省级平台提出申请',
      basis: ART_73_3,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_73_3),
      outcomes: {
        forwarded: {
          title: '已提出申请',
          demands: ['fields'],
          fields: { letter: { title: '申请文号或工单号', type: 'text' } },
          opens: ['answer'],
        },
        refuse: { title: '审核不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    answer: {
      title: '登记省级平台答复',
      basis: ART_73_3,
      by: 'platform-manager',
      within: house(20, 'working-day', ART_73_3),
      outcomes: {
        granted: {
          title: '同意使用',
          demands: ['fields'],
          fields: grantFields,
          effects: [{ register: 'data-grants', op: 'open' }],
          ends: 'granted',
        },
        refused: { title: '不同意使用', demands: ['reasons'], ends: 'refused-above' },
      },
    },
  },
  endings: {
    granted: '省级平台已同意',
    refused: '审核不通过',
    'refused-above': '省级平台不同意',
    withdrawn: '已撤回',
  },
  houseRules: [
    '审核转报的时限条文未定，按5个工作日作为服务目标。',
    '省级平台的答复期限不由本办法规定；20个工作日未登记答复的提示跟催，是本系统规则。',
    GRANT_TERM,
  ],
};

/** 第一百二十二条：对无法共享的信息，信息所属部门需提供充分的法律依据，并通过网上政务服务平台告知办事人。 */
export const lzNotShareable: Procedure = {
  id: 'lz-not-shareable',
  family: 'share',
  jurisdiction: 'lz',
  title: '不可共享信息说明',
  basis: ART_122,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    resource: { title: '所需信息', type: 'resource' },
    item: { title: '办理事项', type: 'text' },
    applicant: { title: '办事人', type: 'holder' },
    why: { title: '办理所需', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['justify'],
  stages: {
    justify: {
      title: '信息所属部门答复可否共享',
      basis: ART_122,
      by: 'data-provider',
      within: target(5, 'working-day', ART_122),
      outcomes: {
        shareable: { title: '可以共享', ends: 'shareable' },
        'not-shareable': {
          title: '依法不可共享',
          demands: ['reasons', 'legalBasis'],
          opens: ['tell'],
        },
      },
    },
    tell: {
      title: '通过网上政务服务平台告知办事人',
      basis: ART_122,
      by: 'data-provider',
      within: target(1, 'working-day', ART_122),
      outcomes: {
        told: {
          title: '已告知',
          demands: ['fields'],
          fields: { text: { title: '告知内容（含法律依据）', type: 'text', maxLength: 4000 } },
          ends: 'not-shareable',
        },
      },
    },
  },
  endings: { shareable: '可以共享', 'not-shareable': '依法不可共享，已告知', withdrawn: '已撤回' },
  houseRules: [
    '答复5个、告知1个工作日条文未定，为服务目标。',
    '第一百二十二条只除外“法律、行政法规规定不可共享的”：所列法律依据应写明法律或行政法规的条款，是否充分由信息所属部门负责。',
    '由需要该信息办理事项的部门提出；认为可以共享的，另按共享申请办理。',
  ],
};
