import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { compiled } from '../shapes/compiled.ts';
import { AS_LISTED, ENTRIES, SHARE_TYPES } from './catalogue.ts';
import { EDITION_D } from './forms.ts';

const COMPILE = cite('LY-D', '第十二条');
const DEMAND = cite('LY-D', '第十二条第二款');
const REVIEW = cite('LY-D', '第十二条第三款');
const RESPONSIBILITY = cite('LY-D', '第十三条第一款');

/** Who hands a list in: 县（市、区）政务服务和大数据管理机构、市级各政务部门应当将……提交市政务服务和大数据管理机构. */
const LEVEL: Fields = {
  level: {
    title: '提交单位',
    type: 'choice',
    options: { city: '市级政务部门', county: '县（市、区）政务服务和大数据管理机构（汇总）' },
  },
};

/**
 * 第十二条：各政务部门应当……将……全部政务数据编制形成本部门的政务数据资源目录清单。……市政务服务和大数据管理机构应当对政务数据资源
 * 目录清单和需求清单进行审核、汇总，编制形成本市政务数据资源目录。
 */
export const lyCatalogueCompile = compiled({
  id: 'ly-catalogue-compile',
  family: 'catalogue',
  jurisdiction: 'ly',
  edition: EDITION_D,
  title: '政务数据资源目录清单编制',
  basis: COMPILE,
  compiler: 'unit-platform-administrator',
  form: {
    ...LEVEL,
    entryNos: { title: '清单所列的目录编号', type: 'texts' },
    shareType: { title: '所列条目的共享属性', type: 'choice', options: SHARE_TYPES },
    cycle: { title: '所列条目的更新周期', type: 'text' },
    conditions: { title: '所列条目的使用要求（没有的写“无”）', type: 'text' },
    list: { title: '目录清单（元数据、共享和开放属性、安全级别、使用要求、更新周期）', type: 'texts' },
    restricted: {
      title: '有列入有条件或不予共享、有条件或不予开放的',
      type: 'flag',
      steers: 'restricted',
    },
    // 第二十五条（一）：应当有法律、行政法规或者党中央、国务院政策依据.
    legalBasis: {
      title: '列入有条件或不予共享、有条件或不予开放的依据',
      type: 'text',
      maxLength: 4000,
      when: { fact: 'restricted', in: [true] },
    },
    complete: { title: '是否已列入履职中制作或者获取的全部政务数据', type: 'flag' },
    ...CLASSIFIED,
  },
  review: {
    title: '审核目录清单',
    by: 'platform-manager',
    basis: REVIEW,
    within: target(10, 'working-day', REVIEW),
    passed: '审核通过',
  },
  gather: {
    title: '汇总编制本市目录',
    by: 'platform-operator',
    basis: REVIEW,
    within: target(5, 'working-day', REVIEW),
    done: '已编入本市目录',
  },
  effects: [{ register: 'resources', op: 'open', key: ENTRIES, entry: AS_LISTED }],
  ending: { id: 'compiled', title: '已编入本市目录' },
  houseRules: [
    '审核10个、汇总5个工作日条文未定，为服务目标。',
    '一份清单所列条目的共享属性、使用要求和更新周期相同，不同的分别提交，是本系统规则：目录按此登记每一条目。',
    '县级部门的清单由县（市、区）机构汇总后一并提交，本系统只办理提交市机构的一步。',
    '列入有条件或不予共享（第二十五条第二款（一））、有条件或不予开放（第三十一条第一款）而未注明依据的，退回修改。',
  ],
});

/** 第十二条第二款：可以根据履行行政管理职能的需要，提出需要其他政务部门提供的政务数据资源需求清单。 */
export const lyDemandList = compiled({
  id: 'ly-demand-list',
  family: 'catalogue',
  jurisdiction: 'ly',
  edition: EDITION_D,
  title: '政务数据资源需求清单报送',
  basis: DEMAND,
  compiler: 'unit-platform-administrator',
  form: {
    ...LEVEL,
    demands: { title: '需求清单（所需数据、提供部门、用途）', type: 'texts' },
    duty: { title: '履职依据', type: 'text' },
    ...CLASSIFIED,
  },
  review: {
    title: '审核需求清单',
    by: 'platform-manager',
    basis: REVIEW,
    within: target(10, 'working-day', REVIEW),
    passed: '审核通过',
  },
  gather: {
    title: '汇总需求清单',
    by: 'platform-operator',
    basis: REVIEW,
    within: target(5, 'working-day', REVIEW),
    done: '已汇总',
  },
  ending: { id: 'gathered', title: '已汇总' },
  houseRules: [
    '审核10个、汇总5个工作日条文未定，为服务目标。',
    '需求清单“可以”提出，不是义务；县级部门的由县（市、区）机构汇总提交。',
  ],
});

/** 第十三条：各级政务服务和大数据管理机构应当依据政务数据资源目录，分解形成各级政务部门的政务数据资源采集责任清单。 */
export const lyResponsibilityList: Procedure = {
  id: 'ly-responsibility-list',
  family: 'catalogue',
  jurisdiction: 'ly',
  title: '政务数据资源采集责任清单',
  basis: RESPONSIBILITY,
  edition: EDITION_D,
  submitters: ['platform-manager'],
  form: {
    resource: { title: '依据的目录条目', type: 'resource' },
    department: { title: '责任部门', type: 'department', steers: 'department' },
    ...CLASSIFIED,
  },
  start: ['divide'],
  stages: {
    divide: {
      title: '依据目录分解责任清单',
      basis: RESPONSIBILITY,
      by: 'platform-manager',
      within: target(10, 'working-day', RESPONSIBILITY),
      outcomes: {
        divided: {
          title: '已分解',
          demands: ['fields'],
          fields: { list: { title: '采集责任清单', type: 'texts' } },
          opens: ['take-over'],
        },
      },
    },
    'take-over': {
      title: '责任部门签收责任清单',
      basis: RESPONSIBILITY,
      by: { role: 'responsible-department', department: 'department' },
      within: house(5, 'working-day', RESPONSIBILITY),
      outcomes: {
        taken: {
          title: '已签收',
          effects: [
            {
              register: 'resources',
              op: 'change',
              key: { thing: 'resource', field: 'resource' },
              entry: { responsible: 'department' },
            },
          ],
          ends: 'issued',
        },
      },
    },
  },
  endings: { issued: '已下达', withdrawn: '已撤回' },
  houseRules: [
    '分解10个工作日条文未定，为服务目标；签收及其5个工作日是本系统规则，使责任落到部门。',
    '责任清单依据目录分解：签收后记在所依据的目录条目之下，是本系统规则。',
    '落实情况列入考核（第十三条第二款），在年度评价中办理。',
  ],
};
