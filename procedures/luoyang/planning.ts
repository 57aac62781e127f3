import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Opening, Procedure } from '../schema.ts';
import { compiled } from '../shapes/compiled.ts';
import { filing } from '../shapes/filing.ts';
import { ofThing } from '../shapes/progress.ts';
import { EDITION, project } from './forms.ts';

const APPROVE = cite('LY-E', '第四条');
const CONSULT = cite('LY-E', '第五条');
const FILING = cite('LY-E', '第六条');
const EVALUATION = cite('LY-E', '第二十四条');

const plan = ofThing('plan', 'name');

const CONSULTED: Opening[] = [
  { stage: 'approve', when: { fact: 'planKind', in: ['city'] } },
  { stage: 'adopt', when: { not: { fact: 'planKind', in: ['city'] } } },
];

/**
 * 第四条：市……主管部门会同有关单位……编制全市政务数据和电子政务发展等规划，报市政府批准后实施。
 * 第五条：各有关单位在制定本部门、本行业信息化发展规划和专项规划时，应当征求同级电子政务主管部门的意见，并与全市电子政务规划建设相衔接。
 */
export const lyPlan: Procedure = {
  id: 'ly-plan',
  family: 'project',
  jurisdiction: 'ly',
  title: '政务数据和电子政务发展规划',
  basis: APPROVE,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    kind: {
      title: '规划类别',
      type: 'choice',
      options: { city: '全市规划', department: '部门、行业规划或专项规划' },
      steers: 'planKind',
    },
    name: { title: '规划名称', type: 'text' },
    draft: { title: '规划草案', type: 'text', maxLength: 4000 },
    years: { title: '规划期', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['consult'],
  stages: {
    consult: {
      title: '征求意见与衔接',
      basis: CONSULT,
      by: 'platform-manager',
      repeats: true,
      within: target(10, 'working-day', CONSULT),
      outcomes: {
        agreed: {
          title: '意见一致',
          demands: ['fields'],
          fields: { opinion: { title: '衔接意见', type: 'text', maxLength: 4000 } },
          effects: [plan.begins('plan-consulted')],
          opens: CONSULTED,
        },
        revise: { title: '提出修改意见', demands: ['reasons'], opens: ['revise'] },
      },
    },
    revise: {
      title: '修改规划草案',
      basis: CONSULT,
      by: 'unit-platform-administrator',
      repeats: true,
      within: target(20, 'working-day', CONSULT),
      outcomes: {
        done: {
          title: '已修改',
          demands: ['fields'],
          fields: { changes: { title: '修改内容', type: 'text', maxLength: 4000 } },
          opens: ['consult'],
        },
        keep: {
          title: '不采纳修改意见，说明理由',
          demands: ['reasons'],
          effects: [plan.begins('plan-consulted')],
          opens: CONSULTED,
        },
      },
    },
    approve: {
      title: '报市政府批准',
      basis: APPROVE,
      by: 'city-government',
      within: target(20, 'working-day', APPROVE),
      outcomes: {
        approve: { title: '批准', effects: [plan.reaches('approved')], ends: 'approved' },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'refused' },
      },
    },
    adopt: {
      title: '吸收意见、印发规划',
      basis: CONSULT,
      by: 'unit-platform-administrator',
      within: target(20, 'working-day', CONSULT),
      outcomes: { adopted: { title: '已印发', effects: [plan.reaches('issued')], ends: 'adopted' } },
    },
  },
  endings: {
    approved: '经市政府批准',
    refused: '不予批准',
    adopted: '已征求意见并印发',
    withdrawn: '已撤回',
  },
  onEnding: plan.endsAs({ refused: 'refused', withdrawn: 'withdrawn' }),
  houseRules: [
    '征求意见完毕的规划即记入项目台账，批准或者印发后继续有效；不予批准或者撤回的注销。',
    '征求意见10个，修改、批准、印发各20个工作日，条文均未定，为服务目标。',
    '第五条只要求征求意见，不以主管部门同意为条件：不采纳修改意见的，制定单位说明理由后仍可报批或者印发，与全市规划的衔接由其负责。',
    '全市规划的起草人与主管部门的审核人分开，是本系统规则；县（市、区）规划由本级政府批准，在县级办理。',
  ],
};

/** 第六条：县（市、区）新建重大政务信息化项目应当报上一级电子政务主管部门备案。 */
export const lyCountyFiling = filing({
  id: 'ly-county-filing',
  family: 'project',
  jurisdiction: 'ly',
  title: '县（市、区）重大政务信息化项目备案',
  basis: FILING,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    project: { title: '项目名称', type: 'text' },
    builder: { title: '建设单位', type: 'text' },
    content: { title: '建设内容', type: 'text', maxLength: 4000 },
    funds: { title: '投资额（万元）', type: 'number', min: 0 },
    ...CLASSIFIED,
  },
  receiver: 'platform-manager',
  effects: [project.begins('filed')],
  houseRules: [
    '备案的项目同时记入项目台账；其后的建设和验收由县（市、区）办理，不在本系统。',
    '“重大”的标准条文未定，由报送单位认定。',
  ],
});

/** 第二十四条：项目建设单位应当……开展项目应用效果、协同共享、信息安全、创新服务等方面的绩效评价。 */
export const lyProjectEvaluation = compiled({
  id: 'ly-project-evaluation',
  family: 'project',
  jurisdiction: 'ly',
  edition: EDITION,
  title: '电子政务项目绩效评价',
  basis: EVALUATION,
  compiler: 'unit-platform-administrator',
  form: {
    project: { title: '项目名称', type: 'text' },
    effect: { title: '项目应用效果', type: 'text', maxLength: 4000 },
    sharing: { title: '协同共享', type: 'text', maxLength: 4000 },
    security: { title: '信息安全', type: 'text', maxLength: 4000 },
    innovation: { title: '创新服务', type: 'text', maxLength: 4000 },
    controllable: { title: '自主安全可控情况', type: 'text', maxLength: 4000, required: false },
    ...CLASSIFIED,
  },
  review: {
    title: '审核绩效评价',
    by: 'platform-manager',
    within: target(10, 'working-day', EVALUATION),
    passed: '评价结果成立',
    fields: { grade: { title: '评价结论', type: 'text', maxLength: 4000 } },
  },
  effects: [project.tells],
  ending: { id: 'evaluated', title: '已评价' },
  houseRules: [
    '评价的报送和审核时限条文未定，审核10个工作日为服务目标；由主管部门审核是依第二十三条的理解。',
    '自主安全可控情况依第二十条在验收时审查（项目验收环节），第二十四条未要求，评价时可以不填。',
  ],
});
