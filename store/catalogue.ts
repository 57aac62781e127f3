import type { Knex } from 'knex';
import type { Jurisdiction } from '../procedures/regulations.ts';

export type ShareType = 'conditional' | 'unconditional' | 'open' | 'none';
/** An entry of the catalogue of shared data. */
export type Resource = {
  id: string;
  title: string;
  /** The department that owns it and decides about its use. */
  department: string;
  jurisdiction: Jurisdiction;
  shareType: ShareType;
  description: string;
  /** Names of its data items. */
  items: string[];
};

const RESOURCE = {
  id: 'id',
  title: 'title',
  department: 'department_id',
  jurisdiction: 'jurisdiction',
  shareType: 'share_type',
  description: 'description',
  items: 'items',
};

/** The catalogue of shared data. */
export const catalogueStore = (db: Knex) => ({
  async resource(id: string): Promise<Resource | null> {
    return (await db('resources').where({ id }).first(RESOURCE).options({ name: 'resource-by-id' })) ?? null;
  },
});

export type CatalogueStore = ReturnType<typeof catalogueStore>;
