import type { Knex } from 'knex';

/**
 * 全程时限: a clock over the whole case runs for no task, so lists find it by itself. The columns are empty for the clocks of stages, and the
 * indexes hold none of them.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE clocks ADD COLUMN procedure text, ADD COLUMN family text, ADD COLUMN jurisdiction text, ADD COLUMN role text,
      ADD COLUMN department text, ADD COLUMN escalated_to jsonb, ADD COLUMN clock json,
      ADD CHECK ((stage IS NULL) = (department IS NOT NULL));
    CREATE INDEX clocks_whole_running ON clocks (due_at, case_no, id) WHERE stage IS NULL AND live;
    CREATE INDEX clocks_whole_running_by_department ON clocks (department, due_at, case_no, id) WHERE stage IS NULL AND live;
    CREATE INDEX clocks_whole_running_by_procedure ON clocks (procedure, due_at, case_no, id) WHERE stage IS NULL AND live;
    CREATE INDEX clocks_whole_running_by_family ON clocks (family, due_at, case_no, id) WHERE stage IS NULL AND live;
    CREATE INDEX clocks_whole_tally ON clocks (jurisdiction, department, procedure, live, due_at, warn_at)
      WHERE stage IS NULL AND stopped_at IS NULL;
  `);
};

/** The columns can be derived again from the record. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw(`ALTER TABLE clocks DROP COLUMN procedure, DROP COLUMN family, DROP COLUMN jurisdiction, DROP COLUMN role,
    DROP COLUMN department, DROP COLUMN escalated_to, DROP COLUMN clock`);
};
