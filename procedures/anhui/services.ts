import { CLASSIFIED } from '../forms/classified.ts';
import { house, target, until } from '../limits.ts';
import { BEFORE } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { EDITION } from './forms.ts';

const SUSPENSION = cite('AH', '第六条第二款');

/** 涉及民生、营商环境等高频重点服务. */
const FREQUENT: Condition = { fact: 'frequent', in: [true] };

/**
 * 第六条第二款：不得擅自暂停或终止政务服务和服务应用，确需暂停或终止的，应当与本地区政务服务管理机构协商一致，并及时发布公告。涉及
 * 民生、营商环境等高频重点服务暂停或终止前，须向省级平台管理部门备案。
 */
export const ahServiceSuspension: Procedure = {
  id: 'ah-service-suspension',
  family: 'project',
  jurisdiction: 'ah',
  title: '政务服务暂停或终止',
  basis: SUSPENSION,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    service: { title: '服务或服务应用', type: 'text' },
    kind: { title: '申请事项', type: 'choice', options: { suspend: '暂停', end: '终止' } },
    why: { title: '确需暂停或终止的原因', type: 'text', maxLength: 4000 },
    lastDay: {
      title: '最后服务日（次日起暂停或终止）',
      type: 'future-date',
      withinDays: 366,
      steers: 'lastDay',
    },
    frequent: {
      title: '是否涉及民生、营商环境等高频重点服务',
      type: 'flag',
      steers: 'frequent',
    },
    ...CLASSIFIED,
  },
  start: ['consult'],
  stages: {
    consult: {
      title: '与本地区政务服务管理机构协商',
      basis: SUSPENSION,
      by: 'competent-department',
      within: target(5, 'working-day', SUSPENSION),
      outcomes: {
        agreed: {
          title: '协商一致',
          opens: [
            { stage: 'file', when: FREQUENT },
            { stage: 'announce', when: { not: FREQUENT } },
          ],
        },
        'not-agreed': { title: '未协商一致', demands: ['reasons'], ends: 'refused' },
      },
    },
    file: {
      title: '省级平台管理部门备案',
      basis: SUSPENSION,
      by: 'platform-manager',
      repeats: true,
      within: target(5, 'working-day', SUSPENSION),
      outcomes: {
        filed: {
          title: '已备案',
          effects: [{ register: 'filings', op: 'open' }],
          opens: ['announce'],
        },
        returned: { title: '材料不齐，退回', demands: ['reasons'], opens: ['complete'] },
      },
    },
    complete: {
      title: '补齐备案材料',
      basis: SUSPENSION,
      by: 'unit-platform-administrator',
      repeats: true,
      within: house(5, 'working-day', SUSPENSION),
      outcomes: {
        done: {
          title: '已补齐',
          demands: ['fields'],
          fields: { supplied: { title: '补齐的材料', type: 'text', maxLength: 4000 } },
          opens: ['file'],
        },
      },
    },
    announce: {
      title: '及时发布公告',
      basis: SUSPENSION,
      by: 'unit-platform-administrator',
      within: target(1, 'working-day', SUSPENSION),
      outcomes: {
        announced: {
          title: '已公告',
          demands: ['fields'],
          fields: { announcement: { title: '公告内容和发布处', type: 'text', maxLength: 4000 } },
          ends: 'announced',
        },
      },
    },
  },
  caseClocks: {
    // Binds the unit from its application on, wherever the case is; a filing sent back is no filing.
    'before-stop': {
      title: '暂停或终止前备案',
      by: 'unit-platform-administrator',
      limit: [{ when: FREQUENT, limit: until('statutory', 'lastDay', SUSPENSION) }],
      to: { settled: 'file', as: ['filed'] },
    },
  },
  endings: { announced: '已公告，可暂停或终止', refused: '未协商一致，不得暂停或终止', withdrawn: '已撤回' },
  houseRules: [
    '协商5、备案5、公告1个工作日，条文均未定，为服务目标；公告不是突发报告，“及时”不按30分钟；补齐5个工作日是本系统规则。',
    BEFORE,
    '暂停或终止自最后服务日的次日零时开始，高频重点服务的备案因此至迟在最后服务日24时办结，遇休息日不移动；备案是申请暂停或终止的单位的义务，时限自提出时起跟踪，协商、补齐期间照计，至予以备案为止。',
    '备案列在公告之前，公告以前不得暂停或终止，是本系统的理解。',
  ],
};
