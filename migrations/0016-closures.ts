import type { Knex } from 'knex';

/** A notice may close organs, and set office hours by season; a layer may be an organ's own. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE calendar_releases ADD COLUMN closures jsonb NOT NULL DEFAULT '[]', ADD COLUMN office_hours jsonb NOT NULL DEFAULT '[]';
    ALTER TABLE calendar_layers ADD COLUMN department_id text UNIQUE REFERENCES departments,
      ADD CHECK (department_id IS NULL OR level = 'organ');
  `);
};

/** Deadlines were counted by them. */
export const down = (): never => {
  throw new Error('closures and office hours say what deadlines were counted by; there is no way back');
};
