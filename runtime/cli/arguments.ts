import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { StartFailure } from '../start-failure.ts';

export type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>;

/** What stands in an order's place or option, checked. Throws StartFailure that names the first that is wrong, and how the order is said. */
export const argumentsOf = <T>(
  args: readonly string[],
  usage: string,
  { places, options, schema }: { places: readonly string[]; options: Options; schema: z.ZodType<T> },
): T => {
  const wrong = (why: string) => new StartFailure(`${why}\n用法：npm run cli -- ${usage}`);
  const { values, positionals } = parsed(args, options, wrong);
  if (positionals.length > places.length)
    throw wrong(`多余的参数：${positionals.slice(places.length).join(' ')}`);
  const placed = Object.fromEntries(places.map((name, index) => [name, positionals[index]]));
  const checked = schema.safeParse({ ...values, ...placed });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw wrong(`${issue?.path.join('.')} 不正确：${issue?.message}`);
};

const parsed = (args: readonly string[], options: Options, wrong: (why: string) => Error) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong((error as Error).message);
  }
};
