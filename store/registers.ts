import type { Knex } from 'knex';
import type { Actor } from '../cases/index.ts';
import type { Progress } from '../procedures/progress.ts';
import type { Role } from '../procedures/roles.ts';
import type { RegisterId, RegisterOp } from '../procedures/schema.ts';
import { ENDING, type ThingId } from '../procedures/things.ts';
import { timestamp } from './instants.ts';
import {
  LAST_INTEGER,
  MALFORMED_CURSOR,
  type MalformedCursor,
  numberIn,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import { thingStore } from './things.ts';
import { evenly, gramsToFind } from './words.ts';

/** How a line stands as of a day: `expired` when its last day has passed and nobody has closed it. Derived when asked, never stored. */
export const STANDINGS = ['open', 'marked', 'suspended', 'expired', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];
export type RegisterLine = {
  register: RegisterId;
  /** Of a line with a name a digest of it; else the number of its case. */
  key: string;
  /** The kind of thing; null: the line is what its case made. */
  thing: ThingId | null;
  /** What names the thing, as first written; may be a number of a person; null with the kind. */
  name: string | null;
  title: string;
  /** The case that opened the line. */
  caseNo: string;
  department: string;
  /** Owner of the resource it is about; null where it is about none. */
  ownerDepartment: string | null;
  jurisdiction: string;
  state: Standing;
  /** How far a project has come; null of all else. */
  reached: Progress | null;
  openedAtMs: number;
  changedAtMs: number;
  /** Civil date. */
  until: string | null;
  /** As filed and decided; may hold personal data. */
  details: Record<string, unknown>;
  /** Field of the details → how late it was told among the tellings of the line, and by which case. */
  toldBy: Record<string, [order: number, caseNo: string]>;
};
export type LineChange = {
  seq: number;
  /** What its case had filed and decided by then; may hold personal data. */
  details: Record<string, unknown>;
  op: RegisterOp;
  reached: Progress | null;
  atMs: number;
  caseNo: string;
  actor: Actor | 'system';
  commandId: string | null;
};
export type GrantUse = {
  atMs: number;
  count: number;
  againstPurpose: boolean;
  afterEnd?: boolean;
  standing?: 'suspended' | 'closed';
  commandId: string;
};

/** Lines a reader may see: all, or those of some departments and jurisdictions. */
export type LineScope = { departments: string[]; jurisdictions: string[] } | 'all';

export type LineQuery = {
  register: RegisterId;
  scope: LineScope;
  /** Civil date as of which lines are open or expired. */
  asOf: string;
  q?: string | undefined;
  state?: Standing | undefined;
  reached?: Progress | undefined;
  department?: string | undefined;
  expiresBefore?: string | undefined;
};

const STANDING = `CASE WHEN state <> 'closed' AND register = ANY (?) AND until < ? THEN 'expired' ELSE state END`;
const asOfDay = (asOf: string): Knex.RawBinding[] => [[...ENDING], asOf];

/** Registers (台账): lines and their histories. Written with the events that change them; see migrations 0007, 0015 and 0024. */
export const registerStore = (db: Knex) => {
  const within = (query: Knex.QueryBuilder, scope: LineScope): void => {
    if (scope === 'all') return;
    query.where((either) =>
      either
        .whereIn('department', scope.departments)
        .orWhereIn('owner_department', scope.departments)
        .orWhereIn('jurisdiction', scope.jurisdictions),
    );
  };

  const linesOf = ({ register, scope, asOf, q, state, reached, department, expiresBefore }: LineQuery) => {
    const query = db('register_lines').where({ register });
    within(query, scope);
    if (state !== undefined) query.whereRaw(`${STANDING} = ?`, [...asOfDay(asOf), state]);
    if (reached !== undefined) query.where({ reached });
    if (expiresBefore !== undefined) query.where('until', '<', expiresBefore);
    if (department !== undefined)
      query.where((either) => either.where({ department }).orWhere('owner_department', department));
    if (q !== undefined) {
      query.whereRaw(
        // strpos, not LIKE, and in a question of its own: see store/case-sources.ts.
        `key IN (SELECT w.key FROM register_lines w WHERE w.register = ? AND w.grams @> ?::text[]
          AND (strpos(lower(w.title), ?) > 0 OR strpos(lower(coalesce(w.name || ' ', '') || w.case_no), ?) > 0))`,
        [register, gramsToFind(q), evenly(q), evenly(q)] as Knex.RawBinding[],
      );
    }
    return query;
  };

  const changesOf = ({ register, key }: Pick<RegisterLine, 'register' | 'key'>) =>
    db('register_changes as c')
      .join('register_history as h', { 'h.case_no': 'c.case_no', 'h.seq': 'c.seq' })
      .where({ 'c.register': register, 'c.key': key });

  return {
    ...thingStore(db),

    /** How many lines of each state a reader may see in each register. */
    async counts(
      scope: LineScope,
      asOf: string,
    ): Promise<{ register: string; state: Standing; lines: number }[]> {
      const query = db('register_lines')
        .select('register', db.raw(`${STANDING} AS standing`, asOfDay(asOf)))
        .count({ lines: '*' })
        .groupBy('register', 'standing');
      within(query, scope);
      const rows = (await query) as Record<string, unknown>[];
      return rows.map(({ register, standing, lines }) => ({
        ...{ register: String(register), state: standing as Standing, lines: Number(lines) },
      }));
    },

    /** Lines of a register, the one changed last first. */
    async list({
      limit,
      cursor,
      ...asked
    }: LineQuery & Paging): Promise<Page<RegisterLine> | MalformedCursor> {
      const position = positionOf('register', cursor, 1);
      if (position === MALFORMED_CURSOR) return position;
      const query = linesOf(asked)
        .select('*', db.raw(`${STANDING} AS standing`, asOfDay(asked.asOf)))
        .limit(limit + 1);
      query.orderBy([
        { column: 'changed_at', order: 'desc' },
        { column: 'key', order: 'desc' },
      ]);
      if (position !== undefined)
        query.whereRaw('(changed_at, key) < (?, ?)', [timestamp(position.atMs ?? 0), position.ids[0]!]);
      const rows: Row[] = await query;
      return pageOf('register', rows, limit, (row) => ({ atMs: row.changed_at!, ids: [row.key!] }), toLine);
    },

    async count(asked: LineQuery): Promise<number> {
      const [row] = await linesOf(asked).count({ all: '*' });
      return Number(row!.all);
    },

    async line(
      { register, key }: Pick<RegisterLine, 'key'> & { register: string },
      scope: LineScope,
      asOf: string,
    ): Promise<RegisterLine | null> {
      const query = db('register_lines')
        .where({ register, key })
        .first('*', db.raw(`${STANDING} AS standing`, asOfDay(asOf)));
      within(query, scope);
      const row = await query;
      return row === undefined ? null : toLine(row);
    },

    /** What a case has filed, supplemented and decided so far, the later over the earlier. */
    async saidIn(caseNo: string): Promise<Record<string, unknown>> {
      const { rows } = await db.raw(`SELECT register_details(?, ?) AS said`, [caseNo, LAST_INTEGER]);
      return rows[0].said ?? {};
    },

    /** The changes of a line, by whichever case, the latest first. */
    async history(
      { register, key }: Pick<RegisterLine, 'register' | 'key'>,
      { limit, cursor }: Paging,
    ): Promise<Page<LineChange> | MalformedCursor> {
      const position = positionOf('line-history', cursor, 2);
      if (position === MALFORMED_CURSOR) return position;
      const query = changesOf({ register, key })
        .select('h.*', db.raw('register_details(h.case_no, h.seq) AS details'))
        .orderByRaw('h.at DESC, h.case_no DESC, h.seq DESC')
        .limit(limit + 1);
      if (position !== undefined) {
        const [caseNo = ''] = position.ids;
        const seq = numberIn({ ...position, ids: position.ids.slice(1) }, LAST_INTEGER);
        query.whereRaw('(h.at, h.case_no, h.seq) < (?, ?, ?)', [timestamp(position.atMs ?? 0), caseNo, seq]);
      }
      const rows: Row[] = await query;
      const at = (row: Row) => ({ atMs: row.at!, ids: [row.case_no!, String(row.seq)] });
      return pageOf('line-history', rows, limit, at, toChange);
    },

    async countHistory(line: Pick<RegisterLine, 'register' | 'key'>): Promise<number> {
      const [row] = await changesOf(line).count({ all: '*' });
      return Number(row!.all);
    },

    /** What was reported of the use of the data that a case granted. */
    async uses(caseNo: string): Promise<GrantUse[]> {
      const rows = await db('case_events').where({ case_no: caseNo, type: 'GrantUsed' }).orderBy('seq');
      return rows.map(({ at, data: { owner: _owner, ...use }, command_id }) => ({
        ...{ atMs: at, ...use, commandId: command_id },
      }));
    },

    /** Open lines that end in a stretch of civil days and of whose end nobody has been told, each with the case that says when it ends. */
    async expiring(from: string, through: string): Promise<{ line: RegisterLine; endedBy: string }[]> {
      const { rows } = await db.raw(
        `SELECT l.*, ending.case_no AS ended_by FROM register_lines l CROSS JOIN LATERAL (
           SELECT h.case_no FROM tellings_of_line(l.register, l.key) h WHERE register_details(h.case_no, h.seq) \\? 'until'
           ORDER BY h.at DESC, h.case_no DESC, h.seq DESC LIMIT 1) ending
         WHERE l.state = 'open' AND l.until BETWEEN ? AND ? AND NOT EXISTS
           (SELECT FROM notices n WHERE n.case_no = ending.case_no AND n.kind IN ('grant-expiring', 'licence-expiring'))
         ORDER BY l.until, l.key`,
        [from, through],
      );
      return rows.map((row: Row) => ({ line: toLine(row), endedBy: row.ended_by! }));
    },

    /** Tells those concerned that what a case has granted or issued will end; once, however often it is said. */
    async tellExpiring(
      caseNo: string,
      kind: 'grant-expiring' | 'licence-expiring',
      concerned: readonly ({ role: Role; department: string } | { personId: string })[],
      atMs: number,
    ): Promise<void> {
      const told = concerned.map((to) => ('personId' in to ? { person: to.personId } : to));
      await db.raw(
        `INSERT INTO notices (case_no, seq, kind, to_role, to_department, to_person, at)
         SELECT c.no, c.seq, ?, told.role, told.department, told.person, ?
         FROM cases c CROSS JOIN jsonb_to_recordset(?) AS told (role text, department text, person text)
         WHERE c.no = ? AND NOT EXISTS (SELECT FROM notices n WHERE n.case_no = c.no AND n.kind = ?)
         ON CONFLICT DO NOTHING`,
        [kind, timestamp(atMs), JSON.stringify(told), caseNo, kind] as Knex.RawBinding[],
      );
    },
  };
};

type Row = Record<string, never>;
const toLine = (row: Row): RegisterLine => ({
  register: row.register!,
  key: row.key!,
  thing: row.thing!,
  name: row.name!,
  title: row.title!,
  caseNo: row.case_no!,
  department: row.department!,
  ownerDepartment: row.owner_department!,
  jurisdiction: row.jurisdiction!,
  state: row.standing ?? row.state!,
  reached: row.reached!,
  openedAtMs: row.opened_at!,
  changedAtMs: row.changed_at!,
  until: row.until!,
  details: row.details!,
  toldBy: row.told_by!,
});

const toChange = (row: Row): LineChange => ({
  seq: row.seq!,
  op: row.op!,
  reached: row.reached!,
  atMs: row.at!,
  caseNo: row.case_no!,
  actor: row.actor!,
  commandId: row.command_id!,
  details: row.details!,
});

export type RegisterStore = ReturnType<typeof registerStore>;
