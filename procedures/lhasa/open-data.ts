import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Opening, Procedure, Stage } from '../schema.ts';
import { AT_WINDOW, EDITION, FILED_BY, WINDOW_RULE } from './forms.ts';

const REQUEST = cite('LS-D', '第三十条第一款');

/** What is opened: within what was asked for. */
const OPENED: Fields = {
  items: { title: '开放的数据项', type: 'texts', withinRequest: true },
  until: { title: '开放期限', type: 'future-date', withinRequest: true },
};

/** 可向市大数据局提出复核申请；依法申请行政复议或者提起行政诉讼 (第三十条). */
const REMEDIES: Fields = {
  remedies: { title: '告知的复核途径，以及行政复议、行政诉讼的途径和期限', type: 'text', maxLength: 4000 },
};

/** Whoever asked says whether they are content: themselves, or at the window where they asked. */
const consider = (by: Role): Stage => ({
  title: '申请人接受答复或申请复核',
  basis: REQUEST,
  by,
  within: house(10, 'working-day', REQUEST),
  outcomes: {
    accept: { title: '接受答复', ends: { as: 'answer' } },
    recheck: { title: '有疑义，申请复核', demands: ['reasons'], opens: ['recheck'] },
  },
});
const CONSIDERED: Opening[] = [
  { stage: 'consider', when: { not: AT_WINDOW } },
  { stage: 'consider-at-window', when: AT_WINDOW },
];

/** 第三十条：属于依申请开放类的，向相应数据提供部门申请开放，获取数据；对答复有疑义的，可向市大数据局提出复核申请。 */
export const lsOpenRequest: Procedure = {
  id: 'ls-open-request',
  family: 'open-data',
  jurisdiction: 'ls',
  title: '依申请开放数据',
  basis: REQUEST,
  edition: EDITION,
  submitters: ['requester', 'service-centre'],
  form: {
    resource: { title: '申请开放的数据', type: 'resource' },
    applicant: { title: '申请人', type: 'holder' },
    purpose: { title: '用途', type: 'text', untitled: true },
    items: { title: '数据项', type: 'texts', amongItemsOf: 'resource' },
    until: { title: '使用期限', type: 'future-date' },
    ...FILED_BY,
    ...CLASSIFIED,
  },
  start: ['answer'],
  stages: {
    answer: {
      title: '数据提供部门答复',
      basis: REQUEST,
      by: 'data-provider',
      clocks: [{ from: 'submitted', limit: target(10, 'working-day', REQUEST) }],
      outcomes: {
        opened: { title: '同意开放', demands: ['fields'], fields: OPENED, opens: CONSIDERED },
        refused: {
          title: '不予开放',
          demands: ['reasons', 'legalBasis', 'fields'],
          fields: REMEDIES,
          opens: CONSIDERED,
        },
      },
    },
    consider: consider('requester'),
    'consider-at-window': consider('service-centre'),
    recheck: {
      title: '市大数据局复核',
      basis: REQUEST,
      by: 'platform-manager',
      within: target(10, 'working-day', REQUEST),
      outcomes: {
        changed: { title: '答复应予改变', demands: ['reasons'], opens: ['answer-anew'] },
        upheld: { title: '维持答复', demands: ['reasons'], ends: { as: 'answer' } },
      },
    },
    'answer-anew': {
      title: '数据提供部门按复核结果开放',
      basis: REQUEST,
      by: 'data-provider',
      within: target(5, 'working-day', REQUEST),
      outcomes: { opened: { title: '已开放', demands: ['fields'], fields: OPENED, ends: 'opened' } },
    },
  },
  endings: { opened: '已开放', refused: '不予开放', withdrawn: '已撤回' },
  onEnding: { opened: [{ register: 'data-grants', op: 'open' }] },
  houseRules: [
    '答复10个、复核10个、按复核开放5个工作日条文均未定，为服务目标；考虑10个工作日是本系统规则；无条件开放的数据直接从专栏获取，不立案。',
    WINDOW_RULE,
    '不予开放的答复须注明依据并告知复核途径，以及第三十条第二款的行政复议和行政诉讼：条文未写注明依据，是本系统规则，申请人据此复核、复议或者诉讼。',
    GRANT_TERM,
    '申请人未表示接受或复核的，不推定为接受：案件保持未结并提醒。',
  ],
};
