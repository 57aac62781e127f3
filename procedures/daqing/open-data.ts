import { CLASSIFIED } from '../forms/classified.ts';
import { RECEIVED } from '../forms/received.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION, NO_DATE } from './forms.ts';

const REQUEST = cite('DQ-D', '第二十四条');

/** 第二十四条：对列入有条件开放类的公共数据，公共管理和服务机构对开放数据请求进行审核后，通过开放平台接口等方式开放。 */
export const dqOpenRequest: Procedure = {
  id: 'dq-open-request',
  family: 'open-data',
  jurisdiction: 'dq',
  title: '有条件开放公共数据请求',
  basis: REQUEST,
  edition: EDITION,
  submitters: ['requester', 'hotline'],
  form: {
    resource: { title: '请求开放的公共数据', type: 'resource' },
    applicant: { title: '请求人', type: 'holder' },
    purpose: { title: '用途', type: 'text', untitled: true },
    items: { title: '数据项', type: 'texts', amongItemsOf: 'resource' },
    capability: { title: '数据安全和处理能力', type: 'text', maxLength: 4000 },
    until: { title: '使用期限', type: 'future-date' },
    ...RECEIVED,
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '公共管理和服务机构审核',
      basis: REQUEST,
      by: 'data-provider',
      clocks: [{ from: 'submitted', limit: target(10, 'working-day', REQUEST) }],
      outcomes: {
        approve: {
          title: '同意开放',
          demands: ['fields'],
          fields: {
            items: { title: '开放的数据项', type: 'texts', withinRequest: true },
            until: { title: '开放期限', type: 'future-date', withinRequest: true },
          },
          opens: ['open-interface'],
        },
        refuse: { title: '不予开放', demands: ['reasons'], ends: 'refused' },
      },
    },
    'open-interface': {
      title: '通过开放平台接口开放',
      basis: REQUEST,
      by: 'platform-operator',
      within: target(2, 'working-day', REQUEST),
      outcomes: {
        opened: { title: '已开放', effects: [{ register: 'data-grants', op: 'open' }], ends: 'opened' },
      },
    },
  },
  endings: { opened: '已开放', refused: '不予开放', withdrawn: '已撤回' },
  houseRules: [
    '审核10个、开放接口2个工作日条文均未定，为服务目标；无条件开放的数据由机构主动开放，不立案。',
    '自然人、法人和非法人组织（第二十三条）不登录本系统的，由政务服务热线席位登记，时限自其收到请求之时起算。',
    GRANT_TERM,
    NO_DATE,
  ],
};

/** 第三十条：健全公共数据共享和开放的保密审查等安全审查机制。 */
export const dqSecrecyReview = permit({
  id: 'dq-secrecy-review',
  family: 'open-data',
  jurisdiction: 'dq',
  edition: EDITION,
  title: '共享和开放保密审查',
  basis: cite('DQ-D', '第三十条'),
  submitters: ['requester', 'unit-platform-administrator'],
  form: {
    data: { title: '拟共享或开放的数据', type: 'texts' },
    use: { title: '用于', type: 'choice', options: { share: '共享', open: '开放' } },
    grade: { title: '分类分级结果', type: 'text' },
    rights: { title: '商业秘密和个人隐私情况', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'security-lead',
  stageTitle: '保密审查等安全审查',
  houseRules: ['审查由本单位数据安全负责人（第二十九条的安全管理责任人）承担。', NO_DATE],
});
