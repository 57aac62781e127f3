import type { Knex } from 'knex';
import type { CaseState, Light } from '../cases/index.ts';
import { type CaseView, candidates } from './case-sources.ts';
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
import { overseenBy, scopeOf } from './scope.ts';

export type CaseItem = {
  state: CaseState;
  title: string;
  family: string;
  jurisdiction: string;
  requesterPerson: string;
  requesterDepartment: string;
  /** A copy of it came to the person and has not been read. */
  unread: boolean;
};

export type CaseQuery = {
  /** started: by the person · handled: the person acted in it · copied: sent for information · all: everything the person may see. */
  view: CaseView;
  personId: string;
  grants: readonly Grant[];
  procedure?: string | undefined;
  family?: string | undefined;
  status?: 'open' | 'closed' | undefined;
  light?: Light | undefined;
  /** A department that filed the case or has a part in it. */
  department?: string | undefined;
  jurisdiction?: string | undefined;
  /** Filed from this instant on, and before that one; epoch milliseconds. */
  fromMs?: number | undefined;
  beforeMs?: number | undefined;
  /** The period of a duty that it came up for. */
  period?: string | undefined;
  /** A case number or its beginning, or a part of the title. */
  q?: string | undefined;
  asOfMs: number;
};

/** Lists of cases. */
export const caseStore = (db: Knex) => ({
  /** Cases of the view, newest first. `count` adds the total. */
  async list(
    query: CaseQuery & Paging & { count?: boolean | undefined },
  ): Promise<Page<CaseItem> | MalformedCursor> {
    const position = positionOf('cases', query.cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const found = candidates(query, position, query.limit + 1);
    const { rows } = await db.raw(
      `SELECT c.no, c.submitted_at, c.state, c.family, c.jurisdiction, c.requester_person, c.requester_department, f.title,
         (copy.person_id IS NOT NULL AND copy.read_at IS NULL) AS unread
       FROM (SELECT * FROM (${found.sql}) every ORDER BY submitted_at DESC, no DESC LIMIT ?) page
       JOIN cases c ON c.no = page.no JOIN case_files f ON f.case_no = page.no
       LEFT JOIN copies copy ON copy.case_no = page.no AND copy.person_id = ?
       ORDER BY page.submitted_at DESC, page.no DESC`,
      [...found.bindings, query.limit + 1, query.personId],
    );
    const page = pageOf('cases', rows, query.limit, newestFirst, toItem);
    return query.count ? { ...page, total: await totalOf(db, query) } : page;
  },

  /**
   * Whether the person may see the case: filed it, acted in it, has or had a seat of it, got a copy, leads a department with
   * a part in it, or oversees its jurisdiction. false also for a case that does not exist.
   */
  async visibleTo(personId: string, grants: readonly Grant[], caseNo: string): Promise<boolean> {
    const seats = JSON.stringify(grants.map(({ role, department }) => ({ role, department })));
    const { rows } = await db.raw(
      `SELECT EXISTS (SELECT FROM cases c WHERE c.no = ? AND (
         c.requester_person = ? OR c.jurisdiction = ANY (?)
         OR EXISTS (SELECT FROM participants p WHERE p.case_no = c.no AND p.person_id = ?)
         OR EXISTS (SELECT FROM copies x WHERE x.case_no = c.no AND x.person_id = ?)
         OR EXISTS (SELECT FROM tasks t WHERE t.case_no = c.no AND t.assignee = ?)
         OR EXISTS (SELECT FROM case_seats s WHERE s.case_no = c.no AND s.department = ANY (?))
         OR EXISTS (SELECT FROM case_seats s JOIN json_to_recordset(?::json) AS mine (role text, department text)
           ON s.role = mine.role AND s.department = mine.department WHERE s.case_no = c.no))) AS visible`,
      [
        ...[caseNo, personId, overseenBy(grants), personId, personId, personId],
        ...[scopeOf(grants).departments, seats],
      ] as Knex.RawBinding[],
    );
    return rows[0].visible;
  },

  /** Numbers of the cases that have been linked to this one by an act in them, in their order. */
  async linkedTo(caseNo: string): Promise<string[]> {
    const { rows } = await db
      .raw(
        `SELECT DISTINCT case_no FROM case_events WHERE type = 'Linked' AND data ->> 'other' = ? ORDER BY case_no`,
        [caseNo],
      )
      .options({ name: 'cases-linked-to' });
    return rows.map((row: { case_no: string }) => row.case_no);
  },

  /** The person has seen the copy of the case; the first time stays. Nothing happens where there is none. */
  async markRead(caseNo: string, personId: string, atMs: number): Promise<void> {
    await db('copies')
      .where({ case_no: caseNo, person_id: personId })
      .whereNull('read_at')
      .update({ read_at: timestamp(atMs) });
  },
});

const totalOf = async (db: Knex, query: CaseQuery): Promise<number> => {
  const all = candidates(query, undefined, null);
  const { rows } = await db.raw(`SELECT count(*) AS total FROM (${all.sql}) every`, all.bindings);
  return rows[0].total;
};

type Row = Record<string, never>;
const newestFirst = (row: Row): Position => ({ atMs: row.submitted_at!, ids: [row.no!] });
const toItem = (row: Row): CaseItem => ({
  state: row.state!,
  title: row.title!,
  family: row.family!,
  jurisdiction: row.jurisdiction!,
  requesterPerson: row.requester_person!,
  requesterDepartment: row.requester_department!,
  unread: row.unread!,
});

export type CaseStore = ReturnType<typeof caseStore>;
