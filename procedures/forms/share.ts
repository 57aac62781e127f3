import type { Fields } from '../fields.ts';
import { CLASSIFIED } from './classified.ts';

/** Modes of sharing (共享模式, LZ-D 第五条), from the narrowest to the widest. */
export const SHARING_MODES = { compare: '比对验证', query: '查询引用', bulk: '批量复制' };

/** What every request for data says (LZ-D 第三十条; LZ-P 第七十七条: the use is stated and binds). */
export const shareForm: Fields = {
  resource: { title: '申请的数据资源', type: 'resource' },
  purpose: { title: '使用用途', type: 'text' },
  basis: { title: '履职依据', type: 'text' },
  users: { title: '使用对象', type: 'text-or-texts' },
  items: { title: '所需数据项', type: 'texts' },
  mode: { title: '共享模式', type: 'choice', options: SHARING_MODES },
  until: { title: '使用期限', type: 'future-date' },
  ...CLASSIFIED,
};

/** No article of Lanzhou's sets a term to a use of data; a house rule of its share procedures. */
export const TERM_IS_OURS =
  '使用期限和授权期限条文没有写明，每次申请和授权都应当定有期限，是本系统规则：期满的授权自行失效，需要继续使用的另行申请。';

/** What the provider settles when it authorises: within what was asked for. */
export const grantFields: Fields = {
  users: { title: '使用对象', type: 'text-or-texts', withinRequest: true },
  items: { title: '数据项', type: 'texts', withinRequest: true },
  mode: { title: '共享模式', type: 'choice', options: SHARING_MODES, withinRequest: true },
  until: { title: '授权期限', type: 'future-date', withinRequest: true },
};
