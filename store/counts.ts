import type { Knex } from 'knex';
import { timestamp } from './instants.ts';
import type { Worker } from './tasks.ts';

export type Counts = { todo: number; overdue: number; copied: number };

/** What waits for a person: open tasks of their seats, those of them overdue at `asOfMs`, copies not yet read. */
export const countsOf =
  (db: Knex) =>
  async ({ personId, grants, asOfMs }: Worker & { asOfMs: number }): Promise<Counts> => {
    const seats = JSON.stringify(grants.map(({ role, department }) => ({ role, department })));
    const at = timestamp(asOfMs);
    const { rows } = await db.raw(
      `SELECT coalesce(sum(mine.todo), 0)::bigint AS todo, coalesce(sum(mine.overdue), 0)::bigint AS overdue,
         (SELECT count(*) FROM copies WHERE person_id = ? AND read_at IS NULL) AS copied
       FROM (
         SELECT found.* FROM (SELECT DISTINCT role, department FROM json_to_recordset(?::json) AS s (role text, department text)) seat
           CROSS JOIN LATERAL (SELECT count(*) AS todo, count(*) FILTER (WHERE t.live AND t.due_order <= ?) AS overdue FROM tasks t
             WHERE t.state = 'open' AND t.assignee IS NULL AND t.role = seat.role AND t.department = seat.department) found
         UNION ALL
         SELECT count(*), count(*) FILTER (WHERE t.live AND t.due_order <= ?) FROM tasks t
           WHERE t.state = 'open' AND t.assignee = ?) mine`,
      [personId, seats, at, at, personId],
    );
    return rows[0];
  };
