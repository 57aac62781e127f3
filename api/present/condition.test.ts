import { describe, expect, it } from 'vitest';
import type { Condition } from '../../procedures/conditions.ts';
import { allProcedures, type Procedure, procedureById } from '../../procedures/index.ts';
import { procedureSchema } from '../schemas/procedure.ts';
import { type PresentedCondition, presentCondition } from './condition.ts';
import { presentProcedure } from './procedure.ts';

const shown = (id: string) => {
  const procedure = procedureById(id) as Procedure;
  return procedureSchema.parse(presentProcedure(procedure, [procedure]));
};
const isFact = (fact: string, ...values: string[]): PresentedCondition => ({ fact, in: values });

describe('a condition is shown as it is', () => {
  const conditions: [condition: Condition, as: PresentedCondition][] = [
    [
      { fact: 'kind', in: ['a'] },
      { field: '/box/kind', in: ['a'] },
    ],
    [
      { fact: 'level', in: ['I', 1, true] },
      { fact: 'level', in: ['I', 1, true] },
    ],
    [{ settled: 'review' }, { settled: 'review', as: null }],
    [{ not: { settled: 'review', as: ['pass'] } }, { not: { settled: 'review', as: ['pass'] } }],
    [
      { any: [{ fact: 'kind', in: ['a'] }, { all: [] }] },
      { any: [{ field: '/box/kind', in: ['a'] }, { all: [] }] },
    ],
  ];
  it.each(conditions)('%j', (condition, as) => {
    expect(presentCondition(condition, (fact) => (fact === 'kind' ? '/box/kind' : null))).toEqual(as);
  });
});

type Described = { properties?: Record<string, Described>; 'x-fact'?: string };
const factAt = (form: Described, pointer: string): string | undefined =>
  pointer
    .slice(1)
    .split('/')
    .reduce<Described | undefined>((at, name) => at?.properties?.[name], form)?.['x-fact'];

describe('a procedure shows on what its stages and outcomes depend', () => {
  it('where what follows is one of several', () => {
    const when = isFact('what', 'leaving');
    expect(shown('lz-account-platform').start).toEqual([{ stage: 'confirm', when: null }]);
    const { stages } = shown('lz-account-platform');
    const confirmed = stages[0]?.outcomes.find(({ id }) => id === 'confirm');
    expect(confirmed?.opens).toEqual([
      { stage: 'assign', when: { not: isFact('what', 'leaving', 'successor') } },
      { stage: 'revoke', when },
      { stage: 'hand-over', when: isFact('what', 'successor') },
    ]);
  });

  it('where a stage opens only with some filings', () => {
    expect(shown('lz-incident-defacement').start[0]).toEqual({
      stage: 'cut-off',
      when: { fact: 'urgent', in: [true] },
    });
  });

  it('in what it offers', () => {
    const sync = shown('dq-licence-sync').stages[0];
    expect(sync?.outcomes.map(({ id, when }) => [id, when])).toEqual([
      ['issued', isFact('matter', 'issue', 'backlog')],
      ['updated', isFact('matter', 'change', 'review', 'mortgage')],
      ['suspended', isFact('matter', 'loss', 'seizure')],
      ['released', isFact('matter', 'release')],
      ['cancelled', isFact('matter', 'cancellation')],
    ]);
  });

  it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
    '%s as its schema says',
    (_id, procedure) => {
      const parsed = procedureSchema.safeParse(presentProcedure(procedure, [procedure]));
      expect(parsed.error?.issues ?? []).toEqual([]);
    },
  );

  it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
    '%s with every fact of its conditions in Chinese, and the field of the form that gives it',
    (_id, procedure) => {
      const { facts, start, stages, form } = presentProcedure(procedure, [procedure]);
      const asked = JSON.stringify([start, stages]).matchAll(/"fact":"(\w+)","in":(\[[^\]]*\])/g);
      for (const [, name, values] of asked) {
        const fact = facts.find((one) => one.fact === name);
        expect(fact?.title, name).toMatch(/\p{Script=Han}/u);
        const known = fact?.values.map(({ id }) => id) ?? [];
        if (known.length > 0) expect(known).toEqual(expect.arrayContaining(JSON.parse(values ?? '[]')));
      }
      for (const { field, fact } of facts) if (field !== null) expect(factAt(form, field)).toBe(fact);
    },
  );
});
