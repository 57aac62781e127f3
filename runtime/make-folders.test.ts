import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolders } from './make-folders.ts';

const root = mkdtempSync(join(tmpdir(), 'folders-'));
afterAll(() => rmSync(root, { recursive: true }));

test('folders are made down to the last, which alone gets the mode asked for', () => {
  makeFolders(join(root, 'a', 'b', 'c'), 0o700);
  expect(statSync(join(root, 'a', 'b', 'c')).mode & 0o777).toBe(0o700);
  expect(() => makeFolders(join(root, 'a', 'b', 'c'))).not.toThrow();
});

test('a file in the way is an error, and nothing is made', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolders(join(root, 'file', 'below'))).toThrow(/ENOTDIR/);
});

test.runIf(existsSync('/proc/self'))(
  'a file system that takes no folders is an error and not an endless search',
  () => {
    expect(() => makeFolders('/proc/no-such-folder/below')).toThrow(/ENOENT/);
  },
);
