/** Epoch milliseconds as PostgreSQL reads a timestamptz. */
export const timestamp = (ms: number): string => new Date(ms).toISOString();
export const timestampOrNull = (ms: number | null): string | null => (ms === null ? null : timestamp(ms));
