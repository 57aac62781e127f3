import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { ofThing } from '../shapes/progress.ts';
import { EDITION } from './forms.ts';

const project = ofThing('project', 'name');

const DIVISION = cite('LS-D', '第四十七条第一款');
const REQUIREMENT = cite('LS-D', '第四十七条第二款');
const CATALOGUE = cite('LS-D', '第四十七条第三款');

/**
 * 第四十七条：市发改委负责……项目审批、投资计划安排、项目验收；市经信局负责……符合性审查；市财政局负责……所需经费的保障和监督；
 * 对不符合政务数据资源共享要求的，不予审批建设项目，不予安排运维经费；立项申请前应当预编形成项目信息资源目录，作为项目审批要件；
 * 建成后应当将项目信息资源目录纳入市共享交换平台目录管理系统，作为项目验收要求。
 */
export const lsProject: Procedure = {
  id: 'ls-project',
  family: 'project',
  jurisdiction: 'ls',
  title: '政务信息化项目审批和验收',
  basis: DIVISION,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    name: { title: '项目名称', type: 'text' },
    content: { title: '建设内容', type: 'text', maxLength: 4000 },
    catalogue: { title: '预编的项目信息资源目录', type: 'texts' },
    sharing: { title: '共享和网络安全方案', type: 'text', maxLength: 4000 },
    budget: { title: '概算（万元）', type: 'number', min: 0 },
    ...CLASSIFIED,
  },
  start: ['conformity', 'sharing'],
  stages: {
    conformity: {
      title: '市经信局符合性审查',
      basis: DIVISION,
      by: 'competent-department',
      within: target(10, 'working-day', DIVISION),
      outcomes: {
        pass: { title: '符合', effects: [project.begins('conforming')], opens: ['approve'] },
        refuse: { title: '不符合', demands: ['reasons'], ends: 'refused' },
      },
    },
    sharing: {
      title: '市大数据局审查共享要求和预编目录',
      basis: REQUIREMENT,
      by: 'platform-manager',
      within: target(10, 'working-day', REQUIREMENT),
      outcomes: {
        pass: {
          title: '符合共享要求',
          demands: ['fields'],
          fields: { inspection: { title: '申报单位上一年度考核结果', type: 'text', maxLength: 4000 } },
          effects: [project.begins('sharing-reviewed')],
          opens: ['approve'],
        },
        refuse: { title: '不符合共享要求', demands: ['reasons'], ends: 'refused' },
      },
    },
    approve: {
      title: '市发改委审批并安排投资计划',
      basis: DIVISION,
      by: 'city-government',
      join: ['conformity', 'sharing'],
      within: target(10, 'working-day', DIVISION),
      outcomes: {
        approve: {
          title: '批准',
          demands: ['fields'],
          fields: { investment: { title: '投资计划安排', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('approved')],
          opens: ['fund'],
        },
        refuse: { title: '不予审批', demands: ['reasons'], ends: 'refused' },
      },
    },
    fund: {
      title: '市财政局保障经费',
      basis: DIVISION,
      by: 'finance',
      within: target(10, 'working-day', DIVISION),
      outcomes: {
        funded: {
          title: '已落实经费',
          demands: ['fields'],
          fields: { funds: { title: '落实的经费（万元）', type: 'number', min: 0 } },
          effects: [project.reaches('funded')],
          opens: ['build'],
        },
      },
    },
    build: {
      title: '建设并将项目目录纳入平台',
      basis: CATALOGUE,
      by: 'requester',
      repeats: true,
      within: target(12, 'month', CATALOGUE),
      outcomes: {
        done: {
          title: '已建成，目录已纳入市共享交换平台目录管理系统',
          demands: ['fields'],
          fields: { catalogue: { title: '纳入平台的项目信息资源目录', type: 'texts' } },
          effects: [project.reaches('built')],
          opens: ['accept'],
        },
        abandoned: { title: '不再建设', demands: ['reasons'], ends: 'abandoned' },
      },
    },
    accept: {
      title: '市发改委验收',
      basis: DIVISION,
      by: 'city-government',
      repeats: true,
      within: target(10, 'working-day', DIVISION),
      outcomes: {
        passed: {
          title: '验收合格',
          demands: ['fields'],
          fields: { acceptance: { title: '验收意见（目录纳入情况）', type: 'text', maxLength: 4000 } },
          effects: [project.reaches('accepted')],
          ends: 'accepted',
        },
        failed: {
          title: '验收不合格，继续完善',
          demands: ['reasons'],
          effects: [project.reaches('acceptance-failed')],
          opens: ['build'],
        },
      },
    },
  },
  endings: { accepted: '已验收', refused: '不予审批', abandoned: '不再建设', withdrawn: '已撤回' },
  onEnding: project.endsAs({
    accepted: 'accepted',
    refused: 'refused',
    abandoned: 'abandoned',
    withdrawn: 'withdrawn',
  }),
  houseRules: [
    '符合性审查或者共享要求审查先通过的，项目即记入项目台账，每个环节都记明进展，至验收合格或者不予审批、不再建设、撤回时办结。',
    '各环节时限条文均未定：审查、审批、经费、验收各按10个工作日，建设按12个月，为服务目标。',
    '本系统的席位表没有市发改委和市经信局：分别由市政府席位和主管部门席位承办。',
    '共享要求的审查由牵头数据共享考核的市大数据局承办，是对“不符合共享要求的，不予审批”的落实；上一年度考核结果是重要依据，在审查时填报。',
  ],
};
