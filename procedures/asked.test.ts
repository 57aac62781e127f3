import { describe, expect, it } from 'vitest';
import { askedFields, chosenFacts, demandsOf, offeredOutcomes } from './asked.ts';
import type { Fields } from './fields.ts';
import type { Fact, Outcome } from './schema.ts';

const FIELDS: Fields = {
  why: { title: '事由', type: 'choice', options: { lost: '遗失', changed: '变更' }, steers: 'why' },
  notice: { title: '声明', type: 'text', when: { fact: 'why', in: ['lost'] } },
  more: {
    title: '变更',
    type: 'object',
    when: { fact: 'why', in: ['changed'] },
    fields: {
      urgent: { title: '急', type: 'flag', steers: 'urgent' },
      reason: { title: '急的理由', type: 'text', when: { fact: 'urgent', in: [true] } },
    },
  },
};

const names = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    name,
    ...(field.type === 'object' ? names(field.fields).map((inner) => `${name}/${inner}`) : []),
  ]);

describe('a form asks for what the answers call for', () => {
  const asked: [facts: Record<string, Fact>, names: string[]][] = [
    [{}, ['why']],
    [{ why: 'lost' }, ['why', 'notice']],
    [{ why: 'changed' }, ['why', 'more', 'more/urgent']],
    [{ why: 'changed', urgent: false }, ['why', 'more', 'more/urgent']],
    [{ why: 'changed', urgent: true }, ['why', 'more', 'more/urgent', 'more/reason']],
    [{ why: 'lost', urgent: true }, ['why', 'notice']],
  ];
  it.each(asked)('%j', (facts, wanted) => {
    expect(names(askedFields(FIELDS, facts))).toEqual(wanted);
  });

  it('leaves nothing to be decided on a field that is asked for', () => {
    expect(JSON.stringify(askedFields(FIELDS, { why: 'changed', urgent: true }))).not.toContain('when');
  });

  it.each([
    ['lost', { why: 'lost' }],
    ['changed', { why: 'changed', urgent: true }],
  ])('chooses facts for nothing else: %s', (why, wanted) => {
    const chosen = chosenFacts(FIELDS, (fact) => (fact === 'why' ? why : true));
    expect(chosen).toEqual(wanted);
  });
});

describe('a stage offers what the facts of the case allow', () => {
  const seal: Outcome = { title: '盖章', when: { fact: 'why', in: ['changed'] } };
  const stage = { outcomes: { seal, refuse: { title: '不予' } } };
  it.each([
    [{}, ['refuse']],
    [{ why: 'lost' }, ['refuse']],
    [{ why: 'changed' }, ['seal', 'refuse']],
  ])('%j', (facts, wanted) => {
    expect(Object.keys(offeredOutcomes(stage, { facts }))).toEqual(wanted);
  });

  it.each([
    ['fields that are asked for', { why: 'lost' }, ['reasons', 'fields']],
    ['no fields where none are', { why: 'changed' }, ['reasons']],
  ])('and demands %s', (_what, facts, wanted) => {
    const { notice } = FIELDS;
    const outcome: Outcome = {
      title: '登记',
      demands: ['reasons', 'fields'],
      fields: { notice: notice as NonNullable<typeof notice> },
    };
    expect(demandsOf(outcome, facts)).toEqual(wanted);
  });
});
