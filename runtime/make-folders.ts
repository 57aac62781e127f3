import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it; one that exists stays as it is. Throws the file system's own error for the first folder that cannot
 * be made. Node's recursive `mkdir` never comes back where a file system answers ENOENT below a folder that exists, as /proc does.
 *
 * @param mode - permissions of the last folder, before the umask; those above it get the default.
 */
export function makeFolders(folder: string, mode?: number): void {
  const path = resolve(folder);
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path, mode === undefined ? {} : { mode });
  } catch (error) {
    // Another process was first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
