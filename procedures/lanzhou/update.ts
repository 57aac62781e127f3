import { CLASSIFIED } from '../forms/classified.ts';
import { statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { DatedLimit, Effect, LimitOfPeriod, Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './edition.ts';

const ART_25 = cite('LZ-D', '第二十五条');

/** 每季度首月上旬: the tenth of January, April, July or October that comes next. */
const QUARTERLY: DatedLimit = {
  unit: 'date',
  rule: { kind: 'quarter-first-ten-days' },
  move: 'none',
  kind: 'statutory',
  basis: ART_25,
};

/**
 * 第二十五条：电子证照、文书类数据应当进行实时更新；其他业务数据应当在产生后2个工作日内进行更新；情况特殊的，各部门应当经……主管部门
 * 审核后，每季度首月上旬进行更新。
 */
export const lzDataUpdate: Procedure = {
  id: 'lz-data-update',
  family: 'duty',
  jurisdiction: 'lz',
  title: '共享数据更新',
  basis: ART_25,
  edition: EDITION,
  submitters: ['data-provider'],
  form: {
    resource: { title: '数据资源', type: 'resource' },
    dataKind: {
      title: '数据类别',
      type: 'choice',
      options: {
        business: '其他业务数据',
        licence: '电子证照',
        document: '文书类数据',
        quarterly: '经主管部门审核按季更新的数据',
      },
      steers: 'dataKind',
    },
    approval: {
      title: '主管部门审核同意按季更新的案件编号',
      type: 'text',
      when: { fact: 'dataKind', in: ['quarterly'] },
    },
    createdAt: { title: '数据产生时间', type: 'past-instant', steers: 'createdAt' },
    what: { title: '变化内容', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['update'],
  stages: {
    update: {
      title: '更新共享数据',
      basis: ART_25,
      by: 'data-provider',
      clocks: [
        {
          from: { fact: 'createdAt' },
          limit: [
            {
              when: { fact: 'dataKind', in: ['licence', 'document'] },
              limit: target(15, 'minute', ART_25),
            },
            { when: { fact: 'dataKind', in: ['quarterly'] }, limit: QUARTERLY },
            { when: { fact: 'dataKind', in: ['business'] }, limit: statutory(2, 'working-day', ART_25) },
          ],
        },
      ],
      outcomes: {
        updated: {
          title: '已更新',
          effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
          ends: 'updated',
        },
      },
    },
  },
  endings: { updated: '已更新' },
  houseRules: [
    '按季更新以主管部门审核同意为前提，须填该案件编号，是本系统规则。',
    '“实时”条文无数字，按数据产生后15分钟作为服务目标。',
    '“每季度首月上旬”止于该月10日24:00，遇休息日不顺延，取数据产生之日起最近的一个，登记晚了不改变它；2个工作日自数据产生时起算。',
  ],
};

/** 审核以后每季度首月上旬: that of the quarter after the one in which the last update was made, or the approval given. */
const NEXT_QUARTER: LimitOfPeriod = { ...QUARTERLY, datedBy: { every: 'quarter', periods: 1 } };

/** 更新频度 of the entry in the catalogue. */
const rhythm = (is: string): Effect => ({
  register: 'resources',
  op: 'change',
  key: { thing: 'resource', field: 'resource' },
  entry: { updateRhythm: { is } },
});

/** 第二十五条：情况特殊的，各部门应当经政务信息资源共享工作主管部门审核后，每季度首月上旬进行更新。 */
export const lzUpdateException: Procedure = permit({
  id: 'lz-update-exception',
  family: 'catalogue',
  jurisdiction: 'lz',
  title: '数据按季更新审核',
  basis: ART_25,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    resource: { title: '数据资源', type: 'resource' },
    why: { title: '不能在2个工作日内更新的特殊情况', type: 'text', maxLength: 4000 },
    until: { title: '拟按季更新至', type: 'future-date' },
    ...CLASSIFIED,
  },
  approver: 'competent-department',
  stageTitle: '主管部门审核',
  grant: { until: { title: '同意按季更新至', type: 'future-date', withinRequest: true } },
  effects: [rhythm('每季度首月上旬（同意的期限内）')],
  thereafter: {
    stages: {
      update: {
        title: '按季更新数据',
        basis: ART_25,
        by: 'data-provider',
        repeats: true,
        within: NEXT_QUARTER,
        outcomes: {
          updated: {
            title: '本季已更新',
            demands: ['fields'],
            fields: { what: { title: '更新的内容', type: 'text', maxLength: 4000 } },
            effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
            opens: ['update'],
          },
          lapsed: {
            title: '期满或者特殊情况消失，恢复2个工作日内更新',
            demands: ['reasons'],
            effects: [rhythm('数据产生后2个工作日内')],
            ends: 'lapsed',
          },
        },
      },
    },
    endings: { lapsed: '恢复2个工作日内更新' },
  },
  houseRules: [
    '审核通过以前，仍应在数据产生后2个工作日内更新。',
    '审核通过后，自下一季度起，每季度首月上旬（10日24:00前，遇休息日不顺延）各有一次更新，办毕一次即开始下一次；按季更新只是经审核的数据才有的义务，不是每个单位的经常性工作，故不由日程立案。',
    '同意有期限，是本系统规则：期满或者特殊情况消失后恢复2个工作日内更新，办结本案。目录的更新周期随审核通过和恢复而变。',
  ],
});
