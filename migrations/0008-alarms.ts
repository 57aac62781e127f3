import type { Knex } from 'knex';

/** What the watchdog has found: the record, the engine and the calendars do not agree. One open alarm for each fault. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE alarms (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN
        ('run_missing', 'timer_missing_or_other', 'deadline_differs', 'calendar_behind', 'run_of_closed_case')),
      case_no text NOT NULL, clock text NOT NULL DEFAULT '', details jsonb NOT NULL,
      raised_at timestamptz NOT NULL DEFAULT now(), seen_at timestamptz NOT NULL DEFAULT now(),
      resolved_at timestamptz, resolved_by text, resolution text CHECK (resolution IN ('rearmed', 'gone')),
      CHECK ((resolved_at IS NULL) = (resolution IS NULL)));
    CREATE UNIQUE INDEX alarms_open ON alarms (case_no, kind, clock) WHERE resolved_at IS NULL;
  `);
};

/** Alarms are evidence of how faults were dealt with. */
export const down = (): never => {
  throw new Error('alarms say what went wrong and who put it right; there is no way back');
};
