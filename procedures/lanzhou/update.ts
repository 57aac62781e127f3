import { CLASSIFIED } from '../forms/classified.ts';
import { statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { LegalLimit, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ART_25 = cite('LZ-D', '第二十五条');

/** 每季度首月上旬: the tenth of January, April, July or October that comes next. */
const QUARTERLY: LegalLimit = {
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
