import type { Knex } from 'knex';

/** The record: what was asked for, what was filed, what happened. Nothing in it is ever changed or taken away. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;

    CREATE TABLE commands (
      id text PRIMARY KEY, person_id text NOT NULL, idempotency_key text NOT NULL, request_digest text NOT NULL,
      case_no text, body jsonb NOT NULL, content jsonb, received_at timestamptz NOT NULL,
      known_seq integer NOT NULL DEFAULT 0 CHECK (known_seq >= 0),
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'refused')),
      problem jsonb, http_status integer, attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz NOT NULL, done_at timestamptz,
      UNIQUE (person_id, idempotency_key),
      CHECK ((state = 'pending') = (done_at IS NULL)),
      CHECK ((state = 'refused') = (problem IS NOT NULL)));
    CREATE INDEX commands_pending ON commands (next_attempt_at, id) WHERE state = 'pending';
    CREATE INDEX commands_of_case ON commands (case_no);
    -- What a person sent, and when, is evidence: only how it fared may be written later.
    CREATE TRIGGER commands_receipt_is_final BEFORE UPDATE OF
      id, person_id, idempotency_key, request_digest, body, content, received_at ON commands
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER commands_are_kept BEFORE DELETE OR TRUNCATE ON commands
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE case_files (
      case_no text PRIMARY KEY, title text NOT NULL, title_grams text[] NOT NULL, form jsonb NOT NULL,
      family text NOT NULL, jurisdiction text NOT NULL,
      requester_person text NOT NULL, requester_department text NOT NULL, query_code text NOT NULL,
      command_id text NOT NULL UNIQUE);
    -- Without fastupdate a search never has a pending list to read through.
    CREATE INDEX case_files_by_words ON case_files USING gin (title_grams) WITH (fastupdate = off);
    CREATE TRIGGER case_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_files
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE case_events (
      case_no text NOT NULL REFERENCES case_files, seq integer NOT NULL CHECK (seq > 0), at timestamptz NOT NULL,
      type text NOT NULL, actor jsonb NOT NULL CHECK (jsonb_typeof(actor) = 'object' OR actor = '"system"'),
      command_id text, data jsonb NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (case_no, seq));
    CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE case_counters (
      jurisdiction text NOT NULL, day date NOT NULL, last integer NOT NULL CHECK (last > 0),
      PRIMARY KEY (jurisdiction, day));
  `);
};

/** The record outlives every release. */
export const down = (): never => {
  throw new Error('case_events, case_files and commands are the record; there is no way back');
};
