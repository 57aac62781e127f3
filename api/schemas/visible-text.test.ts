import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

const found = (text: string): string[] =>
  visibleText(20)
    .safeParse(text)
    .error?.issues.map(({ message }) => message) ?? [];

describe('what people write', () => {
  it.each(['不同意', '见附件 1', '—', '①', 'e\u0301', '一行\n另一行\t', '👨‍👩‍👧'])(
    '%j can be read',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it.each(['', ' ', '\u3000\n', '\u200B', '\u2060\uFEFF', '\u00AD', '\u3164', '\u2800'])(
    '%j shows nothing and is no text',
    (text) => expect(found(text)).toEqual(['不能为空']),
  );

  it.each(['同意\u202E不', '\u0000理由', '理由\u2066', '\u001B[31m理由'])(
    '%j reads otherwise than it is stored',
    (text) => expect(found(text)).toEqual(['不能含有控制字符或改变书写方向的字符']),
  );
});
