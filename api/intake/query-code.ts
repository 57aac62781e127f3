import { randomInt } from 'node:crypto';

// Without letters and digits that are mistaken for one another.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** A code by which whoever filed a case follows it without signing in; not to be guessed. */
export const newQueryCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
