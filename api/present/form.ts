import type { Field, Fields } from '../../procedures/fields.ts';
import { maskName, maskNumber, maskText } from './mask.ts';

type Contents = Record<string, unknown>;

const maskedHolder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { name, idNumber, ...rest } = value as Contents;
  // The name of an organisation is public, like its credit code.
  const person = rest.creditCode === undefined;
  return {
    ...(typeof name === 'string' ? { name: person ? maskName(name) : name } : {}),
    ...rest,
    ...(typeof idNumber === 'string' ? { idNumber: maskNumber(idNumber) } : {}),
  };
};

/** One value of a form for the same readers. */
export const maskedField = (field: Field, value: unknown): unknown => {
  if (field.type === 'holder') return maskedHolder(value);
  if (field.type === 'object') return maskedForm(field.fields, value as Contents);
  if (typeof value === 'string') return maskText(value);
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? maskText(item) : item))
    : value;
};

/** A form for readers without the right to the personal data in it. A field the procedure does not know is left out. */
export const maskedForm = (fields: Fields, form: Contents): Contents => {
  const masked: Contents = {};
  for (const [name, field] of Object.entries(fields))
    if (form[name] !== undefined) masked[name] = maskedField(field, form[name]);
  return masked;
};

/** The same for contents without a form to go by: numbers in texts, and whoever is named beside an identity number. */
export const maskedContents = (value: unknown): unknown => {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskedContents);
  if (typeof value !== 'object' || value === null) return value;
  if ('idNumber' in value) return maskedHolder(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedContents(inner)]));
};
