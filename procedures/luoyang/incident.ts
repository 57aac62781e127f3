import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import { response } from '../shapes/response.ts';
import { EDITION } from './forms.ts';

const REPORT = cite('LY-E', '第二十一条');
const RESPOND = cite('LY-D', '第四十四条第二款');

/**
 * LY-E 第二十一条：发生数据安全事件时，应立即报告本级信息安全主管部门，并做好事件预警与应急响应处置工作。
 * LY-D 第四十四条：应当立即启动应急响应，及时采取应急措施防止事态发展，保存相关记录，并按照规定向有关主管部门报告。
 */
export const lyIncident = response({
  id: 'ly-incident',
  jurisdiction: 'ly',
  edition: EDITION,
  title: '数据安全事件处置',
  basis: REPORT,
  respond: { title: '立即启动应急响应', basis: RESPOND, within: target(15, 'minute', RESPOND) },
  contain: { title: '采取应急措施并保存记录', basis: RESPOND, within: target(30, 'minute', RESPOND) },
  report: {
    title: '立即报告本级信息安全主管部门',
    basis: REPORT,
    within: target(15, 'minute', REPORT),
    to: 'security-authority',
    received: '信息安全主管部门接报',
  },
  houseRules: [
    '“立即”按15分钟、自发现时起算，“及时”按30分钟，均为服务目标。',
    '保存相关记录为条文所定（第四十四条第二款），随应急措施填写保存的记录和保管位置；结案报告条文未写，是本系统规则。',
  ],
});
