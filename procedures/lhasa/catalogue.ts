import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, EntryTold, Procedure } from '../schema.ts';
import { EDITION } from './forms.ts';

const ENTRY = { thing: 'resource', field: 'entry' } as const;

const UPDATE = cite('LS-D', '第七条第一款');
const COLLECT = cite('LS-D', '第六条');
const BASIS = cite('LS-D', '第五条（一）');

/** 第八条: the types of sharing. */
const SHARE_TYPES = { unconditional: '无条件共享', conditional: '附条件共享', none: '不予共享' };

const ADDED: Condition = { fact: 'op', in: ['add'] };
const REMOVED: Condition = { fact: 'op', in: ['remove'] };
/** Listed for the first time, with no change of law or function from which the seven days could run. */
const FIRST: Condition = { fact: 'first', in: [true] };
const KEPT: Condition = { not: REMOVED };

/** 第六条：分类、责任方、格式、属性、更新频度、共享类型、共享方式、使用要求等内容. */
const ENTRY_FORM: Fields = {
  name: { title: '目录条目名称', type: 'text', when: KEPT },
  classification: { title: '分类', type: 'text', when: KEPT },
  responsible: { title: '责任方', type: 'department', when: KEPT },
  format: { title: '格式', type: 'text', when: KEPT },
  properties: { title: '属性', type: 'text', when: KEPT },
  frequency: { title: '更新频度', type: 'text', when: KEPT },
  shareType: {
    title: '共享类型',
    type: 'choice',
    options: SHARE_TYPES,
    steers: 'shareType',
    when: KEPT,
  },
  // 第九条：明确共享情形并事先设定明确可执行的共享条件.
  condition: {
    title: '共享情形和共享条件',
    type: 'text',
    when: { fact: 'shareType', in: ['conditional'] },
  },
  // 第五条（一）：附条件共享或不予共享的，应当提供有关法律、法规和规章依据；第十条（一）：列入不予共享类的.
  legalBasis: {
    title: '附条件共享的法律、法规、规章依据，或者不予共享的法律、行政法规、党中央和国务院政策依据',
    type: 'text',
    when: { fact: 'shareType', in: ['conditional', 'none'] },
  },
  manner: { title: '共享方式', type: 'text', when: KEPT },
  requirements: { title: '使用要求', type: 'text', maxLength: 4000, when: KEPT },
};
const AS_LISTED: EntryTold = {
  title: 'name',
  responsible: 'responsible',
  shareType: 'shareType',
  conditions: 'condition',
  updateRhythm: 'frequency',
};

/**
 * 第七条：在有关法律法规做出修订或行政管理职能发生变化之日起7个工作日内更新本部门政务信息资源目录；第六条：新增、删除、修改，汇总形成
 * 全市政务信息资源目录。
 */
