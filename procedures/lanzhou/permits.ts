import { CLASSIFIED } from '../forms/classified.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './edition.ts';

const CONNECTION = { thing: 'connection', field: 'network' } as const;
const NETWORK = { title: '接入网络或系统名称', type: 'text' } as const;

const ART_31 = cite('LZ-P', '第三十一条');
const ART_38 = cite('LZ-P', '第十五条、第三十八条');
const ART_41 = cite('LZ-P', '第四十一条（一）');
const ART_114 = cite('LZ-P', '第一百一十四条');

/** 第十五条、第三十八条：信息资源……属于各信息发布单位所有，任何单位和个人使用相关信息资源必须通过信息发布单位许可后方可使用。 */
export const lzPublisherPermit: Procedure = permit({
  id: 'lz-publisher-permit',
  family: 'access',
  jurisdiction: 'lz',
  title: '网上信息资源使用许可',
  basis: ART_38,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    resource: { title: '拟使用的信息资源', type: 'resource' },
    network: {
      title: '所在网络',
      type: 'choice',
      options: { extranet: '电子政务外网', elte: 'eLTE市政无线专网' },
    },
    purpose: { title: '使用用途', type: 'text', maxLength: 4000 },
    until: { title: '使用期限', type: 'future-date' },
    ...CLASSIFIED,
  },
  approver: 'data-provider',
  stageTitle: '信息发布单位许可',
  grant: { until: { title: '许可期限', type: 'future-date', withinRequest: true } },
  effects: [{ register: 'data-grants', op: 'open' }],
  houseRules: [
    '信息发布单位即目录所载该资源的提供单位；许可期限由其确定，是本系统规则。',
    GRANT_TERM,
    '“法律法规有其他规定的除外”：依法可以直接使用的，不经本事项。',
  ],
});

/** 第四十一条：任何单位和个人未经批准，不得……（一）对接入政务外网设备的参数配置进行修改。 */
export const lzDeviceParameter: Procedure = permit({
  id: 'lz-device-parameter',
  family: 'access',
  jurisdiction: 'lz',
  title: '接入设备参数配置修改申请',
  basis: ART_41,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    device: { title: '设备名称与编号', type: 'text' },
    before: { title: '现行参数配置', type: 'text', maxLength: 4000 },
    after: { title: '拟改参数配置', type: 'text', maxLength: 4000 },
    why: { title: '修改理由', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '批准参数配置修改',
  effects: [{ register: 'connections', op: 'change', key: { thing: 'device', field: 'device' } }],
  houseRules: ['条文未写批准机关，由主管部门科技发展局批准（第二十八条）。'],
});

/** 第三十一条：IP地址由新区科技发展局进行统一规划、管理。未经授权，用户的IP地址不得更改。 */
export const lzIpChange: Procedure = permit({
  id: 'lz-ip-change',
  family: 'access',
  jurisdiction: 'lz',
  title: 'IP地址更改申请',
  basis: ART_31,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    network: NETWORK,
    present: { title: '现用IP地址', type: 'texts' },
    wanted: { title: '拟改IP地址或网段', type: 'texts', required: false },
    why: { title: '更改理由', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '授权更改',
  grant: { addresses: { title: '统一分配的IP地址', type: 'texts' } },
  effects: [{ register: 'connections', op: 'change', key: CONNECTION }],
  houseRules: [
    '第三十七条也列有“变动IP地址”：只改地址的按本事项办理；随业务系统新增、变更一并变动的，按政务外网变更申请办理，不必另报。',
  ],
});

/** 第一百一十四条：各接入单位如需改变网络线路，须向新区科技发展局申请许可后方可实施。 */
export const lzLineChange: Procedure = permit({
  id: 'lz-line-change',
  family: 'access',
  jurisdiction: 'lz',
  title: '网络线路改变申请',
  basis: ART_114,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    network: NETWORK,
    line: { title: '现有网络线路', type: 'text' },
    change: { title: '拟作改变', type: 'text', maxLength: 4000 },
    why: { title: '改变理由', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '许可',
  effects: [{ register: 'connections', op: 'change', key: CONNECTION }],
});
