import { pointerOf } from '../problems/of-zod.ts';
import type { FieldError } from '../problems/problem.ts';

const DEPTH_AT_MOST = 16;
// Control characters other than tab and line breaks cannot be shown, and NUL cannot be stored.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Whether a text can be stored and shown: no control characters, no halves of a character. */
export const isFitText = (text: string): boolean => !UNFIT.test(text);

const problemOf = (value: unknown, depth: number): string | null => {
  if (depth > DEPTH_AT_MOST) return `嵌套不得超过 ${DEPTH_AT_MOST} 层`;
  return typeof value === 'string' && !isFitText(value) ? '含有不能保存的字符' : null;
};

/** What in a JSON value cannot be taken: nested too deep, text unfit to store, names of keys that mean something to the language. */
export const textProblems = (root: unknown): FieldError[] => {
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { value, path } = item;
    const message = problemOf(value, path.length);
    if (message !== null) return [{ pointer: pointerOf(path.slice(0, DEPTH_AT_MOST)), message }];
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isFitText(key) || key === '__proto__')
        return [{ pointer: pointerOf(path), message: '含有不允许的字段名' }];
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return [];
};
