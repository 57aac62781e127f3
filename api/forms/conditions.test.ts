import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedFields } from '../../procedures/asked.ts';
import { closedValues } from '../../procedures/combinations.ts';
import type { Fields } from '../../procedures/fields.ts';
import { allProcedures, type Procedure } from '../../procedures/index.ts';
import type { Fact } from '../../procedures/schema.ts';
import { sampleForm } from '../../test/support/sample.ts';
import { isProblem } from '../problems/problem.ts';
import { checkContents } from './check.ts';
import { factsOf } from './facts.ts';
import { planFacts } from './plan-facts.ts';
import { jsonSchemaOfFields } from './zod-of-fields.ts';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');
const FIELDS: Fields = {
  system: {
    title: '系统',
    type: 'object',
    fields: {
      kind: { title: '类别', type: 'choice', options: { web: '网站', office: '办公' }, steers: 'kind' },
      domain: { title: '域名', type: 'text', when: { fact: 'kind', in: ['web'] } },
    },
  },
  urgent: {
    title: '急',
    type: 'flag',
    steers: 'urgent',
    when: { all: [{ fact: 'kind', in: ['web'] }, { not: { fact: 'level', in: ['IV'] } }] },
  },
  reason: { title: '理由', type: 'text', when: { fact: 'urgent', in: [true] } },
  note: { title: '备注', type: 'text', required: false, when: { fact: 'kind', in: ['office'] } },
};

const check = (contents: unknown, facts: Record<string, Fact> = {}) =>
  checkContents({
    ...{ fields: FIELDS, contents, facts },
    ...{ moment: { nowMs: NOW }, at: 'form', code: 'form_invalid' },
  });
const web = { kind: 'web', domain: 'a.gov.cn' };
const office = { kind: 'office' };
const UNASKED = '按所填的情形，不需要填写此项';

describe('contents against fields that depend on a choice', () => {
  it.each([
    ['what is asked for', { system: web, urgent: false }, {}],
    ['what that in turn asks for', { system: web, urgent: true, reason: '因' }, {}],
    ['what may be left out', { system: office }, {}],
    ['and what may be said', { system: office, note: '另' }, {}],
    ['without what the case does not call for', { system: web }, { level: 'IV' }],
  ])('are taken with %s', (_what, contents, facts) => {
    expect(check(contents, facts as Record<string, Fact>)).toBeNull();
  });

  const wrong: [says: string, contents: unknown, errors: [pointer: string, message: string][]][] = [
    ['is demanded', { system: { kind: 'web' }, urgent: false }, [['/form/system/domain', '必填']]],
    ['is demanded in turn', { system: web, urgent: true }, [['/form/reason', '必填']]],
    ['is refused', { system: { ...web, kind: 'office' } }, [['/form/system/domain', UNASKED]]],
    ['is refused in turn', { system: web, urgent: false, reason: '因' }, [['/form/reason', UNASKED]]],
    [
      'is refused together with what is wrong besides',
      { system: { kind: 'web', domain: 1 }, urgent: false, note: '另' },
      [
        ['/form/note', UNASKED],
        ['/form/system/domain', '应为文本'],
      ],
    ],
    [
      'is refused after a choice that is none',
      { system: { kind: 'x' }, note: '另' },
      [
        ['/form/note', UNASKED],
        ['/form/system/kind', '应为下列之一：web、office'],
      ],
    ],
  ];
  it.each(wrong)('a field %s where it depends on it: %j', (_says, contents, errors) => {
    const problem = check(contents);
    expect(problem).toMatchObject({ status: 422, code: 'form_invalid' });
    const found = (problem?.errors ?? []).map(({ pointer, message }) => [pointer, message]);
    expect(found.toSorted()).toEqual(errors.toSorted());
  });

  it('a field that does not exist is malformed all the same', () => {
    expect(check({ system: office, more: 1, urgent: true })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/form/more' }],
    });
  });

  it.each([null, 5, [], { system: null }, { system: 'x' }])('%j is no form', (contents) => {
    expect(check(contents)).toMatchObject({ status: 422 });
  });
});

