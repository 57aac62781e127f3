import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { EDITION, NO_DATE } from './forms.ts';

const LISTS = cite('DQ-D', '第二十一条');
const OPEN_LIST = cite('DQ-D', '第二十五条');
const negative: Condition = { fact: 'list', in: ['negative'] };
const county: Condition = { fact: 'level', in: ['county'] };
const city: Condition = { not: county };

/**
 * 第二十一条：综合管理部门根据市级各部门法定职责，制定市级公共数据共享责任清单和需求清单，对法律、法规、规章明确规定不能共享的数据，
 * 列入共享负面清单。各县区应依据市级清单，制定本县区公共数据共享责任清单、需求清单和负面清单。
 */
export const dqLists: Procedure = {
  id: 'dq-lists',
  family: 'catalogue',
  jurisdiction: 'dq',
  title: '共享责任清单、需求清单和负面清单',
  basis: LISTS,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    list: {
      title: '清单',
      type: 'choice',
      options: { responsibility: '责任清单', demand: '需求清单', negative: '负面清单' },
      steers: 'list',
    },
    level: { title: '层级', type: 'choice', options: { city: '市级', county: '县区' }, steers: 'level' },
    // 各县区应依据市级清单，制定本县区……清单.
    cityList: { title: '所依据的市级清单', type: 'text', when: county },
    items: { title: '清单内容', type: 'texts' },
    duty: { title: '法定职责', type: 'text' },
    legalBasis: { title: '不能共享的法律、法规、规章规定', type: 'text', when: negative },
    ...CLASSIFIED,
  },
  start: ['gather'],
  stages: {
    gather: {
      title: '综合管理部门核对法定职责',
      basis: LISTS,
      by: 'platform-manager',
      within: target(5, 'working-day', LISTS),
      outcomes: {
        checked: {
          title: '与法定职责相符',
          opens: [
            { stage: 'settle-negative', when: { all: [city, negative] } },
            { stage: 'settle', when: { all: [city, { not: negative }] } },
            { stage: 'file', when: county },
          ],
        },
        refuse: { title: '与法定职责不符', demands: ['reasons'], ends: 'refused' },
      },
    },
    settle: {
      title: '制定责任清单、需求清单',
      basis: LISTS,
      by: 'platform-manager',
      within: target(5, 'working-day', LISTS),
      outcomes: {
        listed: {
          title: '列入清单',
          effects: [{ register: 'resources', op: 'change', key: 'case' }],
          ends: 'listed',
        },
      },
    },
    'settle-negative': {
      title: '制定负面清单',
      basis: LISTS,
      by: 'platform-manager',
      within: target(5, 'working-day', LISTS),
      outcomes: {
        listed: {
          title: '有明确规定，列入负面清单',
          demands: ['legalBasis'],
          effects: [{ register: 'resources', op: 'change', key: 'case' }],
          ends: 'listed',
        },
        refuse: { title: '没有明确规定，不得列入', demands: ['reasons'], ends: 'refused' },
      },
    },
    file: {
      title: '县区清单备案',
      basis: LISTS,
      by: 'platform-manager',
      within: target(5, 'working-day', LISTS),
      outcomes: {
        filed: {
          title: '已备案',
          effects: [
            { register: 'filings', op: 'open' },
            { register: 'resources', op: 'change', key: 'case' },
          ],
          ends: 'filed',
        },
      },
    },
  },
  endings: { listed: '已列入清单', filed: '县区清单已备案', refused: '不予列入', withdrawn: '已撤回' },
  houseRules: [
    '核对5个、制定5个、备案5个工作日条文均未定，为服务目标。',
    '清单由综合管理部门制定，内容由各部门和县区的平台管理员报送。',
    '县区清单由县区依据市级清单制定：综合管理部门只核对是否以市级清单为依据并备案，不代为制定；备案条文未写，是本系统的理解。',
    '列入负面清单须注明法律、法规、规章的明确规定。',
    NO_DATE,
  ],
};

/**
 * 第二十五条：在公共数据资源目录范围内，制定本单位数据开放清单，向社会公布并动态更新。通过共享、协商等方式获取的公共数据不纳入
 * 本单位的数据开放清单。
 */
export const dqOpenList: Procedure = {
  id: 'dq-open-list',
  family: 'catalogue',
  jurisdiction: 'dq',
  title: '单位数据开放清单',
  basis: OPEN_LIST,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    items: { title: '开放清单内容', type: 'texts' },
    source: {
      title: '数据来源',
      type: 'choice',
      options: { own: '本单位采集和产生' },
    },
    priority: {
      title: '优先开放类别',
      type: 'choice',
      options: {
        livelihood: '与民生紧密相关',
        urgent: '社会迫切需要',
        value: '商业增值潜力显著',
        none: '一般',
      },
    },
    cycle: { title: '更新周期', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['settle'],
  stages: {
    settle: {
      title: '单位领导审定清单',
      basis: OPEN_LIST,
      by: 'unit-head',
      within: house(5, 'working-day', OPEN_LIST),
      outcomes: {
        settled: { title: '审定', opens: ['publish'] },
        refuse: { title: '超出目录范围或者含共享获取的数据', demands: ['reasons'], ends: 'refused' },
      },
    },
    publish: {
      title: '向社会公布',
      basis: OPEN_LIST,
      by: 'unit-platform-administrator',
      within: target(2, 'working-day', OPEN_LIST),
      outcomes: {
        published: {
          title: '已公布',
          demands: ['fields'],
          fields: { place: { title: '公布位置', type: 'text' } },
          effects: [{ register: 'resources', op: 'change', key: 'case' }],
          ends: 'published',
        },
      },
    },
  },
  endings: { published: '已公布', refused: '不予公布', withdrawn: '已撤回' },
  houseRules: [
    '公布2个工作日条文未定，为服务目标；单位领导审定及其5个工作日是本系统规则，制定与审定分离。',
    '通过共享、协商等方式获取的数据在填报时即不可选。',
    NO_DATE,
  ],
};
