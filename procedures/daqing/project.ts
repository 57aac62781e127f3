import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { ofThing } from '../shapes/progress.ts';
import { rectification } from '../shapes/rectification.ts';
import { EDITION, NO_DATE } from './forms.ts';

const project = ofThing('project', 'name');

const PROJECT = cite('DQ-D', '第七条');
const SUPERVISION = cite('DQ-D', '第三十四条');

/**
 * 第七条：编制技术方案报综合管理部门评审。综合管理部门负责组织专家对项目技术方案进行评审，并出具技术方案评审意见；……编写公共数据项目
 * 情况报告，报市政府批准后，由市财政局纳入年度预算；……综合管理部门参与项目验收。未经竣工验收或竣工验收不合格的……不得投入使用。
 * DQ-L 第二十九条：未明确电子证照签发、使用和共享等建设内容的，综合管理部门不予评审。
 */
export const dqProject: Procedure = {
  id: 'dq-project',
  family: 'project',
  jurisdiction: 'dq',
  title: '公共数据项目评审和验收',
  basis: PROJECT,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    name: { title: '项目名称', type: 'text' },
    kind: {
      title: '项目类别',
      type: 'choice',
      options: { new: '新建', extension: '改扩建', service: '购买服务' },
      steers: 'kind',
    },
    scheme: { title: '技术方案', type: 'text', maxLength: 4000 },
    needs: { title: '调研和需求分析', type: 'text', maxLength: 4000 },
    // DQ-L 第二十九条：新建涉及行政许可、备案和公共服务事项的系统，应明确电子证照建设内容.
    serviceMatters: {
      title: '涉及行政许可、备案和公共服务事项',
      type: 'flag',
      steers: 'serviceMatters',
      when: { fact: 'kind', in: ['new'] },
    },
    licences: {
      title: '电子证照签发、使用和共享等建设内容',
      type: 'text',
      when: { fact: 'serviceMatters', in: [true] },
    },
    budget: { title: '概算（万元）', type: 'number', min: 0 },
    ...CLASSIFIED,
  },
  start: ['accept'],
  stages: {
    accept: {
      title: '综合管理部门受理并组织评审',
      basis: PROJECT,
      by: 'platform-manager',
      within: target(5, 'working-day', PROJECT),
      outcomes: {
        accepted: {
          title: '受理，组织专家评审',
          effects: [project.begins('under-review')],
          opens: ['expert-review'],
        },
        refuse: { title: '不予评审', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    'expert-review': {
      title: '专家评审技术方案',
      basis: PROJECT,
      by: 'expert',
      within: target(10, 'working-day', PROJECT),
      outcomes: {
        reviewed: {
          title: '提出专家评审意见',
          demands: ['fields'],
          fields: { opinion: { title: '专家评审意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('reviewed')],
          opens: ['issue-opinion'],
        },
      },
    },
    'issue-opinion': {
      title: '出具技术方案评审意见',
      basis: PROJECT,
      by: 'platform-manager',
      within: target(5, 'working-day', PROJECT),
      outcomes: {
        pass: {
          title: '评审通过',
          demands: ['fields'],
          fields: { schemeOpinion: { title: '技术方案评审意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('opinion-issued')],
          opens: ['report'],
        },
        refuse: { title: '评审不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    report: {
      title: '编写项目情况报告报市政府',
      basis: PROJECT,
      by: 'platform-manager',
      within: target(5, 'working-day', PROJECT),
      outcomes: {
        reported: {
          title: '已报市政府',
          demands: ['fields'],
          fields: { report: { title: '公共数据项目情况报告', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('reported')],
          opens: ['approve'],
        },
      },
    },
    approve: {
      title: '市政府批准',
      basis: PROJECT,
      by: 'city-government',
      within: target(20, 'working-day', PROJECT),
      outcomes: {
        approve: {
          title: '批准',
          effects: [project.reaches('approved')],
          opens: ['budget'],
        },
        refuse: { title: '不批准', demands: ['reasons'], ends: 'refused' },
      },
    },
    budget: {
      title: '市财政局纳入年度预算',
      basis: PROJECT,
      by: 'finance',
      within: target(20, 'working-day', PROJECT),
      outcomes: {
        budgeted: {
          title: '已纳入年度预算',
          demands: ['fields'],
          fields: {
            budgetYear: { title: '预算年度', type: 'period', every: 'year' },
            budgeted: { title: '纳入预算的金额（万元）', type: 'number', min: 0 },
          },
          effects: [project.reaches('budgeted')],
          opens: ['procure'],
        },
      },
    },
    procure: {
      title: '政府采购、招投标',
      basis: PROJECT,
      by: 'requester',
      within: target(60, 'working-day', PROJECT),
      outcomes: {
        procured: {
          title: '已依法履行采购程序',
          demands: ['fields'],
          fields: {
            way: {
              title: '采购方式',
              type: 'choice',
              options: { procurement: '政府采购', tender: '招投标', exempt: '依法不需要政府采购、招投标' },
            },
            contract: { title: '承建单位、合同名称和编号', type: 'text' },
          },
          effects: [project.reaches('procured')],
          opens: ['build'],
        },
        abandoned: { title: '不再建设', demands: ['reasons'], ends: 'abandoned' },
      },
    },
    build: {
      title: '建设',
      basis: PROJECT,
      by: 'requester',
      repeats: true,
      within: target(12, 'month', PROJECT),
      outcomes: {
        done: {
          title: '建设完成，申请验收',
          demands: ['fields'],
          fields: { built: { title: '建设完成情况', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('built')],
          opens: ['acceptance'],
        },
        abandoned: { title: '不再建设', demands: ['reasons'], ends: 'abandoned' },
      },
    },
    acceptance: {
      title: '竣工验收',
      basis: PROJECT,
      by: ['requester', 'platform-manager'],
      agreement: 'all',
      repeats: true,
      within: target(10, 'working-day', PROJECT),
      outcomes: {
        passed: {
          title: '验收合格，可以投入使用',
          demands: ['fields'],
          fields: { acceptance: { title: '验收意见', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('accepted')],
          ends: 'accepted',
        },
        failed: {
          title: '验收不合格，不得投入使用',
          demands: ['reasons'],
          effects: [project.reaches('acceptance-failed')],
          opens: ['build'],
        },
      },
    },
  },
  endings: { accepted: '已验收', refused: '不予立项', abandoned: '不再建设', withdrawn: '已撤回' },
  onEnding: project.endsAs({
    accepted: 'accepted',
    refused: 'refused',
    abandoned: 'abandoned',
    withdrawn: 'withdrawn',
  }),
  houseRules: [
    '各环节时限条文均未定：受理5个、专家评审10个、意见5个、报告5个、批准20个、预算20个、采购60个、验收10个工作日，建设12个月，为服务目标。',
    '新建涉及行政许可、备案和公共服务事项的系统未明确电子证照建设内容的，不予评审（《大庆市电子证照管理暂行办法》第二十九条）。',
    '综合管理部门“参与”验收，按申报单位和综合管理部门都须认定合格理解。',
    '政府采购、招投标依其自身程序办理，本系统登记其方式和合同；是否需要由申报单位依法判断。',
    '受理评审的项目即记入项目台账，每个环节都记明进展，至验收合格（可以投入使用）或者未获通过、不再建设、撤回时办结。',
    NO_DATE,
  ],
};

/**
 * DQ-D 第三十四条：通过随机抽查、电子督查等方式……进行日常监督。发现存在问题的，及时开展督查整改；
 * DQ-L 第三十条：通过随机抽查、模拟办事、电子督查等方式……进行日常监督，发现问题的，及时督促整改。
 */
export const dqRectification = rectification({
  id: 'dq-rectification',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '公共数据和电子证照督查整改',
  basis: SUPERVISION,
  grounds: {
    'spot-check': '随机抽查发现',
    'mock-service': '模拟办事发现（电子证照）',
    'electronic-inspection': '电子督查发现',
  },
  withinWorkingDays: 10,
  alsoUnder: { basis: cite('DQ-L', '第三十条'), matters: { own: '公共数据管理', other: '电子证照管理' } },
  houseRules: [
    '整改10个工作日条文未定，为服务目标；核验是本系统所设环节，5个工作日为本系统规则。',
    '电子证照的整改依《大庆市电子证照管理暂行办法》第三十条同此办理，时限引该条。',
    NO_DATE,
  ],
});
