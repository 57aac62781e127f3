import type { Knex } from 'knex';

/** How far a run has been taken forward is asked of the engine, which knows. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw('ALTER TABLE cases DROP COLUMN engine_offset_ms');
};

export const down = async (db: Knex): Promise<void> => {
  await db.raw('ALTER TABLE cases ADD COLUMN engine_offset_ms bigint NOT NULL DEFAULT 0');
};
