import type { Knex } from 'knex';

/** A task that is transferred has the new department called: a task can have a call for each time it came to one. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE calls DROP CONSTRAINT calls_case_no_task_id_key, ADD UNIQUE (case_no, task_id, seq),
      DROP CONSTRAINT calls_case_no_department_occasion_at_key;
    -- What comes to a department at one instant has it called once, as long as that call stands.
    CREATE UNIQUE INDEX calls_at_one_instant ON calls (case_no, department, occasion_at) WHERE ended_at IS NULL`);
};

/** Who was called and who answered is evidence. */
export const down = (): never => {
  throw new Error('a task may have been called for in several departments; there is no way back');
};
