import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { type CaseEvent, fold } from '../cases/index.ts';
import { keyOf } from './projection/changes.ts';
import { type Filing, type Projection, projectionOf, type Row } from './projection/rows.ts';
import { LIST_TABLES, PROJECTED, type ProjectedTable, upsertSql } from './projection/tables.ts';
import { toEvent } from './record-read.ts';

/** A value of the lists that the record does not bear out. `column` null: the whole row is missing, or one too many. */
export type Difference = {
  caseNo: string;
  table: ProjectedTable;
  key: string;
  column: string | null;
  stored: unknown;
  derived: unknown;
};
export type Rebuilt = { cases: number; differences: Difference[] };

// The order in which rows may be put in; the reverse is the order in which they may be taken out.
const TABLES = ['cases', ...LIST_TABLES] as const;
type Expected = Partial<Record<ProjectedTable, Row[]>>;

const BATCH = 200;

/**
 * Derives the lists anew from the recorded events, by the code that keeps them, and reports every value that differs; with
 * `repair` it is put right. All cases, or one. Each batch of cases is one transaction with their rows locked, so it may
 * run beside the work; memory holds one batch at a time and the differences.
 */
export const rebuild = async (db: Knex, options: { caseNo?: string; repair: boolean }): Promise<Rebuilt> => {
  const result: Rebuilt = { cases: 0, differences: [] };
  for (let after = ''; ; ) {
    const numbers = await numbersAfter(db, after, options.caseNo);
    if (numbers.length === 0) return result;
    result.differences.push(...(await rebuildBatch(db, numbers, options.repair)));
    result.cases += numbers.length;
    if (options.caseNo !== undefined) return result;
    after = numbers.at(-1)!;
  }
};

const numbersAfter = async (db: Knex, after: string, only: string | undefined): Promise<string[]> => {
  const query = db('case_files').select('case_no').orderBy('case_no').limit(BATCH);
  const rows = await (only === undefined ? query.where('case_no', '>', after) : query.where('case_no', only));
  return rows.map((row) => row.case_no);
};

const rebuildBatch = (db: Knex, numbers: string[], repair: boolean): Promise<Difference[]> =>
  db.transaction(async (trx) => {
    // Writers wait, so that what is compared is the record and its lists at one moment.
    await trx('cases').select('no').whereIn('no', numbers).orderBy('no').forUpdate();
    const derived = await derivedOf(trx, numbers);
    const differences: Difference[] = [];
    const expected: Expected = {};
    for (const table of TABLES) {
      expected[table] = derived.flatMap((projection) => [projection[table]].flat());
      differences.push(...compare(table, await storedRows(trx, table, numbers), expected[table]));
    }
    if (repair) await repaired(trx, differences, expected);
    return differences;
  });

const derivedOf = async (trx: Knex, numbers: string[]): Promise<Projection[]> => {
  const files = await trx('case_files').whereIn('case_no', numbers).orderBy('case_no');
  const rows = await trx('case_events').whereIn('case_no', numbers).orderBy(['case_no', 'seq']);
  const events = new Map<string, CaseEvent[]>(numbers.map((no) => [no, []]));
  for (const row of rows) events.get(row.case_no)!.push(toEvent(row));
  return files
    .filter((file) => events.get(file.case_no)!.length > 0)
    .map((file) => asJson(projectionOf(fold(events.get(file.case_no)!), filingOf(file))));
};

const filingOf = (file: Record<string, string>): Filing => ({
  family: file.family!,
  jurisdiction: file.jurisdiction!,
  requesterPerson: file.requester_person!,
  requesterDepartment: file.requester_department!,
});

const storedRows = async (trx: Knex, table: ProjectedTable, numbers: string[]): Promise<Row[]> => {
  const { key, columns } = PROJECTED[table];
  const rows: Row[] = await trx(table)
    .select([...key, ...Object.keys(columns)])
    .whereIn(key[0], numbers);
  const instants = Object.entries(columns).flatMap(([name, type]) => (type === 'timestamptz' ? [name] : []));
  for (const row of rows) for (const name of instants) row[name] = instantText(row[name]);
  return rows;
};

const instantText = (value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) ? new Date(value).toISOString() : value;

const compare = (table: ProjectedTable, stored: Row[], derived: Row[]): Difference[] => {
  const there = new Map(stored.map((row) => [keyOf(table, row), row]));
  const meant = new Map(derived.map((row) => [keyOf(table, row), row]));
  const noted = (row: Row, column: string | null, was: unknown, is: unknown): Difference => ({
    caseNo: String(row[PROJECTED[table].key[0]]),
    ...{ table, key: keyOf(table, row), column, stored: was, derived: is },
  });
  const surplus = stored
    .filter((row) => !meant.has(keyOf(table, row)))
    .map((row) => noted(row, null, row, null));
  const wrong = derived.flatMap((row) => {
    const was = there.get(keyOf(table, row));
    if (was === undefined) return [noted(row, null, null, row)];
    return Object.keys(PROJECTED[table].columns)
      .filter((column) => !isDeepStrictEqual(was[column], row[column]))
      .map((column) => noted(row, column, was[column], row[column]));
  });
  return [...surplus, ...wrong];
};

const repaired = async (trx: Knex, differences: Difference[], expected: Expected): Promise<void> => {
  for (const { table, stored } of differences.filter(isSurplus).reverse()) {
    const key = PROJECTED[table].key.map((column) => [column, (stored as Row)[column]]);
    await trx(table).where(Object.fromEntries(key)).delete();
  }
  for (const table of TABLES) {
    const keys = new Set(differences.filter((found) => found.table === table).map(({ key }) => key));
    const rows = expected[table]!.filter((row) => keys.has(keyOf(table, row)));
    if (rows.length > 0) await trx.raw(upsertSql(table, '?'), [JSON.stringify(rows)]);
  }
};

const isSurplus = ({ column, derived }: Difference): boolean => column === null && derived === null;

/** As it would come back from the database: without what JSON leaves out. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
