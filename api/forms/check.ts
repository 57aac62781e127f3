import type { Fields } from '../../procedures/fields.ts';
import { fieldErrorsOf, hasUnknownKeys, issueText } from '../problems/of-zod.ts';
import { malformed, type Problem, problem } from '../problems/problem.ts';
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

type Asked = { fields: Fields; contents: unknown; moment: FormMoment; at: string; code: string };

/**
 * Contents against the fields they answer: the problem, or null. A field nobody asked for is malformed (400); classified
 * material and whatever else is missing or wrong is against the rules (422).
 */
export const checkContents = ({ fields, contents, moment, at, code }: Asked): Problem | null => {
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
  const parsed = zodOfFields(fields, moment).safeParse(contents, { error: issueText });
  if (parsed.success) return null;
  const { issues } = parsed.error;
  if (hasUnknownKeys(issues))
    return malformed(
      fieldErrorsOf(
        issues.filter((issue) => issue.code === 'unrecognized_keys'),
        [at],
      ),
    );
  return problem(422, code, '填写的内容不符合要求，请看各项说明。', { errors: fieldErrorsOf(issues, [at]) });
};
