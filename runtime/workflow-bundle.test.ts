import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from './paths.ts';
import { bundleWorkflows } from './workflow-bundle.ts';

const cacheDir = mkdtempSync(join(tmpdir(), 'bundles-'));
const bundle = () =>
  bundleWorkflows({ cacheDir, workflowsPath: inProject('test', 'setup', 'sample-workflows', 'index.ts') });
const kept = (ending: string): string => {
  const [file = ''] = readdirSync(cacheDir).filter((name) => name.endsWith(ending));
  return join(cacheDir, file);
};

let code = '';
beforeAll(async () => {
  ({ code } = await bundle());
});
afterAll(() => rmSync(cacheDir, { recursive: true }));

test('a bundle is kept, and the next start takes it as it lies there', async () => {
  expect(readFileSync(kept('.js'), 'utf8')).toBe(code);
  writeFileSync(kept('.js'), '// kept');
  expect((await bundle()).code).toBe('// kept');
});

test('a source that is no longer what was bundled is bundled anew', async () => {
  const manifest = readFileSync(kept('.json'), 'utf8');
  writeFileSync(kept('.json'), manifest.replace(/:"[0-9a-f]{64}"/, `:"${'0'.repeat(64)}"`));
  expect((await bundle()).code).toBe(code);
  expect(readFileSync(kept('.js'), 'utf8')).toBe(code);
});
