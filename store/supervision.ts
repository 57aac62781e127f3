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
import { findWords } from './words-of-cases.ts';

export type OverdueItem = {
  case: CaseOfTask;
  /** null: the limit is one over the whole case (全程时限). */
  task: Task | null;
  clock: Clock;
  role: string;
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
  jurisdiction?: string | undefined;
  /** A case number or its beginning, or a part of the title. */
  q?: string | undefined;
};

/** Numbers of open tasks: all of them, those overdue (by the standing of the limit too), and those whose last working day has begun. */
export type Tally = {
  open: number;
  overdue: number;
  overdueByKind: Record<LimitKind, number>;
  dueSoon: number;
};
/** The same of limits over whole cases (全程时限), beside that of the tasks. */
type Tallies = Tally & { wholeCases: Tally };
export type Summary = Tallies & {
  openCases: number;
  byDepartment: ({ department: string } & Tallies)[];
  byProcedure: ({ procedure: string } & Tallies)[];
};

/** What supervisors ask. A task is overdue from the millisecond at which its limit has passed, whatever the engine has done. */
export const supervisionStore = (db: Knex) => ({
  /** Overdue tasks and overdue limits over whole cases, longest overdue first. Reads no more rows than it shows; by `kind`, none but
   *  what is overdue. `count` adds the total. */
  async overdue(
    query: OverdueFilter & Paging & { count?: boolean | undefined },
  ): Promise<Page<OverdueItem> | MalformedCursor> {
    const position = positionOf('overdue', query.cursor, 2);
    if (position === MALFORMED_CURSOR) return position;
    const where = overdueAt(query);
    const total = query.count ? await countOf(db, where) : undefined;
    if (position)
      where.and('(t.due_at, t.case_no, t.id) > (?, ?, ?)', timestamp(position.atMs ?? 0), ...position.ids);
    const one = [...where.bindings, query.limit + 1];
    const { rows } = await db.raw(
      `SELECT late.*, ${CASE_OF_TASK} FROM (
         (${pageOfLate('tasks t', 't.task', where)}) UNION ALL (${pageOfLate(WHOLE_CASES, 'NULL::json AS task', where)})
         ORDER BY due_at, case_no, id LIMIT ?) late
       JOIN cases c ON c.no = late.case_no JOIN case_files f ON f.case_no = late.case_no
       ORDER BY late.due_at, late.case_no, late.id`,
      [...one, ...one, query.limit + 1],
    );
    const page = pageOf('overdue', rows, query.limit, overduePosition, toItem);
    return total === undefined ? page : { ...page, total };
  },

  /** Open, overdue and soon due, in all and by department and procedure of the tasks; the most overdue first. */
  async summary({ asOfMs, scope }: { asOfMs: number; scope: Scope | null }): Promise<Summary> {
    const late = overdueAt({ asOfMs, scope });
    const openTasks = within(scope, new Conditions().and(`t.state = 'open'`));
    const openCases = within(scope, new Conditions().and('t.stopped_at IS NULL'));
    const [tasks, whole] = await Promise.all([
      tallied(db, 'tasks t', openTasks, late, asOfMs),
      tallied(db, WHOLE_CASES, openCases, late, asOfMs),
    ]);
    const ofCases = casesWithin(scope);
    const cases = await db.raw(
      `SELECT count(*) AS total FROM cases c WHERE ${ofCases.sql}`,
      ofCases.bindings,
    );
    return { ...talliesOf(tasks, whole), openCases: cases.rows[0].total, ...grouped(tasks, whole) };
  },
});

/** Clocks over whole cases, with the columns that supervisors ask of tasks; `id` is the clock's. */
const WHOLE_CASES = '(SELECT * FROM clocks WHERE stage IS NULL) t';

/** Standing of the limit of the clock `t`, or of the governing clock of a task `t`. */
const KIND = `(t.clock -> 'limit' ->> 'kind')`;

