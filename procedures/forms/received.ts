import type { Fields } from '../fields.ts';

/** When an application that did not come in through the system arrived; the limits run from there. */
export const RECEIVED: Fields = {
  receivedAt: { title: '收到申请时间', type: 'past-instant', required: false, steers: 'receivedAt' },
};
