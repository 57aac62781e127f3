import { posix } from 'node:path';
import ts from 'typescript';
import { inProject } from '../../runtime/paths.ts';

/** A file that a document shows: where it would stand, from the root of the project, and its text. */
export type ShownFile = { path: string; text: string };

/** The TypeScript blocks of a document, each under the heading that names its file: ``## …`path` ``. */
export const shownFiles = (document: string): ShownFile[] =>
  [...document.matchAll(/^## [^\n]*`([^`\n]+\.ts)`\n((?:(?!^## )[\s\S])*?)^```ts\n([\s\S]*?)^```$/gm)].map(
    (found) => ({
      path: found[1] ?? '',
      text: found[3] ?? '',
    }),
  );

const importsOf = (text: string): string[] =>
  ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);

const placeOf = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);

/**
 * Runs a shown file as if it stood where the document says, and answers what it exports. `shown`: files run before, which it may import.
 * A test file declares its tests in the file that runs it.
 */
export const runShown = async (
  { path, text }: ShownFile,
  shown: ReadonlyMap<string, Record<string, unknown>> = new Map(),
): Promise<Record<string, unknown>> => {
  const modules = new Map<string, unknown>();
  for (const specifier of importsOf(text)) {
    const place = placeOf(path, specifier);
    const there = specifier.startsWith('.') ? shown.get(place) : undefined;
    modules.set(
      specifier,
      there ?? (await import(specifier.startsWith('.') ? inProject(...place.split('/')) : specifier)),
    );
  }
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: path });
  const exported: Record<string, unknown> = {};
  new Function('require', 'exports', outputText)((specifier: string) => modules.get(specifier), exported);
  return exported;
};

/** What the compiler, under the project's own settings, has against the shown files where they would stand. */
export const typeErrorsIn = (files: readonly ShownFile[]): string[] => {
  const config = ts.readConfigFile(inProject('tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inProject());
  const texts = new Map(files.map(({ path, text }) => [inProject(...path.split('/')), text]));
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...texts.keys()], { ...options, noEmit: true, incremental: false }, host);
  return [...texts.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
};
