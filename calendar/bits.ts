/** Bitmaps as base64 text, so that a calendar travels as plain JSON. Own code: the workflow sandbox has no Buffer. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bit i is bit (i mod 8), lowest first, of byte floor(i / 8). */
export const packBits = (bits: readonly boolean[]): string => {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((on, i) => {
    if (on) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  });
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[word >> 18]! + ALPHABET[(word >> 12) & 63]!;
    text += left > 1 ? ALPHABET[(word >> 6) & 63]! : '=';
    text += left > 2 ? ALPHABET[word & 63]! : '=';
  }
  return text;
};

/** The first `count` bits of a bitmap. RangeError when the text is not base64 or is not as long as `count` bits need. */
export const unpackBits = (text: string, count: number): boolean[] => {
  const bare = text.replace(/=+$/, '');
  const byteCount = Math.floor((bare.length * 6) / 8);
  if (text.length % 4 !== 0 || byteCount !== Math.ceil(count / 8))
    throw new RangeError(`a bitmap of ${byteCount} bytes cannot hold exactly ${count} days`);
  const bytes = new Uint8Array(byteCount);
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (const letter of bare) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError('a bitmap is base64 text');
    buffer = ((buffer << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (buffer >> held) & 0xff;
    }
  }
  return Array.from({ length: count }, (_, i) => (((bytes[i >> 3] ?? 0) >> (i & 7)) & 1) === 1);
};
