import type { Knex } from 'knex';

/** Who was told what, copies for information, virtual time of the demo, settings. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE notices (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_no text NOT NULL REFERENCES case_files, seq integer NOT NULL,
      kind text NOT NULL, to_role text, to_department text, to_person text, at timestamptz NOT NULL,
      claimed_until timestamptz, attempts integer NOT NULL DEFAULT 0, sent_at timestamptz,
      CHECK (to_person IS NOT NULL OR (to_role IS NOT NULL AND to_department IS NOT NULL)),
      UNIQUE NULLS NOT DISTINCT (case_no, seq, kind, to_role, to_department, to_person));
    CREATE INDEX notices_unsent ON notices (id) WHERE sent_at IS NULL;
    CREATE INDEX notices_to_person ON notices (to_person, at DESC, id DESC) WHERE to_person IS NOT NULL;
    CREATE INDEX notices_to_seat ON notices (to_role, to_department, at DESC, id DESC) WHERE to_person IS NULL;

    CREATE TABLE copies (
      case_no text NOT NULL REFERENCES case_files, person_id text NOT NULL, submitted_at timestamptz NOT NULL,
      at timestamptz NOT NULL, read_at timestamptz,
      PRIMARY KEY (case_no, person_id));
    CREATE INDEX copies_by_person ON copies (person_id, submitted_at DESC, case_no DESC);
    CREATE INDEX copies_unread ON copies (person_id) WHERE read_at IS NULL;

    CREATE TABLE virtual_time (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), offset_ms bigint NOT NULL CHECK (offset_ms >= 0));
    CREATE TABLE settings (key text PRIMARY KEY, value jsonb NOT NULL);
  `);
};

/** What was delivered cannot be told from anything else. */
export const down = (): never => {
  throw new Error('notices and copies say who was told; there is no way back');
};
