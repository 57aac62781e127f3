import type { Knex } from 'knex';
import type { Clock, Task } from '../cases/index.ts';
import type { LimitKind } from '../procedures/schema.ts';
import { Conditions } from './conditions.ts';
import { timestamp } from './instants.ts';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  type Position,
  pageOf,
  positionOf,
} from './paging.ts';
import type { Scope } from './scope.ts';
import { CASE_OF_TASK, type CaseOfTask, toCaseOfTask } from './task-rows.ts';

export type OverdueItem = {
  case: CaseOfTask;
  task: Task;
  clock: Clock;
  department: string;
  dueAtMs: number;
  /** Highest rung that has fired; 0: none yet. */
  rung: number;
  escalatedTo: { role: string; department: string } | null;
};

export type OverdueFilter = {
  asOfMs: number;
  /** null: everything. */
  scope: Scope | null;
  department?: string | undefined;
  procedure?: string | undefined;
  family?: string | undefined;
  /** Standing of the limit that has passed. */
  kind?: LimitKind | undefined;
  rung?: number | undefined;
};

/** Numbers of open tasks: all of them, those overdue (by the standing of the limit too), and those whose last working day has begun. */
export type Tally = {
  open: number;
  overdue: number;
  overdueByKind: Record<LimitKind, number>;
  dueSoon: number;
};
export type Summary = Tally & {
  openCases: number;
  byDepartment: ({ department: string } & Tally)[];
  byProcedure: ({ procedure: string } & Tally)[];
};

/** What supervisors ask. A task is overdue from the millisecond at which its limit has passed, whatever the engine has done. */
export const supervisionStore = (db: Knex) => ({
  /** Overdue tasks, longest overdue first. Reads no more rows than it shows; by `kind`, none but what is overdue. `count` adds the total. */
  async overdue(
    query: OverdueFilter & Paging & { count?: boolean | undefined },
  ): Promise<Page<OverdueItem> | MalformedCursor> {
    const position = positionOf('overdue', query.cursor, 2);
    if (position === MALFORMED_CURSOR) return position;
    const where = overdueAt(query);
    const total = query.count ? await countOf(db, where) : undefined;
    if (position)
      where.and('(t.due_at, t.case_no, t.id) > (?, ?, ?)', timestamp(position.atMs ?? 0), ...position.ids);
    const { rows } = await db.raw(
      `SELECT late.*, ${CASE_OF_TASK} FROM (
         SELECT t.case_no, t.id, t.department, t.due_at, t.rung, t.escalated_to, t.task, t.clock FROM tasks t
         WHERE ${where.sql} ORDER BY t.due_at, t.case_no, t.id LIMIT ?) late
       JOIN cases c ON c.no = late.case_no JOIN case_files f ON f.case_no = late.case_no
       ORDER BY late.due_at, late.case_no, late.id`,
      [...where.bindings, query.limit + 1],
    );
    const page = pageOf('overdue', rows, query.limit, overduePosition, toItem);
    return total === undefined ? page : { ...page, total };
  },

  /** Open, overdue and soon due, in all and by department and procedure of the tasks; the most overdue first. */
  async summary({ asOfMs, scope }: { asOfMs: number; scope: Scope | null }): Promise<Summary> {
    const at = timestamp(asOfMs);
    const open = within(scope, new Conditions().and(`t.state = 'open'`));
    const late = overdueAt({ asOfMs, scope });
    // Only of what is overdue are the clocks themselves read.
    const { rows } = await db.raw(
      `WITH tally AS (
         SELECT t.department, t.procedure, count(*) AS open,
           count(*) FILTER (WHERE t.live AND t.due_at > ? AND t.warn_at <= ?) AS due_soon
         FROM tasks t WHERE ${open.sql} GROUP BY t.department, t.procedure),
       late AS (
         SELECT t.department, t.procedure, count(*) AS overdue, count(*) FILTER (WHERE ${KIND} = 'statutory') AS statutory,
           count(*) FILTER (WHERE ${KIND} = 'target') AS target, count(*) FILTER (WHERE ${KIND} = 'house') AS house
         FROM tasks t WHERE ${late.sql} GROUP BY t.department, t.procedure)
       SELECT * FROM tally LEFT JOIN late USING (department, procedure)`,
      [at, at, ...open.bindings, ...late.bindings],
    );
    const ofCases = casesWithin(scope);
    const cases = await db.raw(
      `SELECT count(*) AS total FROM cases c WHERE ${ofCases.sql}`,
      ofCases.bindings,
    );
    return { ...tallyOf(rows), openCases: cases.rows[0].total, ...grouped(rows) };
  },
});

