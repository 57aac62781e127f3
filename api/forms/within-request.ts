import type { Field, Fields } from '../../procedures/fields.ts';
import type { FieldError } from '../problems/problem.ts';
import type { Contents } from './check.ts';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Whether what is granted lies within what was asked. Choices are listed from the weakest to the strongest. */
const within = (field: Field, granted: unknown, asked: unknown): boolean => {
  switch (field.type) {
    case 'texts':
    case 'text-or-texts':
      return listOf(granted).every((item) => listOf(asked).includes(item));
    case 'date':
    case 'future-date':
      return String(granted) <= String(asked);
    case 'choice': {
      const strength = Object.keys(field.options);
      return strength.indexOf(String(granted)) <= strength.indexOf(String(asked));
    }
    case 'number':
      return Number(granted) <= Number(asked);
    default:
      return JSON.stringify(granted) === JSON.stringify(asked);
  }
};

/** What may be granted where the request asked for this, in words. */
const allowedBy = (field: Field, asked: unknown): string => {
  if (asked === undefined) return '申请未填此项';
  switch (field.type) {
    case 'texts':
    case 'text-or-texts':
      return `限于：${listOf(asked).join('、')}`;
    case 'date':
    case 'future-date':
      return `不晚于 ${asked}`;
    case 'choice': {
      const strength = Object.keys(field.options);
      const weaker = strength.slice(0, strength.indexOf(String(asked)) + 1);
      return `限于：${weaker.map((id) => field.options[id]).join('、')}`;
    }
    case 'number':
      return `不超过 ${asked}`;
    default:
      return '须与申请一致';
  }
};

/** The fields of a decision that go beyond what the form asked for. Both must have been checked by their schema before. */
export const beyondRequest = (fields: Fields, granted: Contents, form: Contents): FieldError[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = granted[name];
    if (!field.withinRequest || value === undefined) return [];
    return form[name] !== undefined && within(field, value, form[name])
      ? []
      : [{ pointer: `/fields/${name}`, message: `超出申请的范围，${allowedBy(field, form[name])}` }];
  });
