import { resolve } from 'node:path';

/** The folder that holds package.json; defaults for data and cache are meant from here, wherever we are called. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** An absolute path of a file of the project. */
export function inProject(...parts: string[]): string {
  return resolve(projectRoot, ...parts);
}
