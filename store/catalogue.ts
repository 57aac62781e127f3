import type { Knex } from 'knex';
import type { Jurisdiction } from '../procedures/regulations.ts';
import type { ShareClass } from '../procedures/schema.ts';
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
};

export type ResourceQuery = {
  jurisdiction?: string | undefined;
  department?: string | undefined;
  shareType?: ShareClass | undefined;
  q?: string | undefined;
};

const COLUMNS = `r.id, r.title, r.department_id AS department, r.jurisdiction, r.share_type AS "shareType", r.description, r.items`;
const RESOURCES: KeyedList<Resource> = {
  ...{ list: 'resources', from: 'resources r', key: 'r.id', columns: COLUMNS },
  toItem: ({ id, title, department, jurisdiction, shareType, description, items }) => ({
    ...{ id: id!, title: title!, department: department!, jurisdiction: jurisdiction! },
    ...{ shareType: shareType!, description: description!, items: items! },
  }),
};

const resourcesWhere = ({ jurisdiction, department, shareType, q }: ResourceQuery): Conditions => {
  const words = q === undefined ? [undefined] : [evenly(q), evenly(q)];
  return new Conditions()
    .and('r.jurisdiction = ?', jurisdiction)
    .and('r.department_id = ?', department)
    .and('r.share_type = ?', shareType)
    .and('strpos(lower(r.title), ?) > 0 OR strpos(lower(r.id), ?) > 0', ...words);
};

/** The catalogue of shared data (数据资源目录). */
export const catalogueStore = (db: Knex) => ({
  async resource(id: string): Promise<Resource | null> {
    const { rows } = await db
      .raw(`SELECT ${COLUMNS} FROM resources r WHERE r.id = ?`, [id])
      .options({ name: 'resource-by-id' });
    return rows[0] ?? null;
  },

  /** Entries in the order of their ids. */
  resources: ({ limit, cursor, ...asked }: ResourceQuery & Paging) =>
    keyedPage(db, RESOURCES, resourcesWhere(asked), { limit, cursor }),
  countResources: (asked: ResourceQuery) => keyedCount(db, RESOURCES, resourcesWhere(asked)),
});

export type CatalogueStore = ReturnType<typeof catalogueStore>;
