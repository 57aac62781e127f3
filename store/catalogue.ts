import type { Knex } from 'knex';
import type { Jurisdiction } from '../procedures/regulations.ts';
import type { RegisterOp, ShareClass } from '../procedures/schema.ts';
import { Conditions } from './conditions.ts';
import { type KeyedList, keyedCount, keyedPage } from './keyed-list.ts';
import type { Paging } from './paging.ts';
import { evenly } from './words.ts';

/** An entry of the catalogue of shared data. */
export type Resource = {
  id: string;
  title: string;
  /** The department that owns it and decides about its use. */
  department: string;
  jurisdiction: Jurisdiction;
  shareType: ShareClass;
  description: string;
  /** Names of its data items. */
  items: string[];
  /** On what conditions it is shared; null: none are set down. */
  conditions: string | null;
  /** 更新周期 in words; null: not set down. */
  updateRhythm: string | null;
  /** 责任部门; null: none is named. */
  responsibleDepartment: string | null;
  /** Taken out of the catalogue: there to be read, not to be asked for. */
  withdrawn: boolean;
};

/** What a case made of an entry: the parts it told, as they have stood since. */
export type EntryVersion = { op: RegisterOp; atMs: number; caseNo: string; told: Record<string, unknown> };

export type ResourceQuery = {
  jurisdiction?: string | undefined;
  department?: string | undefined;
  shareType?: ShareClass | undefined;
  q?: string | undefined;
};

const VERSIONS_SHOWN = 50;
const COLUMNS = `r.id, r.title, r.department_id AS department, r.jurisdiction, r.share_type AS "shareType", r.description, r.items,
  r.conditions, r.update_rhythm AS "updateRhythm", r.responsible_id AS "responsibleDepartment", r.withdrawn`;
const RESOURCES: KeyedList<Resource> = {
  ...{ list: 'resources', from: 'catalogue r', key: `r.id || '@' || r.jurisdiction`, columns: COLUMNS },
  toItem: ({ list_key: _key, ...resource }) => resource as unknown as Resource,
};

const resourcesWhere = ({ jurisdiction, department, shareType, q }: ResourceQuery): Conditions => {
  const words = q === undefined ? [undefined] : [evenly(q), evenly(q)];
  return new Conditions()
    .and('NOT r.withdrawn')
    .and('r.jurisdiction = ?', jurisdiction)
    .and('r.department_id = ?', department)
    .and('r.share_type = ?', shareType)
    .and('strpos(lower(r.title), ?) > 0 OR strpos(lower(r.id), ?) > 0', ...words);
};

/** The catalogue of shared data (数据资源目录). */
export const catalogueStore = (db: Knex) => ({
  /** The entry, withdrawn or not; two jurisdictions may each have one of the same number. */
  async resource(id: string, jurisdiction?: string): Promise<Resource | null> {
    const { rows } = await db
      .raw(
        `SELECT ${COLUMNS} FROM catalogue r WHERE r.id = ? AND coalesce(r.jurisdiction = ?, true) ORDER BY r.jurisdiction LIMIT 1`,
        [id, jurisdiction ?? null] as Knex.RawBinding[],
      )
      .options({ name: 'resource-by-id' });
    return rows[0] ?? null;
  },

  /** Titles of entries, withdrawn or not, by `id@jurisdiction`. */
  async titles(ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await db.raw(
      `SELECT r.id, r.jurisdiction, r.title FROM catalogue r WHERE r.id = ANY (?)`,
      [ids as string[]] as Knex.RawBinding[],
    );
    return new Map(rows.map((row: Record<string, string>) => [`${row.id}@${row.jurisdiction}`, row.title]));
  },

  /** Its latest versions, the latest first; none of an entry that no case has touched. */
  async versions({ id, jurisdiction }: Pick<Resource, 'id' | 'jurisdiction'>): Promise<EntryVersion[]> {
    const { rows } = await db.raw(
      `SELECT h.op, h.at AS "atMs", h.case_no AS "caseNo", told_of_entry(h.case_no, h.seq, coalesce(h.entry, '{}')) AS told
       FROM register_changes c JOIN register_history h USING (case_no, seq)
       WHERE c.register = 'resources' AND c.key = key_of_thing('resource', ?, ?) AND (h.entry IS NOT NULL OR h.op = 'close')
       ORDER BY h.at DESC, h.case_no DESC, h.seq DESC LIMIT ?`,
      [jurisdiction, id, VERSIONS_SHOWN],
    );
    return rows;
  },

  /** Entries in the order of their ids. */
  resources: ({ limit, cursor, ...asked }: ResourceQuery & Paging) =>
    keyedPage(db, RESOURCES, resourcesWhere(asked), { limit, cursor }),
  countResources: (asked: ResourceQuery) => keyedCount(db, RESOURCES, resourcesWhere(asked)),
});

export type CatalogueStore = ReturnType<typeof catalogueStore>;
