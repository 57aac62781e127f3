import type { Knex } from 'knex';

/** A case that another one was linked to finds that one by the event that says so. */
export const up = (db: Knex) =>
  db.raw(
    `CREATE INDEX case_events_linked ON case_events ((data ->> 'other'), case_no) WHERE type = 'Linked'`,
  );

export const down = (db: Knex) => db.raw('DROP INDEX case_events_linked');
