import { createHash } from 'node:crypto';

/** JSON with sorted keys, so that the same content has the same text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${parts.join(',')}}`;
};

/** sha256 of a JSON value, hex. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');

/** Id of the command that a person sends under a key: always the same, so that it can be looked up before anything is stored. */
export const commandIdOf = (personId: string, key: string): string => {
  const hex = createHash('sha256').update(`${personId}\n${key}`).digest('hex');
  // In the form of a UUID of version 8 (RFC 9562), which leaves the bits to us.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
