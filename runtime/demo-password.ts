import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Without letters and digits that look alike.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The password of all demo people: the one given, else the one made up at the first start and kept in the data
 * folder (mode 0600), so that a later start has the same.
 */
export function demoPassword(dataDir: string, given?: string): string {
  if (given !== undefined) return given;
  const file = join(dataDir, 'demo-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  const password = [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)]
    .map((part) => part.join(''))
    .join('-');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
