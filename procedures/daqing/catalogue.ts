import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Effect, Procedure } from '../schema.ts';
import { EDITION, NO_DATE } from './forms.ts';

const ENTRY = cite('DQ-D', '第十四条');
const THE_ENTRY = { thing: 'resource', field: 'entry' } as const;
const AS_COMPILED = { title: 'project', shareType: 'sharing', updateRhythm: 'cycle' } as const;

/** 根据法律法规修改、废止或者机构职能变化情况及时更新: an entry may come, change or go. */
const MODIFIED: Condition = { fact: 'op', in: ['modify'] };
const REMOVED: Condition = { fact: 'op', in: ['remove'] };
const KEPT: Condition = { not: REMOVED };
const LISTED: Effect = { register: 'resources', op: 'open', key: THE_ENTRY, entry: AS_COMPILED };
const CHANGED: Effect = { register: 'resources', op: 'change', key: THE_ENTRY, entry: AS_COMPILED };
const TAKEN_OUT: Effect = { register: 'resources', op: 'close', key: THE_ENTRY, must: 'exist' };
const FILED: Effect = { register: 'filings', op: 'open' };

const LICENCES = cite('DQ-L', '第十一条');

/**
 * 第十四条：市级责任部门……开展本系统公共数据资源目录的编制工作。综合管理部门对……报送的目录进行汇聚、审核后，形成市级公共数据资源目录；
 * 县区负责编制补充目录，并报综合管理部门备案。编制目录需征求公共数据提供机构的意见。……根据法律法规修改、废止或者机构职能变化情况及时更新。
 */
