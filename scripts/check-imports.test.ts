import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { violationsIn } from './check-imports.ts';

const ROOMS = ['calendar', 'procedures', 'cases', 'workflows', 'activities', 'store', 'migrations', 'api'];

describe('import directions', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'shixian-imports-'));
    for (const room of ROOMS) mkdirSync(join(root, room));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const plant = (file: string, source: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), source);
  };
  const found = () => violationsIn(root).map(({ file, line, specifier }) => `${file}:${line} ${specifier}`);

  it.each([
    ['calendar/a.ts', "import { x } from '../cases/index.ts';"],
    ['procedures/a.ts', "import { x } from '../calendar/index.ts';"],
    ['cases/a.ts', "import type { X } from '../store/index.ts';"],
    ['cases/a.ts', "import fs from 'node:fs';"],
    ['cases/a.ts', "import fs from 'fs/promises';"],
    ['cases/a.ts', "import { addDays } from 'date-fns';"],
    ['calendar/a.ts', "export { x } from '@temporalio/common';"],
    ['procedures/a.ts', "const x = await import('knex');"],
    ['procedures/a.ts', "import 'pg';"],
    ['workflows/a.ts', "import { a } from '../activities/index.ts';"],
    ['workflows/deep/a.ts', "import { a } from '../../store/index.ts';"],
    ['store/a.ts', "import { a } from '../api/index.ts';"],
    ['api/a.ts', "import { a } from '../runtime/config.ts';"],
    ['migrations/a.ts', "import { a } from '../store/index.ts';"],
    ['cases/a.test.ts', "import { a } from '../store/index.ts';"],
    ['cases/a.ts', "import {\n  type A,\n  b,\n} from '../activities/index.ts';"],
  ])('finds what %s may not import: %s', (file, source) => {
    plant(file, `// first line\n${source}\n`);
    const [violation, ...more] = violationsIn(root);
    expect(more).toEqual([]);
    expect(violation?.file).toBe(file);
    expect(violation?.line).toBe(1 + source.split('\n').length);
    expect(violation?.reason).toContain(`${file.split('/')[0]}/`);
  });

  it('lets through what goes down, types where types are allowed, and comments', () => {
    plant(
      'procedures/a.ts',
      "import type { D } from '../calendar/index.ts';\nimport { type E } from '../calendar/index.ts';",
    );
    plant(
      'cases/a.ts',
      "import { d } from '../calendar/index.ts';\n// import fs from 'node:fs';\n/* import 'pg'; */",
    );
    plant('cases/a.test.ts', "import fs from 'node:fs';\nimport { it } from 'vitest';");
    plant(
      'workflows/a.ts',
      "import type { A } from '../activities/index.ts';\nimport { p } from '@temporalio/workflow';",
    );
    plant('api/a.ts', "import { s } from '../store/index.ts';\nimport express from 'express';");
    expect(found()).toEqual([]);
  });

  it('finds none in this house', () => {
    expect(violationsIn(resolve(import.meta.dirname, '..'))).toEqual([]);
  });
});
