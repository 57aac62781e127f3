import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeUpPassword } from './made-up-password.ts';

/**
 * The password of all demo people: the one given, else the one made up at the first start and kept in the data
 * folder (mode 0600), so that a later start has the same.
 */
export function demoPassword(dataDir: string, given?: string): string {
  if (given !== undefined) return given;
  const file = join(dataDir, 'demo-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = madeUpPassword();
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
