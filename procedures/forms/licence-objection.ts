import type { Fields } from '../fields.ts';

/** An objection to an e-licence as it comes in; `what` the text has come in: an order, an application. `receivedAt` starts both clocks. */
export const licenceObjectionForm = (what: string): Fields => ({
  orderNo: { title: `${what}编号`, type: 'text' },
  receivedAt: { title: `收到${what}时间`, type: 'past-instant', steers: 'receivedAt' },
  licenceNo: { title: '电子证照编号', type: 'text' },
  holder: { title: '持证主体', type: 'holder' },
  what: { title: '异议内容', type: 'text', maxLength: 4000 },
  classified: { title: '是否涉密', type: 'not-classified', required: false },
});
