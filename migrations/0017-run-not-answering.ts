import type { Knex } from 'knex';

/** The watchdog also tells of a run that no longer answers. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE alarms DROP CONSTRAINT alarms_kind_check, ADD CONSTRAINT alarms_kind_check CHECK (kind IN
      ('run_missing', 'run_not_answering', 'timer_missing_or_other', 'deadline_differs', 'calendar_behind', 'run_of_closed_case'))`);
};

/** Alarms are evidence of how faults were dealt with. */
export const down = (): never => {
  throw new Error('an alarm may have been raised of a run that does not answer; there is no way back');
};
