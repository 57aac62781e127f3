import { expect, it } from 'vitest';
import type { Fields } from './fields.ts';
import { allProcedures } from './index.ts';

const asked = (fields: Fields): string[] =>
  Object.values(fields).flatMap(({ type, title }) => (type === 'not-classified' ? [title] : []));

it('LS-N 第十七条 in Lhasa work secrets and what is not disclosed are kept out like state secrets, wherever something is handed in', () => {
  const lhasa = allProcedures().filter(({ jurisdiction }) => jurisdiction === 'ls');
  const titles = lhasa.flatMap(({ form, stages }) => [
    ...asked(form),
    ...Object.values(stages).flatMap(({ outcomes }) =>
      Object.values(outcomes).flatMap(({ fields = {} }) => asked(fields)),
    ),
  ]);
  expect(titles.length).toBeGreaterThanOrEqual(lhasa.length);
  expect(new Set(titles)).toEqual(new Set(['填报内容是否涉及国家秘密、工作秘密或者不予公开的信息']));
});

it('elsewhere the question is of state secrets', () => {
  const elsewhere = allProcedures().filter(({ jurisdiction }) => jurisdiction !== 'ls');
  expect(new Set(elsewhere.flatMap(({ form }) => asked(form)))).toEqual(new Set(['是否涉密']));
});
