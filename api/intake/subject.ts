import type { Field, Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { maskText } from '../present/mask.ts';

const LENGTH_AT_MOST = 60;
/** From here on a text is what somebody has to say, not what something is called. */
const LONG = 200;

const isCalled = (field: Field): boolean =>
  field.type === 'text' && field.untitled !== true && (field.maxLength ?? 0) <= LONG;

/** What a case is about in a few words: the resource, or the first short text of the form that says what something is called. Never reasons, a person or a list. */
const subjectOf = (
  fields: Fields,
  form: Record<string, unknown>,
  resourceTitle: string | null,
): string | null => {
  for (const [name, field] of Object.entries(fields)) {
    const value = form[name];
    if (field.type === 'resource' && resourceTitle !== null) return resourceTitle;
    if (isCalled(field) && typeof value === 'string') return value;
    if (field.type !== 'object' || typeof value !== 'object' || value === null) continue;
    const inner = subjectOf(field.fields, value as Record<string, unknown>, resourceTitle);
    if (inner !== null) return inner;
  }
  return null;
};

/** Title of a case in every list. Free of identity and mobile numbers, whatever was typed. */
export const titleOf = (
  procedure: Procedure,
  form: Record<string, unknown>,
  resourceTitle: string | null,
): string => {
  const subject = subjectOf(procedure.form, form, resourceTitle)?.replaceAll(/\s+/gu, ' ').trim();
  if (!subject) return procedure.title;
  const letters = [...maskText(subject)];
  const short =
    letters.length > LENGTH_AT_MOST ? `${letters.slice(0, LENGTH_AT_MOST).join('')}…` : letters.join('');
  return `${procedure.title}：${short}`;
};
