import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { RECEIVED } from '../forms/received.ts';
import type { Condition, Edition } from '../schema.ts';

/** LS-D 第五十五条、LS-N 第二十八条：自2020年3月23日起施行。 */
export const EDITION: Edition = { id: '2020-1', validFrom: '2020-03-23' };

/** 第八条、第九条: what may be done with shared data, from the narrowest to the widest. */
const MODES = { statistics: '提供统计结果', view: '查阅', compare: '比对', obtain: '获取数据' };

/** 第五条（三）: 明确的共享需求和数据使用用途，最少够用. */
export const shareForm: Fields = {
  resource: { title: '申请的数据资源', type: 'resource' },
  business: { title: '应用业务', type: 'text' },
  purpose: { title: '使用用途', type: 'text', untitled: true },
  duty: { title: '履职依据', type: 'text' },
  users: { title: '使用对象', type: 'text-or-texts' },
  items: { title: '所需数据', type: 'texts', amongItemsOf: 'resource' },
  mode: { title: '共享模式', type: 'choice', options: MODES },
  until: { title: '截止时间', type: 'future-date' },
  ...CLASSIFIED,
};

/** 第二十二条：核定应用业务、使用对象、所需数据、共享模式、截止时间等要素，按最小授权的原则. */
export const grantFields: Fields = {
  business: { title: '应用业务', type: 'text', withinRequest: true },
  users: { title: '使用对象', type: 'text-or-texts', withinRequest: true },
  items: { title: '授权数据', type: 'texts', withinRequest: true },
  mode: { title: '共享模式', type: 'choice', options: MODES, withinRequest: true },
  until: { title: '截止时间', type: 'future-date', withinRequest: true },
};

/** 行政相对人 need not sign in: the service centre files, and answers, for whoever comes to its window. */
export const FILED_BY: Fields = {
  filedBy: {
    title: '提出方式',
    type: 'choice',
    options: { self: '申请人在系统中提出', window: '政务服务中心代行政相对人登记' },
    steers: 'filedBy',
  },
  ...RECEIVED,
};
export const AT_WINDOW: Condition = { fact: 'filedBy', in: ['window'] };
export const WINDOW_RULE =
  '行政相对人到窗口提出的，由政务服务中心登记并代为办理其后续表示，时限自其收到申请之时起算；条文未写，是本系统规则。';
