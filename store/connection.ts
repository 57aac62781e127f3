import knex, { type Knex } from 'knex';
import pg from 'pg';

const { builtins } = pg.types;

/** How values come out of the database: instants as epoch milliseconds, dates as text, counts as numbers. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: (text) => epochMs(text),
  [builtins.DATE]: (text) => text, // no time zone may move a day
  [builtins.INT8]: (text) => exactInteger(text),
};

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
};

const readInstant = pg.types.getTypeParser(builtins.TIMESTAMPTZ, 'text') as (text: string) => Date | number;
const epochMs = (text: string): number => {
  const at = readInstant(text);
  return typeof at === 'number' ? at : at.getTime();
};

const exactInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('integer too large to be exact');
  return value;
};

export type DatabaseOptions = {
  /** Connections at most; default 10. */
  poolMax?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
};

/**
 * A pool of connections; nothing is connected yet. A statement that takes 30 s, a transaction idle for 30 s and a wait of
 * 10 s for a free connection end in an error instead of a hang. Errors carry neither bound values nor row contents, so
 * that no personal data can reach a log through them.
 */
export const openDatabase = (
  url: string,
  { poolMax = 10, applicationName = 'shixian' }: DatabaseOptions = {},
): Knex => {
  const db = knex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      query_timeout: 35_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      types,
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: poolMax },
    acquireConnectionTimeout: 10_000,
    compileSqlOnError: false,
    // What fails is told to whoever asked; knex would print it, stack and all, between the lines meant for people.
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
  });
  db.on('query-error', (error: Error) => withoutContents(error));
  return db;
};

const silent = (): void => undefined;

/** PostgreSQL quotes the offending row or value in these. */
const withoutContents = (error: Error): void => {
  for (const field of ['detail', 'where', 'internalQuery', 'hint']) {
    if (field in error) Reflect.deleteProperty(error, field);
  }
};
