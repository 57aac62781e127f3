import type { Knex } from 'knex';

/** How much of a case is known is asked of the record when a command is sent; what was known at its receipt is of no use. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw('ALTER TABLE commands DROP COLUMN known_seq');
};

export const down = async (db: Knex): Promise<void> => {
  await db.raw('ALTER TABLE commands ADD COLUMN known_seq integer NOT NULL DEFAULT 0 CHECK (known_seq >= 0)');
};