/** Standing of the limit of the governing clock of a task `t`. */
const KIND = `(t.clock -> 'limit' ->> 'kind')`;

const overdueAt = (query: OverdueFilter): Conditions => {
  const where = new Conditions()
    .and('t.live AND t.due_at <= ?', timestamp(query.asOfMs))
    .and('t.department = ?', query.department)
    .and('t.procedure = ?', query.procedure)
    .and('t.family = ?', query.family)
    .and(`${KIND} = ?`, query.kind)
    .and('t.rung = ?', query.rung);
  if (query.rung !== undefined && query.rung > 0) where.and('t.rung > 0'); // lets the partial index by rung be used
  return within(query.scope, where);
};

const within = (scope: Scope | null, where: Conditions): Conditions => {
  if (scope === null) return where;
  const { jurisdictions, departments } = scope;
  if (departments.length === 0) return where.and('t.jurisdiction = ANY (?)', jurisdictions);
  if (jurisdictions.length === 0) return where.and('t.department = ANY (?)', departments);
  return where.and('t.jurisdiction = ANY (?) OR t.department = ANY (?)', jurisdictions, departments);
};

const casesWithin = (scope: Scope | null): Conditions => {
  const where = new Conditions().and(`c.status = 'open'`);
  if (scope === null) return where;
  if (scope.departments.length === 0) return where.and('c.jurisdiction = ANY (?)', scope.jurisdictions);
  return where.and(
    `c.jurisdiction = ANY (?) OR c.no IN (SELECT t.case_no FROM tasks t WHERE t.state = 'open' AND t.department = ANY (?))`,
    scope.jurisdictions,
    scope.departments,
  );
};

const countOf = async (db: Knex, where: Conditions): Promise<number> => {
  const { rows } = await db.raw(`SELECT count(*) AS total FROM tasks t WHERE ${where.sql}`, where.bindings);
  return rows[0].total;
};

/** Nulls: nothing is overdue. */
type Counted = { department: string; procedure: string; open: number; due_soon: number } & Record<
  'overdue' | LimitKind,
  number | null
>;
const tallyOf = (rows: Counted[]): Tally => {
  const sum = (column: 'open' | 'due_soon' | 'overdue' | LimitKind) =>
    rows.reduce((total, row) => total + (row[column] ?? 0), 0);
  return {
    open: sum('open'),
    overdue: sum('overdue'),
    overdueByKind: { statutory: sum('statutory'), target: sum('target'), house: sum('house') },
    dueSoon: sum('due_soon'),
  };
};

const grouped = (rows: Counted[]): Pick<Summary, 'byDepartment' | 'byProcedure'> => {
  const by = (column: 'department' | 'procedure') =>
    [...new Set(rows.map((row) => row[column]))]
      .map((name) => ({ name, ...tallyOf(rows.filter((row) => row[column] === name)) }))
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.name.localeCompare(b.name));
  return {
    byDepartment: by('department').map(({ name, ...tally }) => ({ department: name, ...tally })),
    byProcedure: by('procedure').map(({ name, ...tally }) => ({ procedure: name, ...tally })),
  };
};

type Row = Record<string, never>;
const overduePosition = (row: Row): Position => ({ atMs: row.due_at!, ids: [row.case_no!, row.id!] });
const toItem = (row: Row): OverdueItem => ({
  case: toCaseOfTask(row),
  task: row.task!,
  clock: row.clock!,
  department: row.department!,
  dueAtMs: row.due_at!,
  rung: row.rung!,
  escalatedTo: row.escalated_to!,
});

export type SupervisionStore = ReturnType<typeof supervisionStore>;
