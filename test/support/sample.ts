import { isoOf } from '../../calendar/index.ts';
import { periodAt, periodText } from '../../cases/index.ts';
import type { Field, Fields } from '../../procedures/fields.ts';

/** A form that its fields accept, filed at `nowMs`. `resource` and `department` are ids that exist where the story is played. */
export const sampleForm = (
  fields: Fields,
  nowMs: number,
  ids: { resource: string; department: string },
): Record<string, unknown> => {
  const value = (field: Field): unknown => {
    switch (field.type) {
      case 'text':
        return `样例${field.title}`;
      case 'texts':
      case 'text-or-texts':
        return [`样例${field.title}`];
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
        return sampleForm(field.fields, nowMs, ids);
      default:
        return field satisfies never;
    }
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.required !== false)
      .map(([name, field]) => [name, value(field)]),
  );
};

/** The facts that a form sets: its steering fields, instants as epoch milliseconds. */
export const factsOf = (
  fields: Fields,
  form: Record<string, unknown>,
): Record<string, string | number | boolean> => {
  const facts: Record<string, string | number | boolean> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = form[name];
    if (field.type === 'object' && given !== undefined) {
      Object.assign(facts, factsOf(field.fields, given as Record<string, unknown>));
    }
    if (field.steers === undefined || given === undefined) continue;
    facts[field.steers] =
      field.type === 'past-instant' ? Date.parse(String(given)) : (given as string | boolean);
  }
  return facts;
};
