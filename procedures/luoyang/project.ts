import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { BEFORE } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { LimitOfPeriod, Procedure } from '../schema.ts';
import { EDITION, project } from './forms.ts';
import { projectWork } from './project-work.ts';

const PLAN = cite('LY-E', '第七条');
const APPLY = cite('LY-E', '第八条');
const CATALOGUE = cite('LY-D', '第四十八条');
const OPINION = cite('LY-E', '第九条');

/** 每年9月底前报送下一年度计划: by the September before the year that is planned. */
const BY_END_OF_SEPTEMBER: LimitOfPeriod = {
  unit: 'date',
  rule: { kind: 'month-end', month: 9 },
  move: 'none',
  kind: 'statutory',
  basis: PLAN,
  datedBy: { fact: 'plannedYear', periods: -1 },
};

/**
 * LY-E 第七条至第十一条：每年9月底前报送下一年度项目建设计划；制定年度计划和预算安排，报市财政部门，经市政府批准后实施；依据计划提出
 * 项目申请；组织协商，必要时评估；下达同意建设的协商意见；采购、合同报备；验收合格方可投入使用。
 */
export const lyProject: Procedure = {
  id: 'ly-project',
  family: 'project',
  jurisdiction: 'ly',
  title: '电子政务建设项目',
  basis: PLAN,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    project: { title: '项目名称', type: 'text' },
    year: { title: '计划年度', type: 'period', every: 'year', steers: 'plannedYear' },
    content: { title: '建设内容', type: 'text', maxLength: 4000 },
    funds: { title: '所需资金（万元）', type: 'number', min: 0 },
    ...CLASSIFIED,
  },
  start: ['plan'],
  stages: {
    plan: {
      title: '报送下一年度项目建设计划',
      basis: PLAN,
      by: 'unit-platform-administrator',
      within: BY_END_OF_SEPTEMBER,
      outcomes: {
        sent: { title: '已报送', effects: [project.begins('proposed')], opens: ['compile'] },
        urgent: {
          title: '情况紧急，申请不受年度计划约束',
          demands: ['reasons'],
          effects: [project.begins('urgent')],
          opens: ['permit-urgent'],
        },
      },
    },
    compile: {
      title: '制定年度计划和预算安排',
      basis: PLAN,
      by: 'platform-manager',
      within: target(20, 'working-day', PLAN),
      outcomes: {
        included: { title: '列入年度计划', effects: [project.reaches('in-plan')], opens: ['budget'] },
        'left-out': { title: '不列入年度计划', demands: ['reasons'], ends: 'not-planned' },
      },
    },
    budget: {
      title: '市财政部门接收年度计划和预算安排',
      basis: PLAN,
      by: 'finance',
      within: target(10, 'working-day', PLAN),
      outcomes: {
        received: {
          title: '已接收并提出安排意见',
          demands: ['fields'],
          fields: { arrangement: { title: '预算安排意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('plan-received')],
          opens: ['approve-plan'],
        },
      },
    },
    'approve-plan': {
      title: '市政府批准年度计划',
      basis: PLAN,
      by: 'city-government',
      within: target(20, 'working-day', PLAN),
      outcomes: {
        approve: {
          title: '批准',
          effects: [project.reaches('plan-approved')],
          opens: ['apply'],
        },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'not-planned' },
      },
    },
    'permit-urgent': {
      title: '市政府批准计划外项目',
      basis: PLAN,
      by: 'city-government',
      within: target(5, 'working-day', PLAN),
      outcomes: {
        approve: {
          title: '批准直接报审',
          effects: [project.reaches('urgent-approved')],
          opens: ['apply'],
        },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'not-planned' },
      },
    },
    apply: {
      title: '提出项目申请',
      basis: APPLY,
      by: 'unit-platform-administrator',
      within: target(60, 'working-day', APPLY),
      outcomes: {
        applied: {
          title: '已申请',
          demands: ['fields'],
          fields: {
            need: { title: '项目需求和建设依据', type: 'text', maxLength: 4000 },
            goal: { title: '建设目标和内容', type: 'text', maxLength: 4000 },
            technique: { title: '技术方案和信息安全', type: 'text', maxLength: 4000 },
            sharing: { title: '信息资源共享情况', type: 'text', maxLength: 4000 },
            // 第四十八条：申请审批前应当预编制本项目的政务数据资源目录清单，作为项目审批要件。
            catalogueDraft: { title: '预编制的政务数据资源目录清单', type: 'text', maxLength: 4000 },
          },
          effects: [project.reaches('applied')],
          opens: ['consult'],
        },
      },
    },
    consult: {
      title: '会同有关部门组织协商',
      basis: APPLY,
      by: 'platform-manager',
      within: target(10, 'working-day', APPLY),
      outcomes: {
        consulted: { title: '协商完毕', effects: [project.reaches('consulted')], opens: ['issue-opinion'] },
        'needs-experts': {
          title: '需组织专家或咨询机构评估',
          effects: [project.reaches('consulted')],
          opens: ['assess'],
        },
      },
    },
    assess: {
      title: '专家或咨询机构评估',
      basis: APPLY,
      by: 'expert',
      within: target(10, 'working-day', APPLY),
      outcomes: {
        assessed: {
          title: '已评估',
          demands: ['fields'],
          fields: { assessment: { title: '评估意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('assessed')],
          opens: ['issue-opinion'],
        },
      },
    },
    'issue-opinion': {
      title: '出具审核意见、下达协商意见',
      basis: OPINION,
      by: 'platform-manager',
      within: target(5, 'working-day', OPINION),
      outcomes: {
        agree: {
          title: '同意建设',
          demands: ['fields'],
          fields: { consent: { title: '同意建设的协商意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('agreed')],
          opens: ['procure'],
        },
        refuse: { title: '不同意建设', demands: ['reasons'], ends: 'refused' },
      },
    },
    ...projectWork,
  },
  endings: {
    accepted: '验收合格',
    'not-planned': '未列入计划',
    refused: '不同意建设',
    withdrawn: '已撤回',
  },
  onEnding: project.endsAs({
    accepted: 'accepted',
    'not-planned': 'not-planned',
    refused: 'refused',
    withdrawn: 'withdrawn',
  }),
  houseRules: [
    BEFORE,
    '报送的项目即记入项目台账，每个环节都记明进展，至验收合格（可以投入使用）或者未获同意、撤回时办结。',
    '只有“9月底前”为法定（9月30日，遇休息日不顺延）；其余各环节条文无数字，所列为服务目标。',
    '9月底前是计划年度的上一年9月30日：10月以后才提出的，提出时即逾期，但仍可报送；依情况紧急报市政府批准的，不受年度计划约束。',
    `预编制的目录清单是审批要件，目录清单完成情况是验收要求（《洛阳市政务数据资源共享管理暂行办法》${CATALOGUE.article}）。`,
    '“每年9月底前报送”是有项目的单位（项目单位）的义务，没有下一年度项目的单位无可报送：随项目的提出而起，不作为各单位的经常性工作由日程立案。',
    '第八条只写“必要时”评估，由主管部门在协商时决定；原则上未纳入年度计划的不予审核，计划外须经市政府批准。',
    '合同报备（第十条）和资金安排都办结后才开工建设，是本系统的理解。',
    '验收由专家组作出、建设单位不自行验收，未经验收或验收不合格的不得投入使用，是本系统对第十一条的理解。',
  ],
};
