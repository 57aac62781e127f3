import { isoOf } from '../../calendar/index.ts';
import { periodAt, periodText } from '../../cases/index.ts';
import { askedFields } from '../../procedures/asked.ts';
import type { Field, Fields } from '../../procedures/fields.ts';
import type { Fact, ShareClass } from '../../procedures/schema.ts';

type Form = Record<string, unknown>;
type Facts = Record<string, Fact>;

/** One of the items that an entry of the demo catalogue has. */
const itemOf = (resource: string): string | undefined =>
  ({ 'hrss-employment': '就业单位', 'market-licence': '企业名称', 'stat-yearbook': '年份' })[
    resource.slice(3)
  ];

/**
 * A form that its fields accept, filed at `nowMs`: what is `given`, and a sample for all else that is then asked for; what it names was
 * there before the registers were. `resource` and
 * `department` are ids that exist where the story is played, `of` tells its things from those of other stories; `known` are facts of the case.
 */
export const sampleForm = (
  fields: Fields,
  nowMs: number,
  ids: { resource: string; department: string; of?: number },
  given: Form = {},
  known: Facts = {},
): Form => {
  const named = ({ title }: Field): string => `样例${title}${ids.of ?? ''}`;
  const value = (field: Field): unknown => {
    switch (field.type) {
      case 'text':
        return named(field);
      case 'texts':
        if (field.amongItemsOf !== undefined) return [itemOf(ids.resource) ?? named(field)];
        return [named(field)];
      case 'text-or-texts':
        return [named(field)];
      case 'date':
        return isoOf(nowMs).slice(0, 10);
      case 'future-date':
        return isoOf(nowMs + (field.steers === undefined ? 400 : 30) * 86_400_000).slice(0, 10);
      case 'period':
        return periodText(periodAt(field.every, nowMs));
      case 'past-instant':
        return isoOf(nowMs);
      case 'choice':
        return Object.keys(field.options)[0];
      case 'flag':
        return true;
      case 'not-classified':
        return false;
      case 'number':
        return field.min ?? 1;
      case 'resource':
        return ids.resource;
      case 'department':
        return ids.department;
      case 'holder':
        return { name: '张三', idNumber: '11010519491231002X' };
      case 'credit-code':
        return '91350100M000100Y43';
      case 'object':
        return sampleForm(field.fields, nowMs, ids, {}, known);
      default:
        return field satisfies never;
    }
  };
  const form: Form = { ...given };
  // A field asks only about fields that stand before it.
  for (const [name, field] of Object.entries(fields)) {
    const asked = askedFields({ [name]: field }, { ...known, ...factsOf(fields, form) })[name];
    if (!(name in form) && asked !== undefined && (asked.required !== false || WAS_THERE.test(name)))
      form[name] = value(asked);
  }
  return form;
};

/** Fields that say that a thing was there before its register. */
const WAS_THERE = /existedBefore$/i;
/** What a decision may give at most: what was asked for under the same name. */
export const withinRequest = (fields: Fields, form: Form): Form =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, field]) => field.withinRequest === true && form[name] !== undefined)
      .map(([name]) => [name, form[name]]),
  );

/** The facts that a form sets: its steering fields, instants as epoch milliseconds. */
export const factsOf = (fields: Fields, form: Form): Facts => {
  const facts: Facts = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = form[name];
    if (field.type === 'object' && given !== undefined) {
      Object.assign(facts, factsOf(field.fields, given as Form));
    }
    if (field.steers === undefined || given === undefined) continue;
    if (field.type === 'resource') facts[field.steers] = shareClassOf(String(given));
    else
      facts[field.steers] =
        field.type === 'past-instant' ? Date.parse(String(given)) : (given as string | boolean);
  }
  return facts;
};

/** The share class of an entry of the demo catalogue, by its id. */
const shareClassOf = (id: string): ShareClass => {
  if (id.endsWith('market-licence')) return 'unconditional';
  return id.endsWith('stat-yearbook') ? 'open' : 'conditional';
};