export const lsCatalogueUpdate: Procedure = {
  id: 'ls-catalogue-update',
  family: 'catalogue',
  jurisdiction: 'ls',
  title: '政务信息资源目录更新',
  basis: UPDATE,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    entry: { title: '目录编号', type: 'text' },
    ...EXISTED_BEFORE,
    op: {
      title: '事项',
      type: 'choice',
      options: { add: '新增', modify: '修改', remove: '删除' },
      steers: 'op',
    },
    first: {
      title: '是否首次编目（不因法律法规修订或职能变化）',
      type: 'flag',
      steers: 'first',
      when: ADDED,
    },
    cause: {
      title: '更新事由',
      type: 'choice',
      options: { law: '法律法规修订', function: '行政管理职能变化' },
      when: { not: FIRST },
    },
    changedAt: {
      title: '修订或变化之日',
      type: 'past-instant',
      steers: 'changedAt',
      when: { not: FIRST },
    },
    change: { title: '更新内容', type: 'text', maxLength: 4000 },
    ...ENTRY_FORM,
    ...CLASSIFIED,
  },
  start: ['update'],
  stages: {
    update: {
      title: '更新本部门目录',
      basis: UPDATE,
      by: 'unit-platform-administrator',
      clocks: [
        {
          from: { fact: 'changedAt' },
          limit: [
            { when: FIRST, limit: target(7, 'working-day', UPDATE) },
            { when: { not: FIRST }, limit: statutory(7, 'working-day', UPDATE) },
          ],
        },
      ],
      outcomes: { updated: { title: '已更新', opens: ['collect'] } },
    },
    collect: {
      title: '市大数据局汇总入全市目录',
      basis: COLLECT,
      by: 'platform-manager',
      within: target(5, 'working-day', COLLECT),
      outcomes: {
        collected: {
          title: '已汇总，编入全市目录',
          when: { not: { fact: 'op', in: ['modify', 'remove'] } },
          effects: [{ register: 'resources', op: 'open', key: ENTRY, entry: AS_LISTED }],
          ends: 'updated',
        },
        modified: {
          title: '已汇总，修改全市目录',
          when: { fact: 'op', in: ['modify'] },
          effects: [{ register: 'resources', op: 'change', key: ENTRY, entry: AS_LISTED }],
          ends: 'updated',
        },
        removed: {
          title: '已汇总，从全市目录删除',
          when: REMOVED,
          effects: [{ register: 'resources', op: 'close', key: ENTRY, must: 'exist' }],
          ends: 'removed',
        },
      },
    },
  },
  endings: { updated: '已更新', removed: '已从目录删除' },
  acts: { returns: [{ from: 'collect', to: 'update' }] },
  houseRules: [
    '汇总时限条文未定，按5个工作日作为服务目标。',
    '首次编目条文未定时限，比照更新按7个工作日作为服务目标；因法律法规修订或职能变化而新增、修改、删除的，都自变化之日起7个工作日。',
    '附条件共享、不予共享而未写明依据的不予受理（第五条（一）、第十条（一））。',
    '不符合目录管理规范的，市大数据局说明理由退回更新（第六条）。',
    '更新是法定职责，提出后不设撤回。',
  ],
};

/**
 * 第五条（一）：附条件共享或不予共享的，各部门应当向市大数据局提供有关法律、法规和规章依据，否则应当无条件共享；
 * 第十条（一）：列入不予共享类的，应当有法律、行政法规或党中央、国务院政策依据；第九条：事先设定明确可执行的共享条件。
 */
export const lsLegalBasis: Procedure = {
  id: 'ls-legal-basis',
  family: 'share',
  jurisdiction: 'ls',
  title: '附条件或不予共享依据报送',
  basis: BASIS,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    entry: { title: '目录编号', type: 'text' },
    shareType: {
      title: '拟定的共享类型',
      type: 'choice',
      options: { conditional: SHARE_TYPES.conditional, none: SHARE_TYPES.none },
      steers: 'shareType',
    },
    conditions: {
      title: '共享条件',
      type: 'choice',
      options: {
        departments: '仅向特定部门提供',
        view: '仅可查阅',
        compare: '仅可比对',
        statistics: '仅提供统计结果',
        other: '其他明确可执行的条件',
      },
      when: { fact: 'shareType', in: ['conditional'] },
    },
    detail: {
      title: '条件内容（可提供的部门，查阅、比对方式或统计描述，使用用途）',
      type: 'text',
      maxLength: 4000,
      when: { fact: 'shareType', in: ['conditional'] },
    },
    legalBasis: { title: '法律、法规、规章或政策依据', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['examine'],
  stages: {
    examine: {
      title: '市大数据局核对依据',
      basis: BASIS,
      by: 'platform-manager',
      within: target(5, 'working-day', BASIS),
      outcomes: {
        founded: {
          title: '有依据，按拟定类型编入目录',
          effects: [
            {
              register: 'resources',
              op: 'change',
              key: ENTRY,
              entry: { shareType: 'shareType', conditions: 'detail' },
            },
          ],
          ends: 'founded',
        },
        unfounded: {
          title: '无依据，应当无条件共享',
          demands: ['reasons', 'legalBasis'],
          effects: [
            {
              register: 'resources',
              op: 'change',
              key: ENTRY,
              entry: { shareType: { is: 'unconditional' }, conditions: { is: null } },
            },
          ],
          ends: 'unconditional',
        },
      },
    },
  },
  endings: { founded: '依据成立', unconditional: '应当无条件共享', withdrawn: '已撤回' },
  houseRules: [
    '核对时限条文未定，按5个工作日作为服务目标。',
    '不予共享的依据须是法律、行政法规或党中央、国务院政策（第十条（一）），附条件的可以是规章（第五条（一））。',
    '附条件共享而共享条件不明确、不可执行的（第九条），由市大数据局要求补正。',
  ],
};