const pageOfLate = (from: string, task: string, where: Conditions): string =>
  `SELECT t.case_no, t.id, t.role, t.department, t.due_at, t.rung, t.escalated_to, ${task}, t.clock FROM ${from}
   WHERE ${where.sql} ORDER BY t.due_at, t.case_no, t.id LIMIT ?`;

/** Counts what is open, and what of it is late, by department and procedure. */
const tallied = async (
  db: Knex,
  from: string,
  open: Conditions,
  late: Conditions,
  asOfMs: number,
): Promise<Counted[]> => {
  const at = timestamp(asOfMs);
  // Only of what is overdue are the clocks themselves read.
  const { rows } = await db.raw(
    `WITH tally AS (
       SELECT t.department, t.procedure, count(*) AS open,
         count(*) FILTER (WHERE t.live AND t.due_at > ? AND t.warn_at <= ?) AS due_soon
       FROM ${from} WHERE ${open.sql} GROUP BY t.department, t.procedure),
     late AS (
       SELECT t.department, t.procedure, count(*) AS overdue, count(*) FILTER (WHERE ${KIND} = 'statutory') AS statutory,
         count(*) FILTER (WHERE ${KIND} = 'target') AS target, count(*) FILTER (WHERE ${KIND} = 'house') AS house
       FROM ${from} WHERE ${late.sql} GROUP BY t.department, t.procedure)
     SELECT * FROM tally LEFT JOIN late USING (department, procedure)`,
    [at, at, ...open.bindings, ...late.bindings],
  );
  return rows;
};

const overdueAt = (query: OverdueFilter): Conditions => {
  const where = new Conditions()
    .and('t.live AND t.due_at <= ?', timestamp(query.asOfMs))
    .and('t.department = ?', query.department)
    .and('t.procedure = ?', query.procedure)
    .and('t.family = ?', query.family)
    .and(`${KIND} = ?`, query.kind)
    .and('t.rung = ?', query.rung)
    .and('t.jurisdiction = ?', query.jurisdiction);
  findWords(where, 't.case_no', query.q);
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
  const { rows } = await db.raw(
    `SELECT (SELECT count(*) FROM tasks t WHERE ${where.sql}) + (SELECT count(*) FROM ${WHOLE_CASES} WHERE ${where.sql}) AS total`,
    [...where.bindings, ...where.bindings],
  );
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

const talliesOf = (tasks: Counted[], whole: Counted[]): Tallies => ({
  ...tallyOf(tasks),
  wholeCases: tallyOf(whole),
});

const grouped = (tasks: Counted[], whole: Counted[]): Pick<Summary, 'byDepartment' | 'byProcedure'> => {
  const by = (column: 'department' | 'procedure') => {
    const of = (rows: Counted[], name: string) => rows.filter((row) => row[column] === name);
    return [...new Set([...tasks, ...whole].map((row) => row[column]))]
      .map((name) => ({ name, ...talliesOf(of(tasks, name), of(whole, name)) }))
      .sort((a, b) => lateIn(b) - lateIn(a) || b.open - a.open || a.name.localeCompare(b.name));
  };
  return {
    byDepartment: by('department').map(({ name, ...tallies }) => ({ department: name, ...tallies })),
    byProcedure: by('procedure').map(({ name, ...tallies }) => ({ procedure: name, ...tallies })),
  };
};
const lateIn = ({ overdue, wholeCases }: Tallies): number => overdue + wholeCases.overdue;

type Row = Record<string, never>;
const overduePosition = (row: Row): Position => ({ atMs: row.due_at!, ids: [row.case_no!, row.id!] });
const toItem = (row: Row): OverdueItem => ({
  case: toCaseOfTask(row),
  task: row.task!,
  clock: row.clock!,
  role: row.role!,
  department: row.department!,
  dueAtMs: row.due_at!,
  rung: row.rung!,
  escalatedTo: row.escalated_to!,
});

export type SupervisionStore = ReturnType<typeof supervisionStore>;
