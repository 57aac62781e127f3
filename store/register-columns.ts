import type { Knex } from 'knex';
import type { Actor } from '../cases/index.ts';
import type { Fact, RegisterId, RegisterOp, ShareClass } from '../procedures/schema.ts';
import type { RegisterLine } from './registers.ts';

/** A case behind a line: by its edition its fields are read. */
export type CaseOfLine = {
  procedure: string;
  edition: string;
  status: 'open' | 'closed';
  result: string | null;
  facts: Record<string, Fact>;
  openStages: string[];
};
/** A mark or a suspension that stands, the earliest first. */
export type StandingChange = { op: Extract<RegisterOp, 'mark' | 'suspend'>; atMs: number; caseNo: string };
export type UsesOfGrant = { uses: number; againstPurpose: number; afterEnd: number };
export type EntryOfLine = {
  department: string;
  shareType: ShareClass;
  conditions: string | null;
  updateRhythm: string | null;
  responsible: string | null;
  versions: number;
};
/** The latest decision of a stage. */
export type DecisionOfLine = { atMs: number; by: Actor };

/** What stands behind the lines of a page beside what they say: by case number or by key of the line. */
export type BehindLines = {
  cases: ReadonlyMap<string, CaseOfLine>;
  standing: ReadonlyMap<string, StandingChange[]>;
  closedAtMs: ReadonlyMap<string, number>;
  uses: ReadonlyMap<string, UsesOfGrant>;
  entries: ReadonlyMap<string, EntryOfLine>;
  /** By `case stage outcome`. */
  decisions: ReadonlyMap<string, DecisionOfLine>;
};

type Row = Record<string, never>;
const NONE = new Map<string, never>();

