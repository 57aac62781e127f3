import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { makeFolders } from './make-folders.ts';
import { inProject, projectRoot } from './paths.ts';
import { inOurLanguage } from './workflow-language.ts';

export interface BundleOptions {
  /** Entry of the workflows; default `workflows/index.ts` of the project. */
  readonly workflowsPath?: string;
  /** Where bundles are kept between starts; default `.cache` of the project. */
  readonly cacheDir?: string;
}

/**
 * Pure modules, evaluated once a worker and not once a case: the calendar, the procedures and the decider keep nothing between calls but
 * what follows from their arguments.
 */
const SHARED = ['calendar', 'procedures', 'cases'].map((room) => inProject(room, 'index.ts'));

/** What decides how the code is bundled, beside the SDK's version. */
const ITSELF = ['workflow-bundle.ts', 'workflow-language.ts'].map((file) => inProject('runtime', file));

export interface WorkflowBundle {
  readonly code: string;
}

/** What a kept bundle was made from: digest by path relative to the project. */
interface Manifest {
  readonly file: string;
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * The workflow code as one script for `Worker.create({ workflowBundle })`. Our sources import each other with the
 * ending `.ts`, which the SDK's webpack takes as it is. Kept in the cache by the digests of every file that went
 * into it, the lock file among them, so that a second start needs no webpack. Several callers at once are safe.
 * Throws when the sources do not bundle; the message carries webpack's.
 */
export async function bundleWorkflows(options: BundleOptions = {}): Promise<WorkflowBundle> {
  const workflowsPath = resolve(options.workflowsPath ?? inProject('workflows', 'index.ts'));
  const cacheDir = resolve(options.cacheDir ?? inProject('.cache'));
  const manifestFile = join(cacheDir, `workflow-bundle-${digestOf(workflowsPath).slice(0, 12)}.json`);
  const kept = keptBundle(manifestFile, cacheDir);
  if (kept !== undefined) return { code: kept };

  const messages: string[] = [];
  const sources = new Set<string>([workflowsPath, ...ITSELF, inProject('package-lock.json')]);
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: options.workflowsPath === undefined ? SHARED : [],
    logger: new DefaultLogger('ERROR', (entry) => messages.push(entry.message)),
    webpackConfigHook: (config) => ({
      ...inOurLanguage(config),
      plugins: [...(config.plugins ?? []), new SourceCollector(sources)],
    }),
  }).catch((error: unknown) => {
    throw new Error(`workflow code does not bundle: ${messages.join('\n') || String(error)}`, {
      cause: error,
    });
  });
  keep(code, sources, manifestFile, cacheDir);
  return { code };
}

/** Notes the files of ours that webpack read. */
class SourceCollector {
  readonly #sources: Set<string>;

  constructor(sources: Set<string>) {
    this.#sources = sources;
  }

  apply(compiler: {
    hooks: {
      afterCompile: {
        tap(name: string, tapped: (compilation: { fileDependencies: Iterable<string> }) => void): void;
      };
    };
  }): void {
    compiler.hooks.afterCompile.tap('SourceCollector', ({ fileDependencies }) => {
      for (const file of fileDependencies) {
        const isOurs = file.startsWith(projectRoot + sep) && !file.includes(`${sep}node_modules${sep}`);
        if (isOurs && isFile(file)) this.#sources.add(file);
      }
    });
  }
}

/** webpack names folders that it looked into among the files that it read. */
const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function keptBundle(manifestFile: string, cacheDir: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
    for (const [path, digest] of Object.entries(manifest.sources)) {
      if (digestOfFile(inProject(path)) !== digest) return undefined;
    }
    return readFileSync(join(cacheDir, manifest.file), 'utf8');
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs the next start two seconds and nothing else. */
function keep(code: string, sources: ReadonlySet<string>, manifestFile: string, cacheDir: string): void {
  try {
    makeFolders(cacheDir);
    const prefix = `${manifestFile.slice(cacheDir.length + 1, -'.json'.length)}-`;
    const file = `${prefix}${digestOf(code).slice(0, 16)}.js`;
    const digests = [...sources].map((path) => [relative(projectRoot, path), digestOfFile(path)] as const);
    put(join(cacheDir, file), code);
    put(manifestFile, JSON.stringify({ file, sources: Object.fromEntries(digests) } satisfies Manifest));
    for (const old of readdirSync(cacheDir)) {
      if (old.startsWith(prefix) && old.endsWith('.js') && old !== file)
        rmSync(join(cacheDir, old), { force: true });
    }
  } catch {
    return;
  }
}

function put(path: string, text: string): void {
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

function digestOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
