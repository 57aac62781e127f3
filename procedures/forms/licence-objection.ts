import type { Fields } from '../fields.ts';

/** Order by which an objection to an e-licence comes in. `receivedAt` starts both clocks. */
export const licenceObjectionForm: Fields = {
  orderNo: { title: '热线工单号', type: 'text' },
  receivedAt: { title: '收到工单时间', type: 'past-instant', steers: 'receivedAt' },
  licenceNo: { title: '电子证照编号', type: 'text' },
  issuer: { title: '发证（签发）单位', type: 'department', required: false, steers: 'issuer' },
  holder: { title: '持证主体', type: 'holder' },
  what: { title: '异议内容', type: 'text', maxLength: 4000 },
  classified: { title: '是否涉密', type: 'not-classified', required: false },
};
