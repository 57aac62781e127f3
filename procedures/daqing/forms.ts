import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import type { Edition } from '../schema.ts';

/** DQ-D 第四十一条、DQ-L 第三十四条：自公布之日起施行; the copies at hand do not give that day. */
export const EDITION: Edition = { id: '1', validFrom: null };
export const NO_DATE = '公布日期条文未载，本版本不设起始日。';

/** 第二十一条：用于本单位履职需要；第二十条：采用请求响应的调用方式. */
export const shareForm: Fields = {
  resource: { title: '申请的公共数据', type: 'resource' },
  purpose: { title: '使用用途', type: 'text', untitled: true },
  duty: { title: '履职依据', type: 'text' },
  users: { title: '使用对象', type: 'text-or-texts' },
  items: { title: '所需数据项', type: 'texts', amongItemsOf: 'resource' },
  until: { title: '使用期限', type: 'future-date' },
  ...CLASSIFIED,
};

/** 授予相应访问权限: within what was asked for. */
export const grantFields: Fields = {
  users: { title: '使用对象', type: 'text-or-texts', withinRequest: true },
  items: { title: '授权数据项', type: 'texts', withinRequest: true },
  until: { title: '授权期限', type: 'future-date', withinRequest: true },
};
