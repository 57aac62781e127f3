import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allProcedures } from '../procedures/index.ts';
import { procedurePages } from './procedure-pages.ts';

// `npm run docs` writes the pages of the procedures; `npm run docs -- --check` only says which are not as the procedures would make
// them, and fails when any is.

const FOLDER = 'docs/procedures';

/** Pages below `root` that are not as the procedures make them: other, missing, or one too many. */
export const stalePages = (root: string, pages: ReadonlyMap<string, string>): string[] => {
  const kept = existsSync(join(root, FOLDER))
    ? readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`)
    : [];
  const surplus = kept.filter((path) => !pages.has(path));
  const wrong = [...pages].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  return [...wrong.map(([path]) => path), ...surplus].sort();
};

/** Writes what is stale and takes away what is surplus. Answers the paths touched. */
export const writePages = (root: string, pages: ReadonlyMap<string, string>): string[] => {
  const stale = stalePages(root, pages);
  for (const path of stale) {
    const text = pages.get(path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text === undefined) rmSync(join(root, path));
    else writeFileSync(join(root, path), text);
  }
  return stale;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const pages = procedurePages(allProcedures());
  if (process.argv.includes('--check')) {
    const stale = stalePages(root, pages);
    for (const path of stale) console.error(`${path} 与 procedures/ 不一致，请运行 npm run docs`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    const written = writePages(root, pages);
    console.log(written.length === 0 ? '文档已是最新' : `已更新：\n${written.join('\n')}`);
  }
}
