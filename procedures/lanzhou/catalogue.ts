import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, EntryTold, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ENTRY = { thing: 'resource', field: 'entry' } as const;

const ART_11 = cite('LZ-D', '第十一条');
const ART_13 = cite('LZ-D', '第十三条、第十四条');
const REVIEW = cite('LZ-D', '第十二条至第十四条、第二十四条');

/** 撤销的条目从目录中去掉，登记和更新的予以发布：第十四条. What an entry says is not asked of one that goes. */
const removed: Condition = { fact: 'change', in: ['remove'] };
const kept: Condition = { not: removed };

/** 第十一条：数据名称、数据格式、共享类别、共享范围、更新频度、时效要求、提供方式、提供单位、可否向社会开放等内容. */
const entryForm: Fields = {
  catalogue: {
    title: '列入目录',
    type: 'choice',
    options: { unit: '本单位目录', area: '新区《数据共享目录》' },
    steers: 'catalogue',
  },
  change: {
    title: '事项',
    type: 'choice',
    options: { register: '登记', update: '更新', remove: '撤销' },
    steers: 'change',
  },
  name: { title: '数据名称', type: 'text' },
  entry: { title: '目录编号', type: 'text' },
  ...EXISTED_BEFORE,
  format: { title: '数据格式', type: 'text', when: kept },
  sharing: {
    title: '共享类别',
    type: 'choice',
    options: { open: '非受限共享', restricted: '受限共享', closed: '非共享' },
    steers: 'sharing',
    when: kept,
  },
  // 第四条（二）：只能按照特定方式或提供给指定对象共享的；（三）：依照法律、法规、规章规定不能共享的.
  restriction: {
    title: '共享的特定方式或指定对象',
    type: 'text',
    maxLength: 4000,
    when: { fact: 'sharing', in: ['restricted'] },
  },
  legalBasis: {
    title: '不能共享的法律、法规、规章规定',
    type: 'text',
    maxLength: 4000,
    when: { fact: 'sharing', in: ['closed'] },
  },
  scope: { title: '共享范围', type: 'text', when: kept },
  frequency: { title: '更新频度', type: 'text', when: kept },
  timeliness: { title: '时效要求', type: 'text', when: kept },
  delivery: {
    title: '提供方式',
    type: 'choice',
    options: { file: '文件及文件夹', table: '库表', interface: '服务接口' },
    when: kept,
  },
  provider: { title: '提供单位', type: 'department' },
  public: { title: '可否向社会开放', type: 'flag', when: kept },
  ...CLASSIFIED,
};

/** 第五条、第二十九条、第三十条: 非受限共享的选取后即时完成，受限共享的经提供单位审核. */
const AS_FILED: EntryTold = {
  title: 'name',
  department: 'provider',
  shareType: { field: 'sharing', as: { open: 'open', restricted: 'conditional', closed: 'none' } },
  conditions: 'restriction',
  updateRhythm: 'frequency',
};

/**
 * 第十三条：逐条登记、审核政务数据资源；第十四条：依规审核后予以发布；第二十四条：事先经过本单位的保密审查；
 * 第十一条：新区科技发展局……组织编制新区《数据共享目录》……经政务信息资源共享工作主管部门审核后在政务数据共享平台上公布实施。
 */
export const lzCatalogueEntry: Procedure = {
  id: 'lz-catalogue-entry',
  family: 'catalogue',
  jurisdiction: 'lz',
  title: '数据共享目录编制与发布',
  basis: ART_11,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: entryForm,
  start: ['review'],
  stages: {
    review: {
      title: '本单位保密审查和审核',
      basis: REVIEW,
      // 第二十四条：事先经过本单位的保密审查；第三十四条：指定……专人负责……保密审查.
      by: ['security-lead', 'unit-head'],
      agreement: 'sequence',
      within: target(3, 'working-day', ART_13),
      outcomes: {
        pass: {
          title: '审核通过',
          demands: ['fields'],
          fields: { opinion: { title: '保密审查意见或审核意见', type: 'text', maxLength: 4000 } },
          opens: [
            { stage: 'publish', when: { not: { fact: 'catalogue', in: ['area'] } } },
            { stage: 'compile', when: { fact: 'catalogue', in: ['area'] } },
          ],
        },
        return: { title: '退回修改', demands: ['reasons'], ends: 'returned' },
      },
    },
    publish: {
      title: '在本单位目录系统发布',
      basis: ART_13,
      by: 'unit-platform-administrator',
      within: target(2, 'working-day', ART_13),
      outcomes: {
        published: {
          title: '已发布',
          when: { not: { fact: 'change', in: ['update', 'remove'] } },
          effects: [{ register: 'resources', op: 'open', key: ENTRY, entry: AS_FILED }],
          ends: 'published',
        },
        updated: {
          title: '已更新发布',
          when: { fact: 'change', in: ['update'] },
          effects: [{ register: 'resources', op: 'change', key: ENTRY, entry: AS_FILED, must: 'exist' }],
          ends: 'published',
        },
        removed: {
          title: '已从本单位目录撤销',
          when: removed,
          effects: [{ register: 'resources', op: 'close', key: ENTRY, must: 'exist' }],
          ends: 'removed',
        },
      },
    },
    compile: {
      title: '科技发展局编入新区目录',
      basis: ART_11,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_11),
      outcomes: {
        compiled: { title: '已编入，报主管部门审核', opens: ['audit'] },
        return: { title: '退回修改', demands: ['reasons'], ends: 'returned' },
      },
    },
    audit: {
      title: '主管部门审核',
      basis: ART_11,
      by: 'competent-department',
      within: target(5, 'working-day', ART_11),
      outcomes: {
        approve: { title: '审核通过', opens: ['announce'] },
        refuse: { title: '审核不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    announce: {
      title: '在政务数据共享平台公布',
      basis: ART_11,
      by: 'platform-manager',
      within: target(2, 'working-day', ART_11),
      outcomes: {
        announced: {
          title: '已公布实施',
          when: { not: { fact: 'change', in: ['update', 'remove'] } },
          effects: [{ register: 'resources', op: 'open', key: ENTRY, entry: AS_FILED }],
          ends: 'announced',
        },
        updated: {
          title: '已更新公布实施',
          when: { fact: 'change', in: ['update'] },
          effects: [{ register: 'resources', op: 'change', key: ENTRY, entry: AS_FILED, must: 'exist' }],
          ends: 'announced',
        },
        removed: {
          title: '已从新区目录撤销并公布',
          when: removed,
          effects: [{ register: 'resources', op: 'close', key: ENTRY, must: 'exist' }],
          ends: 'removed',
        },
      },
    },
  },
  endings: {
    published: '已在本单位目录发布',
    announced: '已列入新区目录并公布',
    removed: '已从目录撤销',
    returned: '退回修改',
    refused: '审核不通过',
    withdrawn: '已撤回',
  },
  houseRules: [
    '本单位保密审查和审核各3个、发布2个、编制5个、主管部门审核5个、公布2个工作日条文未定，为服务目标。',
    '先由保密审查专人（数据安全负责人）审查，通过后由单位领导审核，各有自己的期限，都与编目人员分离；任一人退回即告退回，是本系统的理解。',
    '非共享类须写明法律、法规或规章的依据，受限共享类须写明特定方式或指定对象（第四条（二）、（三））；依据不成立的，由审核环节退回。',
    '第十四条“发生变化时要及时更新”没有数字，不问变化的时间，自报送起计时；报送是否及时，由本单位审核环节和目录年度维护把关，是本系统的理解。',
    '撤销条目的，只填所撤条目的名称、编号和提供单位。',
  ],
};
