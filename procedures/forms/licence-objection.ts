import type { Fields } from '../fields.ts';
import { CLASSIFIED } from './classified.ts';

/**
 * An objection to an e-licence as it comes in; `what` the text has come in: an order, an application. `receivedAt`, when the issuer has it
 * (LZ-P 第一百五十八条, DQ-L 第二十二条), starts both clocks.
 */
export const licenceObjectionForm = (what: string): Fields => ({
  orderNo: { title: `${what}编号`, type: 'text' },
  receivedAt: { title: `证照签发机构收到${what}的时间`, type: 'past-instant', steers: 'receivedAt' },
  licenceNo: { title: '电子证照编号', type: 'text' },
  issuer: { title: '发证（签发）单位', type: 'department', required: false, steers: 'issuer' },
  holder: { title: '持证主体', type: 'holder' },
  what: { title: '异议内容', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
});
