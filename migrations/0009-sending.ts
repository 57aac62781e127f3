import type { Knex } from 'knex';

/**
 * Where people are reached, what is on its way to them, and what they have read. A notice is handed over once: from then on
 * each person and channel has a delivery of its own, which is tried until it is sent or given up.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE contacts (
      person_id text PRIMARY KEY REFERENCES people, email text, phone text, changed_by text NOT NULL, changed_at timestamptz NOT NULL);

    ALTER TABLE notices DROP COLUMN claimed_until, DROP COLUMN attempts;
    ALTER TABLE notices RENAME COLUMN sent_at TO handed_over_at;
    DROP INDEX notices_unsent;
    CREATE INDEX notices_waiting ON notices (id) WHERE handed_over_at IS NULL;
    -- Nobody is called up years later over what happened before there was a sender; it stays readable.
    UPDATE notices SET handed_over_at = now() WHERE handed_over_at IS NULL;

    CREATE TABLE notice_reads (
      notice_id bigint NOT NULL REFERENCES notices, person_id text NOT NULL, read_at timestamptz NOT NULL,
      PRIMARY KEY (person_id, notice_id));

    CREATE TABLE deliveries (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      -- The same at every attempt: whoever receives it twice can tell.
      key uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
      notice_id bigint NOT NULL REFERENCES notices, person_id text NOT NULL, channel text NOT NULL,
      subject text NOT NULL, text text NOT NULL, urgent boolean NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given-up')),
      attempts integer NOT NULL DEFAULT 0, next_attempt_at timestamptz NOT NULL DEFAULT now(),
      created_at timestamptz NOT NULL DEFAULT now(), last_failure text, settled_at timestamptz,
      UNIQUE (notice_id, person_id, channel),
      CHECK ((state = 'waiting') = (settled_at IS NULL)), CHECK (state <> 'given-up' OR last_failure IS NOT NULL));
    CREATE INDEX deliveries_waiting ON deliveries (channel, urgent DESC, next_attempt_at, id) WHERE state = 'waiting';
    CREATE INDEX deliveries_given_up ON deliveries (id DESC) WHERE state = 'given-up';
  `);
};

/** What was sent to whom cannot be told from anything else. */
export const down = (): never => {
  throw new Error('contacts and deliveries say who could be reached and was; there is no way back');
};
