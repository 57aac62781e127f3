import type { Knex } from 'knex';
import type { CaseState, Clock, Light, Task } from '../cases/index.ts';
import { Conditions, taskLight } from './conditions.ts';
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
import type { Grant } from './people.ts';
import { CASE_OF_TASK, type CaseOfTask, toCaseOfTask } from './task-rows.ts';
import { findWords } from './words-of-cases.ts';

/** A task with what a list says of its case. */
export type TaskItem = {
  case: CaseOfTask;
  task: Task;
  /** The running clock that ends first, else the one that the task shows; null: the task has none. */
  clock: Clock | null;
  /** The case as recorded; null: the task is done. */
  state: CaseState | null;
};

export type Seat = Pick<Grant, 'role' | 'department'>;
export type Worker = { personId: string; grants: readonly Seat[] };
export type TaskFilter = {
  procedure?: string | undefined;
  department?: string | undefined;
  light?: Light | undefined;
  /** A case number or its beginning, or a part of the title. */
  q?: string | undefined;
  asOfMs: number;
};

/** Lists of tasks of one person. */
export const taskStore = (db: Knex) => ({
  /**
   * Open tasks of the person's seats that are kept for nobody else, and those kept for the person: soonest due first, then
   * those without a running clock. Reads no more rows than it shows, whatever else is open or closed.
   */
  async todo(query: Worker & TaskFilter & Paging): Promise<Page<TaskItem> | MalformedCursor> {
    const position = positionOf('todo', query.cursor, 2);
    if (position === MALFORMED_CURSOR) return position;
    const own = ownTasks(query, position, query.limit + 1);
    const { rows } = await db.raw(
      `SELECT mine.*, c.state AS case_state, ${CASE_OF_TASK}
       FROM (SELECT * FROM (${own.sql}) every ORDER BY due_order, case_no, id LIMIT ?) mine
       JOIN cases c ON c.no = mine.case_no JOIN case_files f ON f.case_no = mine.case_no
       ORDER BY mine.due_order, mine.case_no, mine.id`,
      [...own.bindings, query.limit + 1],
    );
    return pageOf('todo', rows, query.limit, todoPosition, toItem);
  },

  /** Tasks that the person decided, latest first. */
  async done(query: { personId: string } & TaskFilter & Paging): Promise<Page<TaskItem> | MalformedCursor> {
    const position = positionOf('done', query.cursor, 2);
    if (position === MALFORMED_CURSOR) return position;
    const where = asked(new Conditions().and('t.decided_by_person = ?', query.personId), query);
    if (position)
      where.and(
        '(t.decided_at, t.case_no, t.id) < (?, ?, ?)',
        timestamp(position.atMs ?? 0),
        ...position.ids,
      );
    const { rows } = await db.raw(
      `SELECT t.case_no, t.id, t.decided_at, t.task, t.clock, ${CASE_OF_TASK} FROM tasks t
       JOIN cases c ON c.no = t.case_no JOIN case_files f ON f.case_no = t.case_no
       WHERE ${where.sql} ORDER BY t.decided_at DESC, t.case_no DESC, t.id DESC LIMIT ?`,
      [...where.bindings, query.limit + 1],
    );
    return pageOf('done', rows, query.limit, donePosition, toItem);
  },

  /** How many tasks `todo` would show in all. */
  async countTodo(query: Worker & TaskFilter): Promise<number> {
    const own = ownTasks(query, undefined, null);
    const { rows } = await db.raw(`SELECT count(*) AS total FROM (${own.sql}) mine`, own.bindings);
    return rows[0].total;
  },

  /** How many tasks `done` would show in all. */
  async countDone(query: { personId: string } & TaskFilter): Promise<number> {
    const where = asked(new Conditions().and('t.decided_by_person = ?', query.personId), query);
    const { rows } = await db.raw(`SELECT count(*) AS total FROM tasks t WHERE ${where.sql}`, where.bindings);
    return rows[0].total;
  },
});

const asked = (where: Conditions, { procedure, department, light, q, asOfMs }: TaskFilter): Conditions => {
  where.and('t.procedure = ?', procedure).and('t.department = ?', department);
  return findWords(taskLight(where, light, asOfMs), 't.case_no', q);
};

/** Each seat and the person are looked up on their own, so that every part is a short walk along a partial index. */
const ownTasks = (query: Worker & TaskFilter, after: Position | undefined, limit: number | null) => {
  const filter = asked(new Conditions(), query);
  if (after) filter.and('(t.due_order, t.case_no, t.id) > (?, ?, ?)', dueOrder(after.atMs), ...after.ids);
  const part = (whose: string) =>
    `SELECT t.case_no, t.id, t.due_order, t.task, t.clock FROM tasks t WHERE t.state = 'open' AND ${whose} AND ${filter.sql}
     ORDER BY t.due_order, t.case_no, t.id ${limit === null ? '' : 'LIMIT ?'}`;
  const bounds = [...filter.bindings, ...(limit === null ? [] : [limit])];
  const seats = query.grants.map(({ role, department }) => ({ role, department }));
  return {
    sql: `(SELECT found.* FROM (SELECT DISTINCT role, department FROM json_to_recordset(?::json) AS s (role text, department text)) seat
        CROSS JOIN LATERAL (${part('t.assignee IS NULL AND t.role = seat.role AND t.department = seat.department')}) found)
      UNION ALL (${part('t.assignee = ?')})`,
    bindings: [JSON.stringify(seats), ...bounds, query.personId, ...bounds] as Knex.RawBinding[],
  };
};

const dueOrder = (atMs: number | null): string => (atMs === null ? 'infinity' : timestamp(atMs));

type Row = Record<string, never>;
const todoPosition = (row: Row): Position => ({
  atMs: Number.isFinite(row.due_order) ? row.due_order! : null,
  ids: [row.case_no!, row.id!],
});
const donePosition = (row: Row): Position => ({ atMs: row.decided_at!, ids: [row.case_no!, row.id!] });
const toItem = (row: Row): TaskItem => ({
  case: toCaseOfTask(row),
  ...{ task: row.task!, clock: row.clock!, state: row.case_state ?? null },
});

export type TaskStore = ReturnType<typeof taskStore>;
