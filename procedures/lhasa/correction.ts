import { CLASSIFIED } from '../forms/classified.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './forms.ts';

const VERIFY = cite('LS-D', '第二十三条第二款');
const REMIND = cite('LS-D', '第二十三条第三款');

/**
 * 第二十三条：对获取的共享数据有疑义或发现有明显错误的，应向数据提供部门提出复核申请。数据提供部门接到复核申请后，在5个工作日内
 * 对异议数据进行核查，并根据核查情况做出确认或者更正。复核期间，办理业务涉及行政相对人的，以不影响办事为前提，向行政相对人提供充足的
 * 异议申诉和救济办理渠道，并提醒行政相对人办理信息更正手续。
 */
export const lsCorrection: Procedure = {
  id: 'ls-correction',
  family: 'correction',
  jurisdiction: 'ls',
  title: '共享数据复核',
  basis: cite('LS-D', '第二十三条'),
  edition: EDITION,
  submitters: ['requester'],
  form: {
    resource: { title: '有疑义的数据资源', type: 'resource' },
    what: { title: '疑义或错误', type: 'text', maxLength: 4000 },
    evidence: { title: '依据', type: 'text', maxLength: 4000, required: false },
    business: { title: '正在办理的业务', type: 'text', required: false },
    ...CLASSIFIED,
  },
  start: ['verify', 'remind'],
  stages: {
    verify: {
      title: '数据提供部门核查',
      basis: VERIFY,
      by: 'data-provider',
      within: statutory(5, 'working-day', VERIFY),
      outcomes: {
        corrected: {
          title: '更正',
          demands: ['fields'],
          fields: { correction: { title: '更正内容', type: 'text', maxLength: 4000 } },
          effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
          opens: ['adopt'],
        },
        confirmed: { title: '确认数据无误', demands: ['reasons'], opens: ['adopt'] },
      },
    },
    remind: {
      title: '告知救济渠道并提醒行政相对人',
      basis: REMIND,
      by: 'requester',
      within: target(1, 'working-day', REMIND),
      outcomes: {
        reminded: { title: '已告知并提醒，办事不受影响', opens: ['adopt'] },
        'nobody-affected': { title: '不涉及行政相对人', opens: ['adopt'] },
      },
    },
    adopt: {
      title: '使用部门采用核查结果',
      basis: VERIFY,
      by: 'requester',
      join: ['verify', 'remind'],
      within: house(2, 'working-day', VERIFY),
      outcomes: { adopted: { title: '已采用', ends: { as: 'verify' } } },
    },
  },
  endings: { corrected: '已更正', confirmed: '确认无误', withdrawn: '已撤回' },
  houseRules: [
    '提醒1个工作日条文未定，为服务目标；采用结果及其2个工作日是本系统规则。',
    '条文只要求有疑义或者明显错误，未要求提供依据，依据可以不填。',
    '提醒与核查并行，未提醒不耽误提供部门的5个工作日，只挡住使用部门自己的结案。',
  ],
};