export const dqCatalogueEntry: Procedure = {
  id: 'dq-catalogue-entry',
  family: 'catalogue',
  jurisdiction: 'dq',
  title: '公共数据资源目录编制和更新',
  basis: ENTRY,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    scope: {
      title: '目录类别',
      type: 'choice',
      options: { city: '市级目录', county: '县区补充目录' },
      steers: 'scope',
    },
    cause: {
      title: '编制事由',
      type: 'choice',
      options: { first: '首次编制', law: '法律法规修改或废止', function: '机构职能变化' },
    },
    project: { title: '公共数据项目名称', type: 'text' },
    entry: { title: '目录编号', type: 'text' },
    ...EXISTED_BEFORE,
    op: {
      title: '事项',
      type: 'choice',
      options: { add: '编入', modify: '更新', remove: '移出' },
      steers: 'op',
    },
    dataType: { title: '数据类型', type: 'text', when: KEPT },
    sharing: {
      title: '共享属性',
      type: 'choice',
      options: { unconditional: '无条件共享', conditional: '有条件共享', none: '非共享' },
      steers: 'sharing',
      when: KEPT,
    },
    // 第二十二条：列入有条件共享和非共享类的，应说明理由，并提供相应的法律、法规、规章依据.
    legalBasis: {
      title: '列入有条件共享或非共享的理由和依据',
      type: 'text',
      when: { fact: 'sharing', in: ['conditional', 'none'] },
    },
    opening: {
      title: '开放属性',
      type: 'choice',
      options: { unconditional: '无条件开放', conditional: '有条件开放', none: '非开放' },
      when: KEPT,
    },
    cycle: { title: '更新周期', type: 'text', when: KEPT },
    opinions: { title: '公共数据提供机构的意见及采纳情况', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['gather'],
  stages: {
    gather: {
      title: '综合管理部门汇聚',
      basis: ENTRY,
      by: 'platform-manager',
      repeats: true,
      within: target(2, 'working-day', ENTRY),
      outcomes: {
        gathered: {
          title: '材料齐全',
          opens: [
            { stage: 'file', when: { fact: 'scope', in: ['county'] } },
            { stage: 'review', when: { not: { fact: 'scope', in: ['county'] } } },
          ],
        },
        incomplete: { title: '未征求意见或不符合编制要求', demands: ['reasons'], opens: ['revise'] },
      },
    },
    review: {
      title: '综合管理部门审核',
      basis: ENTRY,
      by: 'platform-manager',
      repeats: true,
      clocks: [
        {
          limit: target(5, 'working-day', ENTRY),
          pauses: { 'third-party-opinion': { basis: ENTRY, by: 'platform-manager' } },
        },
      ],
      outcomes: {
        included: {
          title: '编入市级目录',
          when: { not: { fact: 'op', in: ['modify', 'remove'] } },
          effects: [LISTED],
          ends: 'included',
        },
        modified: { title: '更新市级目录', when: MODIFIED, effects: [CHANGED], ends: 'included' },
        removed: { title: '移出市级目录', when: REMOVED, effects: [TAKEN_OUT], ends: 'removed' },
        amend: { title: '审核不通过，退回修改', demands: ['reasons'], opens: ['revise'] },
      },
    },
    file: {
      title: '县区补充目录备案',
      basis: ENTRY,
      by: 'platform-manager',
      within: target(5, 'working-day', ENTRY),
      outcomes: {
        filed: {
          title: '已备案，编入补充目录',
          when: { not: { fact: 'op', in: ['modify', 'remove'] } },
          effects: [FILED, LISTED],
          ends: 'filed',
        },
        modified: { title: '已备案，更新补充目录', when: MODIFIED, effects: [FILED, CHANGED], ends: 'filed' },
        removed: { title: '已备案，移出补充目录', when: REMOVED, effects: [FILED, TAKEN_OUT], ends: 'filed' },
      },
    },
    revise: {
      title: '责任部门修改目录',
      basis: ENTRY,
      by: 'unit-platform-administrator',
      repeats: true,
      within: house(5, 'working-day', ENTRY),
      outcomes: {
        revised: {
          title: '已修改，重新报送',
          demands: ['fields'],
          fields: { change: { title: '修改内容', type: 'text', maxLength: 4000 } },
          opens: ['gather'],
        },
      },
    },
  },
  endings: {
    included: '已编入市级目录',
    removed: '已移出市级目录',
    filed: '已备案',
    withdrawn: '已撤回',
  },
  houseRules: [
    '汇聚2个、审核5个、备案5个工作日条文均未定，为服务目标；退回修改5个工作日是本系统规则。',
    '责任部门和县区由其平台管理员报送；提供机构的意见随目录一并填报，未征求意见的退回。',
    '列入有条件共享、非共享类而未说明理由、未提供法律、法规、规章依据的（第二十二条），退回修改。',
    '审核中补充征求公共数据提供机构意见的，征求期间不计入审核的5个工作日；条文未写，是本系统规则。',
    '县区补充目录只备案，不审核，备案后同为公共数据资源目录的条目（第十四条）；法律法规或职能变化后的“及时”更新没有数字，本系统自报送起计时。',
    NO_DATE,
  ],
};

/** DQ-L 第十一条：编制本行政区域、本系统电子证照目录，……通过市电子证照系统，对目录进行同步更新和维护。……由综合管理部门向社会集中统一发布。 */
export const dqLicenceCatalogue: Procedure = {
  id: 'dq-licence-catalogue',
  family: 'catalogue',
  jurisdiction: 'dq',
  title: '电子证照目录编制和发布',
  basis: LICENCES,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    area: {
      title: '编制单位',
      type: 'choice',
      options: { county: '县区政府', department: '市级相关部门' },
    },
    identifier: { title: '证照标识', type: 'text' },
    issuer: { title: '颁发机构', type: 'text' },
    kind: { title: '证照类型', type: 'text' },
    holders: {
      title: '持证主体',
      type: 'choice',
      options: { person: '自然人', organisation: '法人', other: '非法人组织' },
    },
    effectiveFrom: { title: '生效时间', type: 'date' },
    ...CLASSIFIED,
  },
  start: ['sync'],
  stages: {
    sync: {
      title: '在市电子证照系统同步更新目录',
      basis: LICENCES,
      by: 'unit-platform-administrator',
      within: target(2, 'working-day', LICENCES),
      outcomes: { synced: { title: '已同步', opens: ['publish'] } },
    },
    publish: {
      title: '综合管理部门集中统一发布',
      basis: LICENCES,
      by: 'platform-manager',
      within: target(5, 'working-day', LICENCES),
      outcomes: {
        published: {
          title: '已发布',
          effects: [
            { register: 'licences', op: 'change', key: { thing: 'licence-kind', field: 'identifier' } },
          ],
          ends: 'published',
        },
      },
    },
  },
  endings: { published: '已发布', withdrawn: '已撤回' },
  acts: { returns: [{ from: 'publish', to: 'sync' }] },
  houseRules: [
    '同步2个、发布5个工作日条文均未定，为服务目标。',
    '条文没有审核环节：综合管理部门只发布；目录要素不全的，说明理由退回同步。',
    NO_DATE,
  ],
};
