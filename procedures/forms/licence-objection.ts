import type { Condition } from '../conditions.ts';
import type { Fields } from '../fields.ts';
import { CLASSIFIED } from './classified.ts';

const OTHERS: Condition = { fact: 'objector', in: ['user', 'other'] };
/** 持证主体……可通过政务服务热线提出异议 (LZ-P 第一百五十八条). */
export const HOLDER: Fields = { holder: { title: '持证主体', type: 'holder' } };
/** 电子证照使用机构、持证主体及其他社会用证主体 (DQ-L 第二十二条): left out, the holder objects; whoever else does need not know its number. */
export const OBJECTORS: Fields = {
  objectorKind: {
    title: '异议申请人（不填的为持证主体）',
    type: 'choice',
    options: { holder: '持证主体', user: '电子证照使用机构', other: '其他社会用证主体' },
    required: false,
    steers: 'objector',
  },
  objector: { title: '异议申请人名称', type: 'text', when: OTHERS },
  holder: { title: '持证主体', type: 'holder', when: { not: OTHERS } },
};

/**
 * An objection to an e-licence as it comes in; `what` the text has come in: an order, an application; `objectors`: who may object. `receivedAt`, when the issuer has it
 * (LZ-P 第一百五十八条, DQ-L 第二十二条), starts both clocks.
 */
export const licenceObjectionForm = (what: string, objectors: Fields): Fields => ({
  orderNo: { title: `${what}编号`, type: 'text' },
  receivedAt: { title: `证照签发机构收到${what}的时间`, type: 'past-instant', steers: 'receivedAt' },
  licenceNo: { title: '电子证照编号', type: 'text' },
  issuer: { title: '发证（签发）单位', type: 'department', required: false, steers: 'issuer' },
  ...objectors,
  what: { title: '异议内容', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
});
