import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Stage, StageId } from '../schema.ts';
import { project } from './forms.ts';

const PROCURE = cite('LY-E', '第九条');
const CONTRACT = cite('LY-E', '第十条');
const ACCEPTANCE = cite('LY-E', '第十一条');

/**
 * From the consent to the use. 第九条：按照相关法律法规进行政府采购或招投标。第十条：签订服务合同，向市财政部门提出资金使用申请，同时向
 * 市政务服务和大数据管理局报备正式合同。第十一条：建成后应当组织验收，未经竣工验收或竣工验收不合格的……不得投入使用。
 */
export const projectWork: Record<StageId, Stage> = {
  procure: {
    title: '政府采购或招投标',
    basis: PROCURE,
    by: 'unit-platform-administrator',
    within: target(60, 'working-day', PROCURE),
    outcomes: {
      procured: {
        title: '已确定供应商，签订合同',
        demands: ['fields'],
        fields: {
          supplier: { title: '供应商', type: 'text' },
          contract: { title: '合同名称和编号', type: 'text' },
        },
        effects: [project.reaches('procured')],
        opens: ['file-contract', 'fund'],
      },
    },
  },
  'file-contract': {
    title: '正式合同报备',
    basis: CONTRACT,
    by: 'platform-manager',
    within: target(5, 'working-day', CONTRACT),
    outcomes: {
      filed: {
        title: '已报备',
        effects: [{ register: 'filings', op: 'open' }, project.reaches('contract-filed')],
        opens: ['build'],
      },
    },
  },
  fund: {
    title: '资金使用申请',
    basis: CONTRACT,
    by: 'finance',
    within: target(10, 'working-day', CONTRACT),
    outcomes: {
      arranged: {
        title: '已统筹安排',
        demands: ['fields'],
        fields: { arranged: { title: '安排的建设资金（万元）', type: 'number', min: 0 } },
        effects: [project.reaches('funded')],
        opens: ['build'],
      },
    },
  },
  build: {
    title: '项目建设',
    basis: ACCEPTANCE,
    by: 'unit-platform-administrator',
    join: ['file-contract', 'fund'],
    within: target(12, 'month', ACCEPTANCE),
    outcomes: {
      built: {
        title: '已建成，申请验收',
        demands: ['fields'],
        fields: {
          catalogue: { title: '政务数据资源目录清单完成情况', type: 'text', maxLength: 4000 },
          controllable: { title: '自主安全可控情况', type: 'text', maxLength: 4000 },
        },
        effects: [project.reaches('built')],
        opens: ['accept'],
      },
    },
  },
  accept: {
    title: '竣工验收',
    basis: ACCEPTANCE,
    by: 'expert',
    repeats: true,
    within: target(20, 'working-day', ACCEPTANCE),
    outcomes: {
      accepted: {
        title: '验收合格',
        demands: ['fields'],
        fields: {
          catalogueDone: { title: '目录清单完成情况审查意见', type: 'text', maxLength: 4000 },
          controllableReview: { title: '自主安全可控审查意见', type: 'text', maxLength: 4000 },
        },
        effects: [project.reaches('accepted')],
        ends: 'accepted',
      },
      failed: {
        title: '验收不合格',
        demands: ['reasons'],
        effects: [project.reaches('acceptance-failed')],
        opens: ['mend'],
      },
    },
  },
  mend: {
    title: '整改后重新申请验收',
    basis: ACCEPTANCE,
    by: 'unit-platform-administrator',
    repeats: true,
    within: target(20, 'working-day', ACCEPTANCE),
    outcomes: {
      mended: {
        title: '已整改',
        demands: ['fields'],
        fields: { measures: { title: '整改措施', type: 'text', maxLength: 4000 } },
        effects: [project.reaches('built')],
        opens: ['accept'],
      },
    },
  },
};