/** What the columns of a register are filled from, for all lines of a page at once: a handful of questions, however many lines there are. */
export const registerColumnStore = (db: Knex) => {
  const rowsOf = async (sql: string, bindings: unknown[]): Promise<Row[]> =>
    (await db.raw(sql, bindings as Knex.RawBinding[])).rows;
  const keyed = <T>(rows: Row[], id: string, of: (row: Row) => T): Map<string, T> =>
    new Map(rows.map((row) => [row[id]!, of(row)]));
  const keysIn = (lines: readonly RegisterLine[], ...states: RegisterLine['state'][]): string[] =>
    lines.flatMap(({ key, state }) => (states.includes(state) ? [key] : []));

  const standing = async (register: RegisterId, keys: string[]): Promise<Map<string, StandingChange[]>> => {
    const found = new Map<string, StandingChange[]>();
    if (keys.length === 0) return found;
    const rows = await rowsOf(
      `SELECT asked.key, s.op, s.at, s.case_no FROM unnest(?::text[]) AS asked (key)
         CROSS JOIN LATERAL standing_of_line(?, asked.key) s ORDER BY s.at, s.case_no, s.seq`,
      [keys, register],
    );
    for (const { key, op, at, case_no } of rows)
      found.set(key!, [...(found.get(key!) ?? []), { op: op!, atMs: at!, caseNo: case_no! }]);
    return found;
  };

  const closedAtMs = async (register: RegisterId, keys: string[]): Promise<Map<string, number>> =>
    keys.length === 0
      ? NONE
      : keyed(
          await rowsOf(
            `SELECT c.key, max(h.at) AS at FROM register_changes c JOIN register_history h USING (case_no, seq)
             WHERE c.register = ? AND c.key = ANY (?) AND h.op = 'close' GROUP BY c.key`,
            [register, keys],
          ),
          'key',
          ({ at }) => at!,
        );

  const casesOf = async (numbers: string[]): Promise<Map<string, CaseOfLine>> =>
    keyed(
      await rowsOf(
        `SELECT c.no, c.procedure, c.edition, c.status, c.result, c.state -> 'facts' AS facts,
           ARRAY(SELECT t.stage FROM tasks t WHERE t.case_no = c.no AND t.state = 'open' ORDER BY t.opened_at, t.id) AS open_stages
         FROM cases c WHERE c.no = ANY (?)`,
        [numbers],
      ),
      'no',
      ({ procedure, edition, status, result, facts, open_stages }): CaseOfLine => ({
        ...{ procedure: procedure!, edition: edition!, status: status!, result: result! },
        ...{ facts: facts ?? {}, openStages: [...new Set<string>(open_stages!)] },
      }),
    );

  const usesOf = async (numbers: string[]): Promise<Map<string, UsesOfGrant>> =>
    keyed(
      await rowsOf(
        `SELECT case_no, sum((data ->> 'count')::bigint) AS uses,
           coalesce(sum((data ->> 'count')::bigint) FILTER (WHERE (data ->> 'againstPurpose')::boolean), 0) AS against_purpose,
           coalesce(sum((data ->> 'count')::bigint) FILTER (WHERE (data ->> 'afterEnd')::boolean), 0) AS after_end
         FROM case_events WHERE case_no = ANY (?) AND type = 'GrantUsed' GROUP BY case_no`,
        [numbers],
      ),
      'case_no',
      ({ uses, against_purpose, after_end }) => ({
        ...{ uses: Number(uses), againstPurpose: Number(against_purpose), afterEnd: Number(after_end) },
      }),
    );

  const entriesOf = async (keys: string[]): Promise<Map<string, EntryOfLine>> =>
    keyed(
      await rowsOf(
        `SELECT l.key, e.*, (SELECT count(*)::integer FROM register_changes c JOIN register_history h USING (case_no, seq)
           WHERE c.register = l.register AND c.key = l.key AND (h.entry IS NOT NULL OR h.op = 'close')) AS versions
         FROM register_lines l CROSS JOIN LATERAL (
           SELECT department_id, share_type, conditions, update_rhythm, responsible_id FROM catalogue_entries e WHERE e.key = l.key
           UNION ALL (SELECT department_id, share_type, NULL, NULL, NULL FROM resources r
             WHERE r.jurisdiction = l.jurisdiction AND even_name(r.id) = even_name(l.name)
               AND NOT EXISTS (SELECT FROM catalogue_entries e WHERE e.key = l.key) ORDER BY r.id LIMIT 1)) e
         WHERE l.register = 'resources' AND l.thing = 'resource' AND l.key = ANY (?)`,
        [keys],
      ),
      'key',
      (row): EntryOfLine => ({
        ...{ department: row.department_id!, shareType: row.share_type!, conditions: row.conditions! },
        ...{ updateRhythm: row.update_rhythm!, responsible: row.responsible_id!, versions: row.versions! },
      }),
    );

  const decisionsOf = async (numbers: string[]): Promise<Map<string, DecisionOfLine>> =>
    keyed(
      await rowsOf(
        `SELECT DISTINCT ON (case_no, stage, outcome) concat_ws(' ', case_no, stage, outcome) AS id, decided_at, decided_by_person,
           department, role FROM tasks WHERE case_no = ANY (?) AND state = 'done'
         ORDER BY case_no, stage, outcome, decided_at DESC`,
        [numbers],
      ),
      'id',
      (row): DecisionOfLine => ({
        atMs: row.decided_at!,
        by: { personId: row.decided_by_person!, department: row.department!, role: row.role! },
      }),
    );

  return {
    /** What stands behind lines of one register. */
    async behind(register: RegisterId, lines: readonly RegisterLine[]): Promise<BehindLines> {
      const own = [...new Set(lines.map(({ caseNo }) => caseNo))];
      const [stands, closed, uses, entries] = await Promise.all([
        standing(register, keysIn(lines, 'marked', 'suspended', 'expired')),
        closedAtMs(register, keysIn(lines, 'closed')),
        register === 'data-grants' ? usesOf(own) : NONE,
        register === 'resources' ? entriesOf(lines.map(({ key }) => key)) : NONE,
      ]);
      const told = lines.flatMap(({ toldBy }) => Object.values(toldBy).map(([, caseNo]) => caseNo));
      const put = [...stands.values()].flat().map(({ caseNo }) => caseNo);
      const behind = [...new Set([...own, ...told, ...put])];
      const [cases, decisions] = await Promise.all([
        casesOf(behind),
        register === 'documents' ? decisionsOf(behind) : NONE,
      ]);
      return { cases, standing: stands, closedAtMs: closed, uses, entries, decisions };
    },
  };
};
