import { isoOf } from '../../calendar/index.ts';

const renamed = (key: string): string => (key.endsWith('AtMs') ? key.slice(0, -2) : `${key.slice(0, -2)}At`);

/**
 * The same value with every instant written out: a number under a key that ends in `Ms` becomes an ISO instant under the
 * key without it (`dueAtMs` → `dueAt`, `fromMs` → `fromAt`), and a number under a key that ends in `At` (facts) likewise.
 */
export const withInstants = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (/[a-z]Ms$/.test(key) && (inner === null || Number.isInteger(inner)))
      out[renamed(key)] = inner === null ? null : isoOf(inner);
    else if (/[a-z]At$/.test(key) && Number.isInteger(inner)) out[key] = isoOf(inner as number);
    else out[key] = withInstants(inner);
  }
  return out;
};
