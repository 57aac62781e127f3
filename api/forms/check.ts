import { askedFields } from '../../procedures/asked.ts';
import type { Fields } from '../../procedures/fields.ts';
import type { Fact } from '../../procedures/schema.ts';
import { fieldErrorsOf, issueText, isUnknownKey } from '../problems/of-zod.ts';
import { type FieldError, malformed, type Problem, problem } from '../problems/problem.ts';
import { factsOf } from './facts.ts';
import { type FormMoment, zodOfFields } from './zod-of-fields.ts';

export type Contents = Record<string, unknown>;

/** Paths of the fields that must be false because classified material may not be filed, objects included. */
const classifiedPaths = (fields: Fields, contents: unknown, at: string[] = []): string[][] => {
  if (typeof contents !== 'object' || contents === null) return [];
  return Object.entries(fields).flatMap(([name, field]): string[][] => {
    const value = (contents as Contents)[name];
    if (field.type === 'not-classified') return value === true ? [[...at, name]] : [];
    return field.type === 'object' ? classifiedPaths(field.fields, value, [...at, name]) : [];
  });
};

/** Pointers of what is given to fields that are not asked for now. */
const unaskedPointers = (fields: Fields, asked: Fields, contents: unknown, at: string): string[] => {
  if (typeof contents !== 'object' || contents === null) return [];
  return Object.entries(fields).flatMap(([name, field]): string[] => {
    const value = (contents as Contents)[name];
    const wanted = asked[name];
    const pointer = `${at}/${name}`;
    if (wanted === undefined) return value === undefined ? [] : [pointer];
    return field.type === 'object' && wanted.type === 'object'
      ? unaskedPointers(field.fields, wanted.fields, value, pointer)
      : [];
  });
};
const WRONG = '填写的内容不符合要求，请看各项说明。';
/** What is said of a field that the answers before it do not call for. */
export const NOT_ASKED = '按所填的情形，不需要填写此项';

/** Lists that do not have an entry for each of the list beside them (`pairedWith`). */
const unpaired = (asked: Fields, contents: unknown, at: string): FieldError[] =>
  Object.entries(asked).flatMap(([name, { pairedWith }]): FieldError[] => {
    if (pairedWith === undefined) return [];
    const { [name]: list, [pairedWith]: other } = contents as Contents;
    if (!Array.isArray(list) || !Array.isArray(other) || list.length === other.length) return [];
    const title = asked[pairedWith]?.title ?? '';
    return [
      {
        pointer: `/${at}/${name}`,
        message: `应与“${title}”逐一对应，现为${list.length}项对${other.length}项`,
      },
    ];
  });

type Given = {
  fields: Fields;
  contents: unknown;
  moment: FormMoment;
  at: string;
  code: string;
  /** Facts of the case that conditions of the fields may ask about, beside those that the contents set. */
  facts?: Readonly<Record<string, Fact>>;
};

/**
 * Contents against the fields they answer: the problem, or null. A field that does not exist is malformed (400); classified
 * material, a field that is not asked for as things stand, and whatever else is missing or wrong is against the rules (422).
 */
export const checkContents = ({ fields, contents, moment, at, code, facts }: Given): Problem | null => {
  const classified = classifiedPaths(fields, contents);
  if (classified.length > 0)
    return problem(
      422,
      'classified_material',
      '涉密材料不得在本系统提交，内容未被保存。请按保密规定另行办理。',
      {
        errors: classified.map((path) => ({
          pointer: `/${[at, ...path].join('/')}`,
          message: '涉密材料不得在本系统提交',
        })),
      },
    );
  const asked = askedFields(fields, { ...facts, ...factsOf(fields, contents, moment.nowMs) });
  const parsed = zodOfFields(asked, moment).safeParse(contents, { error: issueText });
  if (parsed.success) {
    const errors = unpaired(asked, contents, at);
    return errors.length === 0 ? null : problem(422, code, WRONG, { errors });
  }
  const { issues } = parsed.error;
  const unasked = unaskedPointers(fields, asked, contents, `/${at}`);
  const isUnasked = ({ pointer }: FieldError): boolean => unasked.includes(pointer);
  const unknown = fieldErrorsOf(issues.filter(isUnknownKey), [at]).filter((error) => !isUnasked(error));
  if (unknown.length > 0) return malformed(unknown);
  const errors = fieldErrorsOf(issues, [at]).map((error) =>
    isUnasked(error) ? { ...error, message: NOT_ASKED } : error,
  );
  return problem(422, code, WRONG, { errors });
};
