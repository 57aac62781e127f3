import { z } from 'zod';

/** Something that can be seen: a letter, a digit, a mark or a symbol, but for the few of them that are blank. */
const VISIBLE = /(?![\u115F\u1160\u2800\u3164\uFFA0])[\p{L}\p{N}\p{P}\p{S}]/u;
/** No control characters but tab and line ends, and none that turn the direction of writing: what is read is what is stored. */
const PLAIN = /^(?:[\t\n\r]|[^\p{Cc}\u202A-\u202E\u2066-\u2069])*$/u;

/** Whether anything in the text can be seen. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** What people write: at most so many characters, something to be seen among them, nothing that makes it read otherwise. */
export const visibleText = (maxLength: number) => plainText(maxLength).regex(VISIBLE, '不能为空');

/** The same, where nothing need be written. */
export const plainText = (maxLength: number) =>
  z.string().max(maxLength).regex(PLAIN, '不能含有控制字符或改变书写方向的字符');
