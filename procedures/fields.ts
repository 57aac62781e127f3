import type { Condition } from './conditions.ts';

/** How long a period (期间) is: of a year, half-year, quarter or month. */
export type PeriodLength = 'month' | 'quarter' | 'half-year' | 'year';

/**
 * What a form asks for, as data. Request validation, JSON Schema and the console's forms are made from it.
 * Contents stay in PostgreSQL; only a field marked `steers` becomes a fact of the case that stages and limits may depend on,
 * and only closed choices, truth values, instants, dates of deadlines, periods and departments may steer, so that no personal data can slip into a fact.
 */
export type FieldType =
  | { type: 'text'; maxLength?: number }
  | { type: 'texts' } // a list of short texts, at least one
  | { type: 'text-or-texts' }
  | { type: 'date' } // civil date YYYY-MM-DD
  | { type: 'future-date'; withinDays?: number } // civil date, today or later, at most so many days ahead
  | { type: 'period'; every: PeriodLength } // 2026, 2026-H2, 2026-Q4 or 2026-11
  | { type: 'past-instant' } // ISO instant, not later than now; steers as epoch milliseconds
  | { type: 'choice'; options: Record<string, string> } // value → Chinese label
  | { type: 'flag' } // true or false
  | { type: 'not-classified' } // must be false: classified material is refused at intake
  | { type: 'number'; min?: number; max?: number }
  | { type: 'resource' } // id of a catalogue entry
  | { type: 'holder' } // { name, idKind?, idNumber | creditCode }, check digits GB 11643 / GB 32100
  | { type: 'credit-code' } // unified social credit code, GB 32100
  | { type: 'department' } // id of a department
  | { type: 'object'; fields: Record<string, Field> };

export type Field = FieldType & {
  title: string;
  /** Default true. */
  required?: boolean;
  /**
   * The field is asked for only while this holds over facts that fields before it set, and for a decision those of the case;
   * otherwise a value is refused.
   */
  when?: Condition;
  /** The value becomes a fact of the case under this name. */
  steers?: string;
  /** Of a list: it has as many entries as the list in that field beside it, each about the entry at the same place. */
  pairedWith?: string;
  /** Reasons, or somebody's name: never the title of the case, which stands in every list. Long texts are none either. */
  untitled?: true;
  /** A decision's value must lie within what the form asked for under the same name. */
  withinRequest?: boolean;
};
export type Fields = Record<string, Field>;

const optionsOf = (field: Field): readonly string[] | null =>
  field.type === 'choice' ? Object.keys(field.options) : null;

/** Facts that a set of fields can set, with the closed list of values where there is one. */
export const steeringFacts = (fields: Fields): Record<string, readonly string[] | null> => {
  const facts: Record<string, readonly string[] | null> = {};
  for (const field of Object.values(fields)) {
    if (field.steers !== undefined) facts[field.steers] = optionsOf(field);
    if (field.type === 'object') Object.assign(facts, steeringFacts(field.fields));
  }
  return facts;
};

/** The field that sets a fact, or null. */
export const fieldOfFact = (fields: Fields, fact: string): Field | null => {
  for (const field of Object.values(fields)) {
    if (field.steers === fact) return field;
    const within = field.type === 'object' ? fieldOfFact(field.fields, fact) : null;
    if (within !== null) return within;
  }
  return null;
};

/** What may be chosen for a fact: value → Chinese label; empty where no choice of the fields sets it. */
export const choicesOf = (fields: Fields, fact: string): Record<string, string> => {
  const field = fieldOfFact(fields, fact);
  return field?.type === 'choice' ? field.options : {};
};
