import type { BundleOptions } from '@temporalio/worker';

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
/** The one rule of the SDK's that compiles TypeScript, as far as it concerns us. */
type Compiling = { use: { options: { jsc: { target: string } } } };

/** What every Node that the project runs on speaks. */
const LANGUAGE = 'es2022';

const isCompiling = (rule: unknown): rule is Compiling =>
  typeof (rule as Partial<Compiling> | null)?.use?.options?.jsc?.target === 'string';

/**
 * The SDK's bundling with our sources left in the language they are written in. Its own choice, that of 2017, writes every spread of an
 * object as calls of helpers, and folding events is made of spreads. Throws where the SDK no longer compiles as this expects.
 */
export const inOurLanguage = (config: Config): Config => {
  const rules = config.module?.rules ?? [];
  if (!rules.some(isCompiling)) throw new Error('the SDK bundles workflows by other rules than expected');
  const spoken = rules.map((rule) => {
    if (!isCompiling(rule)) return rule;
    const { options } = rule.use;
    return {
      ...rule,
      use: { ...rule.use, options: { ...options, jsc: { ...options.jsc, target: LANGUAGE } } },
    };
  });
  return { ...config, module: { ...config.module, rules: spoken } };
};
