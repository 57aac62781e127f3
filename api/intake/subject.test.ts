import { expect, it } from 'vitest';
import type { Field } from '../../procedures/fields.ts';
import { allProcedures, procedureById } from '../../procedures/index.ts';
import { titleOf } from './subject.ts';

/** What is filled in says by what it is asked. */
const filled = (field: Field): unknown => {
  if (field.type === 'object')
    return Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, filled(inner)]));
  return field.type === 'text' ? field.title : true;
};

it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
  'the title of a case tells no reasons and names no person: %s',
  (_id, procedure) => {
    const form = filled({ title: '', type: 'object', fields: procedure.form }) as Record<string, unknown>;
    const subject = titleOf(procedure, form, null).slice(procedure.title.length);
    expect(subject).not.toMatch(/理由|原因|用途|需要|说明|主张|姓名|人员|领导|签名人|签发人|管理员|电话/);
  },
);

it('a dispute is called after its procedure and what it is about, never by what the parties say', () => {
  const dispute = procedureById('lz-dispute');
  const form = { matter: '当事人张三丰不服' };
  expect(dispute === null ? null : titleOf(dispute, form, null)).toBe(dispute?.title);
});
