import type { Knex } from 'knex';
import { timestamp } from './instants.ts';
import type { Worker } from './tasks.ts';

export type Counts = {
  todo: number;
  overdue: number;
  /** Open tasks of the person's seats that somebody else has to do: the person has another role in the case. */
  separated: number;
  copied: number;
};

/** Of tasks `t`, those that the person can do, those of them overdue, and those that the person's role in the case keeps from them. */
const COUNTED = `count(*) FILTER (WHERE other.case_no IS NULL) AS todo,
  count(*) FILTER (WHERE other.case_no IS NULL AND t.live AND t.due_order <= ?) AS overdue, count(other.case_no) AS separated
  FROM tasks t LEFT JOIN participants other ON other.case_no = t.case_no AND other.person_id = ? AND other.role <> t.role`;

/**
 * What waits for a person: open tasks of their seats, those of them overdue at `asOfMs`, copies not yet read. One person has one role in a
 * case (see cases/acts/holding.ts), so what such a seat would have them do in a second one is counted apart.
 */
export const countsOf =
  (db: Knex) =>
  async ({ personId, grants, asOfMs }: Worker & { asOfMs: number }): Promise<Counts> => {
    const seats = JSON.stringify(grants.map(({ role, department }) => ({ role, department })));
    const at = timestamp(asOfMs);
    const { rows } = await db.raw(
      `SELECT coalesce(sum(mine.todo), 0)::bigint AS todo, coalesce(sum(mine.overdue), 0)::bigint AS overdue,
         coalesce(sum(mine.separated), 0)::bigint AS separated,
         (SELECT count(*) FROM copies WHERE person_id = ? AND read_at IS NULL) AS copied
       FROM (
         SELECT found.* FROM (SELECT DISTINCT role, department FROM json_to_recordset(?::json) AS s (role text, department text)) seat
           CROSS JOIN LATERAL (SELECT ${COUNTED}
             WHERE t.state = 'open' AND t.assignee IS NULL AND t.role = seat.role AND t.department = seat.department) found
         UNION ALL
         SELECT ${COUNTED} WHERE t.state = 'open' AND t.assignee = ?) mine`,
      [personId, seats, at, personId, at, personId, personId],
    );
    return rows[0];
  };
