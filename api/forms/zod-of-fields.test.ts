import { describe, expect, it } from 'vitest';
import type { Fields } from '../../procedures/fields.ts';
import { allProcedures } from '../../procedures/index.ts';
import { checkContents } from './check.ts';
import { factsOf } from './facts.ts';
import { beyondRequest } from './within-request.ts';
import { jsonSchemaOfFields } from './zod-of-fields.ts';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');
const FIELDS: Fields = {
  text: { type: 'text', title: '文本', maxLength: 5 },
  texts: { type: 'texts', title: '多项' },
  either: { type: 'text-or-texts', title: '文本或多项' },
  date: { type: 'date', title: '日期' },
  soon: { type: 'future-date', title: '今后' },
  end: { type: 'future-date', title: '止', withinDays: 30, steers: 'end' },
  month: { type: 'period', every: 'month', title: '月份', steers: 'month' },
  past: { type: 'past-instant', title: '发生时间', steers: 'past' },
  choice: { type: 'choice', title: '选项', options: { a: '甲', b: '乙' }, steers: 'choice' },
  flag: { type: 'flag', title: '是否', required: false },
  number: { type: 'number', title: '数', min: 1, max: 3 },
  resource: { type: 'resource', title: '资源' },
  holder: { type: 'holder', title: '持证人' },
  code: { type: 'credit-code', title: '代码' },
  inner: {
    type: 'object',
    title: '内',
    fields: { kind: { type: 'choice', title: '类', options: { x: '丙' }, steers: 'kind' } },
  },
  classified: { type: 'not-classified', title: '涉密' },
};
const GOOD: Record<string, unknown> = {
  text: '五个字以内',
  texts: ['一'],
  either: '一',
  date: '2020-02-29',
  soon: '2026-11-23',
  end: '2026-12-23',
  month: '2024-01',
  past: '2026-11-23T09:30:30+08:00',
  choice: 'a',
  number: 3,
  resource: 'lz-hrss-employment',
  holder: { name: '某公司', creditCode: '91350100M000100Y43' },
  code: '91350100M000100Y43',
  inner: { kind: 'x' },
  classified: false,
};
const check = (change: Record<string, unknown>) =>
  checkContents({
    fields: FIELDS,
    contents: { ...GOOD, ...change },
    moment: { nowMs: NOW },
    at: 'form',
    code: 'form_invalid',
  });

it('a list that goes with another has an entry for each of its entries, and consoles are told of it', () => {
  const fields: Fields = {
    accounts: { type: 'texts', title: '账号' },
    users: { type: 'texts', title: '使用人员', pairedWith: 'accounts' },
  };
  const given = (accounts: string[], users: string[]) =>
    checkContents({
      ...{ fields, contents: { accounts, users }, moment: { nowMs: NOW } },
      ...{ at: 'fields', code: 'fields_invalid' },
    });
  expect(given(['a', 'b'], ['甲', '乙'])).toBeNull();
  expect(given(['a', 'b'], ['甲'])).toMatchObject({
    status: 422,
    errors: [{ pointer: '/fields/users', message: '应与“账号”逐一对应，现为1项对2项' }],
  });
  expect(jsonSchemaOfFields(fields).properties).toMatchObject({ users: { 'x-paired-with': 'accounts' } });
});

