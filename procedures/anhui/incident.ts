import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import { report } from '../shapes/report.ts';
import { response } from '../shapes/response.ts';
import { EDITION } from './forms.ts';

const RESPOND = cite('AH', '第十六条');
const HANDLE = cite('AH', '第十一条第二款');
const REPORT = cite('AH', '第十八条');
const PROBLEM = cite('AH', '第六条第三款');

/**
 * 第十六条：发生突发安全事件应当立即按照预案进行响应和处置。第十八条：发现安全问题及时报告省数据资源局。
 * 第十一条第二款：发现安全风险隐患或安全事件及时处置，对其他政务服务平台可能造成关联影响的及时报告公安部门。
 */
export const ahIncident = response({
  id: 'ah-incident',
  jurisdiction: 'ah',
  edition: EDITION,
  title: '政务服务平台安全事件处置',
  basis: RESPOND,
  respond: { title: '立即按照预案响应', basis: RESPOND, within: target(15, 'minute', RESPOND) },
  contain: { title: '及时处置', basis: HANDLE, within: target(30, 'minute', HANDLE) },
  report: {
    title: '及时报告省数据资源局',
    basis: REPORT,
    within: target(30, 'minute', REPORT),
    to: 'platform-manager',
    received: '省数据资源局接报',
  },
  beyond: { title: '及时报告公安部门', basis: HANDLE, within: target(30, 'minute', HANDLE) },
  houseRules: [
    '“立即”按15分钟、“及时”按30分钟，均为服务目标；响应和报告自发现时起算，处置自启动响应时起算。',
    '立案时即知可能影响其他平台的，报告公安部门与响应、报告同时进行，自发现时起算；处置中才发现的，自处置办结时起算。',
    '记录的保存和结案报告条文未写，随处置、结案填写，是本系统规则。',
  ],
});

/** 第六条第三款：应当采取巡检、第三方测试等方式……实施动态监控，对发现的问题按程序处置并及时报相关主管部门备案。 */
export const ahProblemFiling = report({
  id: 'ah-problem-filing',
  family: 'incident',
  jurisdiction: 'ah',
  edition: EDITION,
  title: '服务监控问题处置与备案',
  basis: PROBLEM,
  by: 'duty-officer',
  form: {
    way: {
      title: '发现方式',
      type: 'choice',
      options: { patrol: '巡检', 'third-party-test': '第三方测试', other: '其他监控方式' },
    },
  },
  report: { title: '及时报相关主管部门', within: target(30, 'minute', PROBLEM) },
  handle: {
    dispose: {
      title: '按程序处置',
      by: 'unit-platform-administrator',
      within: target(1, 'working-day', PROBLEM),
    },
    file: {
      title: '主管部门备案',
      by: 'competent-department',
      within: target(5, 'working-day', PROBLEM),
      fields: { filingNo: { title: '备案编号', type: 'text' } },
    },
  },
  houseRules: [
    '“及时”报备按30分钟、处置按1个工作日、备案按5个工作日，均为服务目标；条文先写处置后写报备，本系统并行办理。',
    '“政务服务平台”自行处置：由发现问题的平台所属单位的平台管理员承担，值班人员报备，操作与报告分离，是本系统的理解。',
  ],
});
