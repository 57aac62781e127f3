import type { z } from 'zod';
import type { FieldError } from './problem.ts';

/** One reference token of a JSON pointer (RFC 6901). */
const token = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${token(part)}`).join('');

const TYPES: Record<string, string> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '是或否（true / false）',
  object: '对象',
  record: '对象',
  array: '列表',
  null: '空值',
};

const sizeMessage = (origin: string, words: string, bound: number | bigint): string =>
  origin === 'string'
    ? `长度${words} ${bound} 个字符`
    : origin === 'array'
      ? `项数${words} ${bound}`
      : `数值${words} ${bound}`;

type Issue = z.core.$ZodIssue;

/** What an issue says to the person who sent the request. Own messages of a schema go through untouched. */
const messageOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message === MISSING ? '必填' : `应为${TYPES[issue.expected] ?? '规定的类型'}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? '不能为空'
        : sizeMessage(issue.origin, '不少于', issue.minimum);
    case 'too_big':
      return sizeMessage(issue.origin, '不超过', issue.maximum);
    case 'invalid_value':
      if (!issue.message.startsWith('Invalid')) return issue.message;
      return `应为下列之一：${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      return '不属于任何一种允许的形式';
    case 'custom':
      return issue.message;
    default:
      return issue.message.startsWith('Invalid') ? '格式不正确' : issue.message;
  }
};

const MISSING = 'missing';
/** Given to every parse: tells a missing value from one of the wrong type; schemas with a message of their own keep it. */
export const issueText = (issue: { code?: string | undefined; input?: unknown }): string | undefined =>
  issue.code === 'invalid_type' && issue.input === undefined ? MISSING : undefined;

/** Every issue with its pointer, in order; an unknown key is named by a pointer of its own. */
export const fieldErrorsOf = (issues: readonly Issue[], at: readonly PropertyKey[] = []): FieldError[] =>
  issues.flatMap((issue): FieldError[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), message: '不认识的字段' }));
    return [{ pointer: pointerOf(path), message: messageOf(issue) }];
  });

/** Whether an issue is about keys that the schema does not have. */
export const isUnknownKey = (issue: Issue): boolean => issue.code === 'unrecognized_keys';
