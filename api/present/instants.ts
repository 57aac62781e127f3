import { dayOf, isoOf, textOfDay } from '../../calendar/index.ts';

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

/** An instant as people write it, in the time of the place; midnight is the end of the day before: 2026年11月26日24:00. */
export const instantText = (atMs: number): string => {
  const [date, time] = isoOf(atMs).split('T') as [string, string];
  const clock = time.slice(0, 5);
  if (clock === '00:00') return `${dateText(textOfDay(dayOf(atMs) - 1))}24:00`;
  return `${dateText(date)}${clock}`;
};
const dateText = (date: string): string => date.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
