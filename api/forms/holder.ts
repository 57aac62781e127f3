import { z } from 'zod';
import { coded } from '../schemas/coded.ts';
import { visibleText } from '../schemas/visible-text.ts';
import { creditCodeProblem, residentIdProblem } from './check-digits.ts';

const shape = z.strictObject({
  name: visibleText(100).meta({ title: '姓名或名称' }),
  idKind: coded('idKinds').optional().meta({ title: '证件种类' }),
  idNumber: z.string().min(1).max(50).optional().meta({ title: '证件号码' }),
  creditCode: z.string().min(1).max(50).optional().meta({ title: '统一社会信用代码' }),
});
type Holder = z.infer<typeof shape>;
type Found = { at: (keyof Holder)[]; message: string } | null;

const idProblem = (idKind: string, idNumber: string, nowMs: number): string | null => {
  if (idKind === 'resident-id') return residentIdProblem(idNumber, nowMs);
  if (idKind === 'passport')
    return /^[A-Z0-9]{5,20}$/.test(idNumber) ? null : '护照号码应为 5 至 20 位大写字母或数字';
  return /^[\w\-()（）]{2,50}$/.test(idNumber) ? null : '证件号码只能由字母、数字、括号和横线组成';
};

const problemOf = (holder: Holder, nowMs: number): Found => {
  const { idKind, idNumber, creditCode } = holder;
  if (idNumber !== undefined && creditCode !== undefined)
    return { at: ['creditCode'], message: '证件号码与统一社会信用代码只填一项' };
  if (creditCode !== undefined) {
    if (idKind !== undefined) return { at: ['idKind'], message: '填写统一社会信用代码时不填证件种类' };
    const message = creditCodeProblem(creditCode);
    return message === null ? null : { at: ['creditCode'], message };
  }
  if (idNumber === undefined) return { at: ['idNumber'], message: '请填写证件号码或统一社会信用代码' };
  const message = idProblem(idKind ?? 'resident-id', idNumber, nowMs);
  return message === null ? null : { at: ['idNumber'], message };
};

/** A person or an organisation that holds a licence: name, and either a document number or a credit code. */
export const holderSchema = (nowMs: number) =>
  shape.superRefine((holder, ctx) => {
    const found = problemOf(holder, nowMs);
    if (found) ctx.addIssue({ code: 'custom', path: found.at, message: found.message });
  });
