import type { Field, Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, statutory } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { EDITION_D } from './forms.ts';

/** Entries of the city's catalogue by their numbers. */
export const ENTRIES = { thing: 'resource', field: 'entryNos' } as const;

const CHANGE = cite('LY-D', '第十四条第一款');
const UPDATE = cite('LY-D', '第十四条第二款');

/** 第二十四条、第二十五条. */
export const SHARE_TYPES = { unconditional: '无条件共享', conditional: '有条件共享', none: '不予共享' };
export const AS_LISTED = { shareType: 'shareType', conditions: 'conditions', updateRhythm: 'cycle' } as const;

const REMOVED: Condition = { fact: 'op', in: ['remove'] };

const REQUEST: Fields = {
  op: {
    title: '申请事项',
    type: 'choice',
    options: { modify: '新增或修改条目', remove: '删除条目' },
    steers: 'op',
  },
  entryNos: { title: '需更新的目录编号', type: 'texts' },
  entries: { title: '需更新的目录条目及内容', type: 'text', maxLength: 4000 },
};

/** 并同步更新责任清单. */
const RESPONSIBILITY_LIST: Field = { title: '同步更新的责任清单', type: 'text', maxLength: 4000 };

/**
 * 第十四条：各级政务部门应当于法律法规做出修改或者行政管理职能发生变更之日起10个工作日内……申请更新。市政务服务和大数据管理机构
 * 应当在收到更新申请之日起5个工作日内审核、更新政务数据资源目录，并同步更新责任清单。
 */
export const lyCatalogueUpdate: Procedure = {
  id: 'ly-catalogue-update',
  family: 'catalogue',
  jurisdiction: 'ly',
  title: '政务数据资源目录更新',
  basis: cite('LY-D', '第十四条'),
  edition: EDITION_D,
  submitters: ['unit-platform-administrator'],
  form: {
    cause: {
      title: '变更原因',
      type: 'choice',
      options: { law: '法律法规修改', function: '行政管理职能变更' },
    },
    changedAt: { title: '变更之日', type: 'past-instant', steers: 'changedAt' },
    document: { title: '变更依据（文件名称、文号）', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['apply'],
  stages: {
    apply: {
      title: '申请更新目录',
      basis: CHANGE,
      by: 'unit-platform-administrator',
      clocks: [{ from: { fact: 'changedAt' }, limit: statutory(10, 'working-day', CHANGE) }],
      outcomes: {
        applied: {
          title: '已申请',
          demands: ['fields'],
          fields: REQUEST,
          opens: ['review'],
        },
      },
    },
    review: {
      title: '审核',
      basis: UPDATE,
      by: 'platform-manager',
      repeats: true,
      within: statutory(5, 'working-day', UPDATE),
      outcomes: {
        pass: { title: '审核通过', opens: ['update'] },
        return: { title: '审核不通过，退回修改', demands: ['reasons'], opens: ['revise'] },
        refuse: { title: '变更不涉及目录，不予更新', demands: ['reasons'], ends: 'refused' },
      },
    },
    revise: {
      title: '修改更新申请',
      basis: CHANGE,
      by: 'unit-platform-administrator',
      repeats: true,
      within: house(5, 'working-day', CHANGE),
      outcomes: {
        revised: { title: '已修改，重新申请', demands: ['fields'], fields: REQUEST, opens: ['review'] },
      },
    },
    update: {
      title: '更新目录并同步更新责任清单',
      basis: UPDATE,
      by: 'platform-operator',
      sharesClockOf: 'review',
      outcomes: {
        updated: {
          title: '已更新',
          when: { not: REMOVED },
          demands: ['fields'],
          fields: {
            catalogue: { title: '更新后的目录条目', type: 'text', maxLength: 4000 },
            shareType: {
              title: '更新后的共享属性（有变化的）',
              type: 'choice',
              options: SHARE_TYPES,
              required: false,
              steers: 'shareType',
            },
            // 第二十五条第二款（一）：应当有法律、行政法规或者党中央、国务院政策依据.
            legalBasis: {
              title: '列入有条件共享或不予共享的法律、行政法规或者党中央、国务院政策依据',
              type: 'text',
              maxLength: 4000,
              when: { fact: 'shareType', in: ['conditional', 'none'] },
            },
            cycle: { title: '更新后的更新周期（有变化的）', type: 'text', required: false },
            // 第十一条：……使用要求、更新周期等. What is not told of the conditions is lifted, so they are told each time.
            conditions: { title: '更新后的使用要求（没有的写“无”）', type: 'text' },
            responsibilityList: RESPONSIBILITY_LIST,
          },
          effects: [{ register: 'resources', op: 'change', key: ENTRIES, entry: AS_LISTED }],
          ends: 'updated',
        },
        removed: {
          title: '已从目录删除',
          when: REMOVED,
          demands: ['fields'],
          fields: {
            entryNos: { title: '删除的目录编号', type: 'texts' },
            ...EXISTED_BEFORE,
            responsibilityList: RESPONSIBILITY_LIST,
          },
          effects: [{ register: 'resources', op: 'close', key: ENTRIES, must: 'exist' }],
          ends: 'updated',
        },
      },
    },
  },
  endings: { updated: '已更新', refused: '不予更新' },
  houseRules: [
    '变更事项先登记，10个工作日自变更之日起算；逾期的申请照收并记为逾期（第四十九条（八）列为禁止行为）。',
    '申请更新是法定职责，登记后不设撤回；材料不全的由市管理机构要求补正。',
    '条文只写“审核、更新”，没有不予更新：有变更就应当更新，审核不通过的退回修改；修改5个工作日条文未定，是本系统规则。',
    '5个工作日自“收到更新申请之日起”计：退回后重新报送的是又一份更新申请，自收到之日重新计5个工作日；只补材料、不改申请的用补正，所等时间不计入而不重新计。这是本系统的理解。',
    '更新含新增、修改和删除条目；改列为有条件共享或不予共享而没有依据的，不予办结（第二十五条第二款（一））。',
    '只有审核认为所报变更不涉及目录的，才说明理由以不予更新办结，是本系统的理解。',
    '5个工作日含审核、更新和责任清单的同步：更新由平台运维单位操作，与审核共用一只钟。',
    '条文写向“本级”机构申请、由“市”机构更新；县级部门的申请由县级机构转报后登记，是本系统的理解。',
  ],
};
