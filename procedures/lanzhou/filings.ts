import { CLASSIFIED } from '../forms/classified.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { filing } from '../shapes/filing.ts';
import { EDITION } from './edition.ts';

const NETWORKS = { extranet: '电子政务外网', elte: 'eLTE市政无线专网' };

/**
 * 第七条（二）、第二十九条（二）：建立……管理组织体系，确定分管领导和专（兼）职管理人员，明确工作职责分工，……建立使用台帐，
 * 并报新区科技发展局备案。
 */
export const lzFilingNetwork: Procedure = filing({
  id: 'lz-filing-network',
  family: 'account',
  jurisdiction: 'lz',
  title: '网络管理组织体系备案',
  basis: cite('LZ-P', '第七条（二）、第二十九条（二）'),
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    network: { title: '所接入网络', type: 'choice', options: NETWORKS, steers: 'network' },
    leader: { title: '分管领导', type: 'text', untitled: true },
    administrators: { title: '专（兼）职管理人员', type: 'texts' },
    duties: { title: '工作职责分工', type: 'text', maxLength: 4000 },
    // 第七条（二）：建立专网及设备管理使用台帐.
    ledger: {
      title: '专网及设备管理使用台账',
      type: 'text',
      maxLength: 4000,
      when: { fact: 'network', in: ['elte'] },
    },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
  houseRules: ['台账只有第七条（二）对eLTE市政无线专网要求，接入政务外网的不填。'],
});

/** 第七条（三）、第二十九条（三）：负责本单位……设备使用申请及报备，……定期将网络及业务系统运行情况报送新区科技发展局。 */
export const lzFilingEquipment: Procedure = filing({
  id: 'lz-filing-equipment',
  family: 'account',
  jurisdiction: 'lz',
  title: '网络设备使用报备',
  basis: cite('LZ-P', '第七条（三）、第二十九条（三）'),
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    network: { title: '所接入网络', type: 'choice', options: NETWORKS },
    devices: { title: '设备名称与编号', type: 'texts' },
    place: { title: '安装地点', type: 'text' },
    keeper: { title: '设备管理人员', type: 'text' },
    use: { title: '设备用途', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
  houseRules: ['运行情况的定期报送是另一项经常性工作。'],
});

/** 第八十一条：各单位数据共享工作分管领导、管理员及业务人员情况报管理单位备案。 */
export const lzFilingPlatform: Procedure = filing({
  id: 'lz-filing-platform',
  family: 'account',
  jurisdiction: 'lz',
  title: '数据共享工作人员备案',
  basis: cite('LZ-P', '第八十一条'),
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    leader: { title: '数据共享工作分管领导', type: 'text', untitled: true },
    administrator: { title: '单位平台管理员', type: 'text', untitled: true },
    users: { title: '业务人员（按业务科室）', type: 'texts' },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
});

/** 第一百二十四条：确定分管领导和专职管理员落实安全管理责任，并将人员信息报政务服务中心备案。 */
export const lzFilingSecurityStaff: Procedure = filing({
  id: 'lz-filing-security-staff',
  family: 'account',
  jurisdiction: 'lz',
  title: '安全管理人员备案',
  basis: cite('LZ-P', '第一百二十四条'),
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    leader: { title: '分管领导', type: 'text', untitled: true },
    administrators: { title: '专职管理员', type: 'texts' },
    duties: { title: '工作职责', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  receiver: 'service-centre',
});
