import { CLASSIFIED } from '../forms/classified.ts';
import { cite } from '../regulations.ts';
import { filing } from '../shapes/filing.ts';
import { EDITION } from './forms.ts';

/** LS-D 第三十八条：各部门应当指定专门机构和专人作为政务数据资源的管理员并及时将有关信息向市大数据局备案，如有人员变动，应当及时更新。 */
export const lsAdministratorFiling = filing({
  id: 'ls-administrator-filing',
  family: 'account',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '政务数据资源管理员备案',
  basis: cite('LS-D', '第三十八条第四款'),
  submitters: ['unit-head', 'unit-platform-administrator'],
  form: {
    kind: {
      title: '备案事项',
      type: 'choice',
      options: { first: '指定', change: '人员变动更新' },
      steers: 'kind',
    },
    organisation: { title: '专门机构', type: 'text' },
    administrator: { title: '管理员姓名', type: 'text' },
    // 如有人员变动，应当及时更新.
    previous: { title: '所更替的管理员', type: 'text', when: { fact: 'kind', in: ['change'] } },
    phone: { title: '联系电话', type: 'text' },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
  houseRules: ['指定或变动后“及时”备案的起点不经本系统，由报送单位负责；本系统只对收到后的核对计时。'],
});

/** LS-D 第四十条：市大数据局应当按照国家信息安全等级保护的工作要求，落实市共享交换平台的定级、备案……等管制措施。 */
export const lsGrading = filing({
  id: 'ls-grading',
  family: 'account',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '等级保护定级备案',
  basis: cite('LS-D', '第四十条第一款'),
  submitters: ['platform-manager', 'unit-platform-administrator'],
  form: {
    system: { title: '信息系统', type: 'text' },
    level: {
      title: '定级',
      type: 'choice',
      options: { '1': '第一级', '2': '第二级', '3': '第三级', '4': '第四级', '5': '第五级' },
    },
    assessment: { title: '等级测评情况', type: 'text', maxLength: 4000 },
    improvement: { title: '安全建设和整改情况', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  receiver: 'security-authority',
  houseRules: ['条文未写明受理备案的机关；按等级保护的通行做法由信息安全主管部门席位受理。'],
});