describe('a form made from fields', () => {
  it('takes what is right, also a clock that is half a minute ahead', () => {
    expect(check({})).toBe(null);
    expect(check({ either: ['一', '二'], flag: true })).toBe(null);
    expect(check({ holder: { name: '外籍人士', idKind: 'passport', idNumber: 'E12345678' } })).toBe(null);
  });
  const wrong: [name: string, value: unknown, pointer: string][] = [
    ['text', '六个字就太长了', '/form/text'],
    ['text', ' ', '/form/text'],
    ['text', 5, '/form/text'],
    ['texts', [], '/form/texts'],
    ['texts', ['', 'a'], '/form/texts/0'],
    ['either', {}, '/form/either'],
    ['date', '2021-02-29', '/form/date'],
    ['soon', '2026-11-22', '/form/soon'],
    ['end', '2026-12-24', '/form/end'],
    ['month', '2026-Q4', '/form/month'],
    ['month', '2026-13', '/form/month'],
    ['month', '2023-12', '/form/month'],
    ['month', '2029-01', '/form/month'],
    ['past', '2026-11-23T09:31:01+08:00', '/form/past'],
    ['past', '2026-11-23 09:00', '/form/past'],
    ['past', '1990-01-01T00:00:00+08:00', '/form/past'],
    ['choice', 'c', '/form/choice'],
    ['flag', 'yes', '/form/flag'],
    ['number', 4, '/form/number'],
    ['resource', "x'; drop", '/form/resource'],
    ['holder', { name: '某' }, '/form/holder/idNumber'],
    ['holder', { name: '某', idNumber: '1', creditCode: '2' }, '/form/holder/creditCode'],
    ['holder', { name: '某', idKind: 'passport', creditCode: '91350100M000100Y43' }, '/form/holder/idKind'],
    ['code', '91350100M000100Y44', '/form/code'],
    ['inner', {}, '/form/inner/kind'],
    ['text', undefined, '/form/text'],
  ];
  it.each(wrong)('says where %s = %j is wrong', (name, value, pointer) => {
    expect(check({ [name]: value })).toMatchObject({
      status: 422,
      code: 'form_invalid',
      errors: [{ pointer }],
    });
  });
  it('an unknown field is malformed, inside objects too; classified material goes before everything', () => {
    expect(check({ more: 1 })).toMatchObject({ status: 400, errors: [{ pointer: '/form/more' }] });
    expect(check({ inner: { kind: 'x', 'a/b': 1 } })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/form/inner/a~1b' }],
    });
    expect(check({ classified: true, text: 5, more: 1 })).toMatchObject({
      status: 422,
      code: 'classified_material',
    });
  });
  it('only steering fields become facts; instants as milliseconds, never after now, dates as they stand', () => {
    expect(factsOf(FIELDS, GOOD, NOW)).toEqual({
      end: '2026-12-23',
      month: '2024-01',
      past: NOW,
      choice: 'a',
      kind: 'x',
    });
  });
  it('every form of every procedure and outcome can be given as JSON Schema', () => {
    for (const { form, stages } of allProcedures()) {
      expect(jsonSchemaOfFields(form)).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
      for (const stage of Object.values(stages))
        for (const { fields } of Object.values(stage.outcomes))
          if (fields) expect(jsonSchemaOfFields(fields)).toMatchObject({ type: 'object' });
    }
  });
});

describe('a decision within the request', () => {
  const fields: Fields = {
    items: { type: 'texts', title: '项', withinRequest: true },
    mode: { type: 'choice', title: '模式', options: { weak: '弱', strong: '强' }, withinRequest: true },
    until: { type: 'future-date', title: '期限', withinRequest: true },
    note: { type: 'text', title: '说明' },
  };
  const form = { items: ['a', 'b'], mode: 'weak', until: '2027-01-31' };
  it.each([
    [{ items: ['a'], mode: 'weak', until: '2027-01-31', note: '任意' }, []],
    [{ items: ['a', 'c'] }, ['/fields/items']],
    [{ mode: 'strong', until: '2027-02-01' }, ['/fields/mode', '/fields/until']],
  ])('%j', (granted, pointers) => {
    expect(beyondRequest(fields, granted, form).map(({ pointer }) => pointer)).toEqual(pointers);
  });
  it('says of which fields it is so, and when one goes beyond, what is allowed', () => {
    const { properties } = jsonSchemaOfFields(fields) as { properties: Record<string, object> };
    const bounded = Object.keys(properties).filter((name) => 'x-within-request' in properties[name]!);
    expect(bounded).toEqual(['items', 'mode', 'until']);
    const granted = { items: ['c'], mode: 'strong', until: '2027-02-01' };
    expect(beyondRequest(fields, granted, form).map(({ message }) => message)).toEqual([
      '超出申请的范围，限于：a、b',
      '超出申请的范围，限于：弱',
      '超出申请的范围，不晚于 2027-01-31',
    ]);
  });
});
