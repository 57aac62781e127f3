import { expect, test } from 'vitest';
import { inOurLanguage } from './workflow-language.ts';

const compiling = (target: string) => ({
  test: /\.ts$/,
  use: { loader: 'swc', options: { sourceMap: true, jsc: { target, parser: { syntax: 'typescript' } } } },
});
const maps = { test: /\.js$/, use: ['maps'] };

test('only the language of the compilation is another, all other rules stay', () => {
  const config = { mode: 'development' as const, module: { rules: [maps, compiling('es2017')] } };
  expect(inOurLanguage(config)).toEqual({ ...config, module: { rules: [maps, compiling('es2022')] } });
});

test('an SDK that compiles in another way is an error and not a slow worker', () => {
  expect(() => inOurLanguage({ module: { rules: [maps] } })).toThrow(/other rules/);
});
