import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Which room may import which; imports go down only. A room that is not listed may import anything.
 * `types` rooms may be imported with `import type` only.
 */
const ROOMS: Readonly<
  Record<string, { readonly imports: readonly string[]; readonly types?: readonly string[] }>
> = {
  calendar: { imports: [] },
  procedures: { imports: [], types: ['calendar'] },
  cases: { imports: ['procedures', 'calendar'] },
  workflows: { imports: ['cases', 'procedures', 'calendar'], types: ['activities'] },
  activities: { imports: ['store'], types: ['cases', 'procedures', 'calendar'] },
  store: { imports: ['cases', 'procedures', 'calendar'] },
  migrations: { imports: [] },
  api: { imports: ['cases', 'procedures', 'calendar', 'store', 'workflows'] },
};

/** Rooms that run the same in the workflow sandbox, the API, the browser and a test. */
const PURE_ROOMS = ['calendar', 'procedures', 'cases'];
const IMPURE = /^(node:.*|@temporalio\/.*|(knex|pg|express|pino|date-fns)(\/.*)?)$/;

const IMPORT =
  /(?:^|\n)[ \t]*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"\n]+)['"]|\b(import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** One import that the plan of the house does not allow. */
export interface Violation {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** What would be allowed. */
  readonly reason: string;
}

interface Import {
  readonly line: number;
  readonly specifier: string;
  readonly isType: boolean;
}

/** Every violation in the rooms below `root`, by file and line. Throws when a room cannot be read. */
export function violationsIn(root: string): Violation[] {
  return Object.keys(ROOMS)
    .flatMap((room) => sourcesIn(join(root, room)))
    .sort()
    .flatMap((file) => {
      const path = relative(root, file).split(sep).join('/');
      return importsOf(readFileSync(file, 'utf8')).flatMap((found) => {
        const reason = refusalOf(path, found);
        return reason === undefined
          ? []
          : [{ file: path, line: found.line, specifier: found.specifier, reason }];
      });
    });
}

function refusalOf(path: string, { specifier, isType }: Import): string | undefined {
  const room = path.split('/')[0]!;
  const isTest = /\.test\.ts$|\/testing\//.test(path);
  if (!specifier.startsWith('.')) {
    if (isTest || !PURE_ROOMS.includes(room) || !(IMPURE.test(specifier) || isBuiltin(specifier)))
      return undefined;
    return `${room}/ is pure: no Node, Temporal, database, HTTP, log or date library`;
  }
  const target = posix.join(posix.dirname(path), specifier).split('/')[0]!;
  if (target === room) return undefined;
  // A test may use the tools of the tests, and whatever its subject may use.
  if (isTest && (target === 'test' || target === 'runtime' || target === 'migrations')) {
    return undefined;
  }
  const { imports, types = [] } = ROOMS[room]!;
  if (imports.includes(target) || (types.includes(target) && (isType || isTest))) return undefined;
  const allowed = [...imports.map((name) => `${name}/`), ...types.map((name) => `${name}/ (types only)`)];
  return `${room}/ may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}`;
}

const BUILTINS = [
  'assert',
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'http',
  'net',
  'os',
  'path',
  'process',
  'stream',
  'timers',
  'url',
  'util',
  'worker_threads',
  'zlib',
];
function isBuiltin(specifier: string): boolean {
  return BUILTINS.includes(specifier.split('/')[0]!);
}

/** Imports and re-exports of a source text; an import whose every name is marked `type` counts as one of types. */
function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  return [...code.matchAll(IMPORT)].map((match) => {
    const specifier = (match[3] ?? match[5])!;
    const names = /\{([^}]*)\}/.exec(match[0])?.[1];
    const eachIsType =
      names !== undefined &&
      names.trim() !== '' &&
      !/import\s+\w+\s*,/.test(match[0]) &&
      names.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()));
    const at = match.index + match[0].lastIndexOf(specifier);
    return {
      specifier,
      isType: match[2] !== undefined || eachIsType,
      line: code.slice(0, at).split('\n').length,
    };
  });
}

/** Blanks out comments, keeping every line where it was. Strings that look like comments do not occur in imports. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(
      /(^|[\s;])\/\/[^\n]*/g,
      (comment, before: string) => before + ' '.repeat(comment.length - before.length),
    );
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.[mc]?tsx?$/.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const violations = violationsIn(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
  for (const { file, line, specifier, reason } of violations) {
    console.error(`${file}:${line}: may not import '${specifier}': ${reason}`);
  }
  if (violations.length > 0) process.exit(1);
}