describe('the JSON Schema of such a form', () => {
  const schema = jsonSchemaOfFields(FIELDS) as {
    required: string[];
    allOf: unknown[];
    properties: Record<string, Record<string, unknown>>;
  };
  const isWeb = {
    properties: { system: { properties: { kind: { enum: ['web'] } }, required: ['kind'] } },
    required: ['system'],
  };

  it('says when a field is shown, by the pointer of the field or the fact of the case it depends on', () => {
    expect(schema.properties.reason).toMatchObject({ 'x-when': { field: '/urgent', in: [true] } });
    expect(schema.properties.urgent).toMatchObject({
      'x-when': { all: [{ field: '/system/kind', in: ['web'] }, { not: { fact: 'level', in: ['IV'] } }] },
    });
    expect(schema.properties.system?.properties).toMatchObject({
      domain: { type: 'string', 'x-when': { field: '/system/kind', in: ['web'] } },
    });
  });

  it('demands and refuses it by rules, but for what depends on the case', () => {
    expect(schema.required).toEqual(['system']);
    expect(schema.allOf).toEqual([
      {
        if: isWeb,
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: { properties: { system: { required: ['domain'] } } },
        else: { properties: { system: { properties: { domain: false } } } },
      },
      {
        if: { properties: { urgent: { enum: [true] } }, required: ['urgent'] },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: { required: ['reason'] },
        else: { properties: { reason: false } },
      },
      {
        if: {
          properties: { system: { properties: { kind: { enum: ['office'] } }, required: ['kind'] } },
          required: ['system'],
        },
        else: { properties: { note: false } },
      },
    ]);
  });

  it('is made once', () => {
    expect(jsonSchemaOfFields(FIELDS)).toBe(schema);
  });
});

const IDS = { resource: 'a-resource', department: 'a-department' };
/** Answers to the choices of a form, each only where it is asked for. */
const answersTo = (fields: Fields, picks: number[]): Record<string, unknown> => {
  const given: Record<string, unknown> = {};
  for (const [index, [name, field]] of Object.entries(fields).entries()) {
    const values = closedValues(field);
    const isAsked = name in askedFields(fields, factsOf(fields, given, NOW));
    if (values !== null && isAsked) given[name] = values[(picks[index % picks.length] ?? 0) % values.length];
  }
  return given;
};
const conditional = allProcedures().filter(({ form }) => JSON.stringify(form).includes('"when":'));

describe('whatever is chosen, a form takes what it asks for and nothing else', () => {
  it.each(conditional.map(({ id, form }) => [id, form] as const))('%s', (_id, fields) => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), (picks) => {
        const contents = sampleForm(fields, NOW, IDS, answersTo(fields, picks));
        const given = { fields, moment: { nowMs: NOW }, at: 'form', code: 'form_invalid' };
        expect(checkContents({ ...given, contents })).toBeNull();
        const asked = askedFields(fields, factsOf(fields, contents, NOW));
        for (const name of Object.keys(fields).filter((each) => !(each in asked))) {
          const problem = checkContents({ ...given, contents: { ...contents, [name]: 'x' } });
          expect(problem?.errors).toContainEqual({ pointer: `/form/${name}`, message: UNASKED });
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a plan presumes what the form asks for', () => {
  const graded = { title: '定级', sets: { level: 'IV' } };
  const PROCEDURE = { form: FIELDS, stages: { grade: { outcomes: { graded } } } } as unknown as Procedure;
  it.each([
    [{}, { kind: 'web', urgent: false }],
    [{ kind: 'office' }, { kind: 'office' }],
    [{ level: 'IV' }, { kind: 'web', urgent: false, level: 'IV' }],
  ])('given %j', (given, facts) => {
    expect(planFacts(PROCEDURE, given, NOW)).toEqual(facts);
  });
  it('and refuses what it does not', () => {
    const refused = planFacts(PROCEDURE, { kind: 'office', urgent: true }, NOW);
    expect(isProblem(refused) && refused.errors).toEqual([{ pointer: '/facts/urgent', message: UNASKED }]);
  });
  it('nor what the procedure does not know', () => {
    const refused = planFacts(PROCEDURE, { nope: 1 }, NOW);
    expect(refused).toMatchObject({ status: 400, errors: [{ pointer: '/facts/nope' }] });
  });
});
