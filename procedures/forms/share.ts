import type { Fields } from '../fields.ts';
import { CLASSIFIED } from './classified.ts';

/** Modes of sharing (共享模式, LZ-D 第五条), from the narrowest to the widest. */
export const SHARING_MODES = { compare: '比对验证', query: '查询引用', bulk: '批量复制' };

/** What every request for data says (LZ-D 第三十条; LZ-P 第七十七条: the use is stated and binds). */
export const shareForm: Fields = {
  resource: { title: '申请的数据资源', type: 'resource' },
  purpose: { title: '使用用途', type: 'text', untitled: true },
  basis: { title: '履职依据', type: 'text' },
  users: { title: '使用对象', type: 'text-or-texts' },
  items: { title: '所需数据项', type: 'texts', amongItemsOf: 'resource' },
  mode: { title: '共享模式', type: 'choice', options: SHARING_MODES },
  until: { title: '使用期限', type: 'future-date' },
  ...CLASSIFIED,
};

/** What the provider settles when it authorises: within what was asked for. */
export const grantFields: Fields = {
  users: { title: '使用对象', type: 'text-or-texts', withinRequest: true },
  items: { title: '数据项', type: 'texts', withinRequest: true },
  mode: { title: '共享模式', type: 'choice', options: SHARING_MODES, withinRequest: true },
  until: { title: '授权期限', type: 'future-date', withinRequest: true },
};
