import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ART_37 = cite('LZ-D', '第三十七条');
const ART_38 = cite('LZ-D', '第三十八条');

/**
 * 第三十七条：新区科技发展局……定期对各部门提供的数据数量、质量及更新、使用等情况进行综合评估，并公布评估结果、提出改进意见。
 * 第三十八条：对不响应数据共享的部门，以新区科技发展局提供的名单，暂停安排其相关新建项目和运维费用。
 */
export const lzEvaluation: Procedure = {
  id: 'lz-evaluation',
  family: 'project',
  jurisdiction: 'lz',
  title: '数据共享综合评估',
  basis: ART_37,
  edition: EDITION,
  submitters: ['platform-manager'],
  form: {
    period: { title: '评估周期', type: 'period', every: 'half-year' },
  },
  recurrence: {
    every: 'half-year',
    opensOn: { month: 6, day: 1 },
    holders: 'platform-manager',
    kind: 'target',
    basis: ART_37,
  },
  start: ['evaluate'],
  stages: {
    evaluate: {
      title: '综合评估',
      basis: ART_37,
      by: 'platform-manager',
      within: target(20, 'working-day', ART_37),
      outcomes: {
        evaluated: {
          title: '已评估',
          demands: ['fields'],
          fields: {
            quantity: { title: '数据数量', type: 'text', maxLength: 4000 },
            quality: { title: '数据质量', type: 'text', maxLength: 4000 },
            updating: { title: '更新情况', type: 'text', maxLength: 4000 },
            use: { title: '使用情况', type: 'text', maxLength: 4000 },
            improvement: { title: '改进意见', type: 'text', maxLength: 4000 },
            ...CLASSIFIED,
          },
          opens: ['publish'],
        },
      },
    },
    publish: {
      title: '公布评估结果',
      basis: ART_37,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_37),
      outcomes: {
        published: { title: '已公布，各部门均响应数据共享', ends: 'published' },
        'published-with-list': {
          title: '已公布，并向财政局提供不响应数据共享的部门名单',
          demands: ['reasons', 'fields'],
          fields: { unresponsive: { title: '不响应数据共享的部门', type: 'texts' } },
          opens: ['suspend'],
        },
      },
    },
    suspend: {
      title: '暂停安排新建项目和运维费用',
      basis: ART_38,
      by: 'finance',
      within: target(10, 'working-day', ART_38),
      outcomes: {
        suspended: {
          title: '已暂停安排',
          demands: ['fields'],
          fields: {
            projects: { title: '暂停安排的新建项目和运维费用（项目名称）', type: 'texts' },
            ...EXISTED_BEFORE,
          },
          effects: [
            {
              register: 'projects',
              op: 'suspend',
              key: { thing: 'project', field: 'projects' },
              must: 'exist',
            },
          ],
          ends: 'suspended',
        },
        'nothing-to-suspend': {
          title: '名单所列部门没有新建项目和运维费用',
          demands: ['reasons'],
          ends: 'published',
        },
      },
    },
  },
  endings: { published: '已公布评估结果', suspended: '已公布，名单所列部门已暂停安排资金' },
  houseRules: [
    '“定期”按每半年一次，于每半年的最后一个月立案，评估这半年；评估20个、公布5个、暂停安排10个工作日条文未定，为服务目标。',
    '列入名单的须说明理由，是本系统规则。',
    '暂停安排的逐个项目写明，各自在项目台账中暂停；何时恢复条文未定，由财政局依以后的名单办理。',
  ],
};
