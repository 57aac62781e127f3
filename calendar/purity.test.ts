import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const room = import.meta.dirname;
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(room, file), 'utf8').matchAll(
      /^(?:import|export)(?!\s+type\b)[^;]*?from '([^']+)';/gm,
    ),
  ].map((match) => match[1] ?? '');
const closureOf = (entry: string): string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of importsOf(file)) visit(join(file, '..', target));
  };
  visit(entry);
  return [...seen].sort();
};

describe('the room is pure', () => {
  it('the engine imports its own files only, and no table of days', () => {
    expect(closureOf('index.ts')).toEqual([
      'bits.ts',
      'closures.ts',
      'counting.ts',
      'course.ts',
      'dated.ts',
      'days.ts',
      'deadline.ts',
      'index.ts',
      'ledger-rows.ts',
      'ledger-words.ts',
      'ledger.ts',
      'office-hours.ts',
      'prolong.ts',
      'remaining.ts',
      'term.ts',
      'work-calendar.ts',
    ]);
  });

  it('the tables import this room only', () => {
    for (const file of closureOf('tables.ts')) expect(file).toMatch(/^(data\/)?[a-z0-9-]+\.ts$/);
  });

  it('the walk that the engine is held against takes nothing from it but the names of types', () => {
    expect(importsOf('oracle.ts')).toEqual(['tyme4ts']);
  });

  it('no file that ships asks for the time, a random number, the platform or a zone', () => {
    const support = /\.test\.ts$|^oracle\.ts$|^tz-digest\.ts$/;
    const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !support.test(file),
    );
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) {
      const code = readFileSync(join(room, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect([
        file,
        /\bnew Date\b|\bDate\.|Math\.random|\bprocess\b|\bBuffer\b|\bIntl\b|\batob\b|node:/.exec(code),
      ]).toEqual([file, null]);
    }
  });

  it('answers are the same wherever the process thinks it is', { timeout: 60_000 }, () => {
    const digests = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', join(room, 'tz-digest.ts')], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim(),
    );
    expect(digests[0]).toMatch(/^2\d{4} -?\d+$/);
    expect(new Set(digests).size).toBe(1);
  });
});
