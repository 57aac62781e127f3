import type { Knex } from 'knex';

/** Recurring duties: which case is whose for which period, and why a duty stands still. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE duty_cases (
      procedure text NOT NULL, period text NOT NULL, department text NOT NULL, case_no text NOT NULL UNIQUE,
      command_id text NOT NULL UNIQUE, opens_at timestamptz NOT NULL,
      PRIMARY KEY (procedure, period, department));
    CREATE INDEX duty_cases_latest ON duty_cases (procedure, opens_at DESC);

    CREATE TABLE duty_pauses (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, procedure text NOT NULL,
      paused_by text NOT NULL, reasons text NOT NULL CHECK (reasons <> ''), paused_at timestamptz NOT NULL,
      resumed_by text, resumed_at timestamptz,
      CHECK ((resumed_by IS NULL) = (resumed_at IS NULL)));
    CREATE UNIQUE INDEX duty_pauses_now ON duty_pauses (procedure) WHERE resumed_at IS NULL;
  `);
};

/** Which numbers were given to which periods is known here only. */
export const down = (): never => {
  throw new Error('duty_cases gives each period its case once; there is no way back');
};
