import type { Condition } from './conditions.ts';

/** How far ahead a civil date may lie where its field says nothing: nothing that is asked for, granted or planned here is for longer. */
export const TEN_YEARS_DAYS = 3_653;
/** A licence holds longer (不动产权 70年); what is beyond this is mistyped, or has no end and is left out. */
export const A_HUNDRED_YEARS_DAYS = 36_525;

/** How long a period (期间) is: of a year, half-year, quarter or month. */
export type PeriodLength = 'month' | 'quarter' | 'half-year' | 'year';

/**
 * What a form asks for, as data. Request validation, JSON Schema and the console's forms are made from it.
 * Contents stay in PostgreSQL; only a field marked `steers` becomes a fact of the case that stages and limits may depend on,
 * and only closed choices, truth values, instants, dates of deadlines, periods, departments and the share class of a catalogue entry may steer,
 * so that no personal data can slip into a fact.
 */
export type FieldType =
  | { type: 'text'; maxLength?: number }
  | { type: 'texts' } // a list of short texts, at least one
  | { type: 'text-or-texts' }
  | { type: 'date' } // civil date YYYY-MM-DD
  | { type: 'future-date'; withinDays?: number } // civil date, today or later, at most so many days ahead, by default ten years
  | { type: 'period'; every: PeriodLength } // 2026, 2026-H2, 2026-Q4 or 2026-11
  | { type: 'past-instant' } // ISO instant, not later than now; steers as epoch milliseconds
  | { type: 'choice'; options: Record<string, string> } // value → Chinese label
  | { type: 'flag' } // true or false
  | { type: 'not-classified' } // must be false: classified material is refused at intake
  | { type: 'number'; min?: number; max?: number }
  | { type: 'resource' } // id of a catalogue entry; steers by its share class as it is when the case is filed
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
  /** Texts that are items of the catalogue entry named in this field of the same form, where the entry lists its items. */
  amongItemsOf?: string;
  /** A decision's value must lie within what the form asked for under the same name. */
  withinRequest?: boolean;
};
export type Fields = Record<string, Field>;

/** 共享类型 of a catalogue entry: open to all at once, reviewed only, decided by its owner, or not shared. */
export const SHARE_CLASSES = ['open', 'unconditional', 'conditional', 'none'] as const;

const optionsOf = (field: Field): readonly string[] | null => {
  if (field.type === 'resource') return SHARE_CLASSES;
  return field.type === 'choice' ? Object.keys(field.options) : null;
};

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
