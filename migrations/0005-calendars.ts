import type { Knex } from 'knex';

/**
 * Calendars as they are published: layers, and what each notice says. A release is drafted by one and released by another; from then
 * on nothing of it changes. `release_order` counts the releases of all layers as they took effect: a version of a composed calendar
 * is so many releases of its chain in this order, and so means the same days for ever.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE calendar_layers (
      id text PRIMARY KEY, name text NOT NULL, level text NOT NULL CHECK (level IN ('nation', 'province', 'city', 'organ')),
      parent_id text REFERENCES calendar_layers,
      CHECK ((level = 'nation') = (parent_id IS NULL)));

    CREATE TABLE calendar_releases (
      calendar_id text NOT NULL REFERENCES calendar_layers, number integer NOT NULL CHECK (number > 0),
      state text NOT NULL CHECK (state IN ('draft', 'released', 'discarded')),
      version integer CHECK (version > 0), release_order integer UNIQUE CHECK (release_order > 0),
      notice jsonb NOT NULL, coverage_from date NOT NULL, coverage_to date NOT NULL, days jsonb NOT NULL,
      findings jsonb NOT NULL, acknowledged text[] NOT NULL DEFAULT '{}', shipped_version integer,
      drafted_by text, drafted_at timestamptz NOT NULL, released_by text, released_at timestamptz,
      discarded_by text, discarded_at timestamptz,
      PRIMARY KEY (calendar_id, number), UNIQUE (calendar_id, version), UNIQUE (calendar_id, shipped_version),
      CHECK (coverage_from <= coverage_to),
      CHECK ((state = 'released') = (version IS NOT NULL)), CHECK ((state = 'released') = (release_order IS NOT NULL)),
      CHECK ((state = 'released') = (released_at IS NOT NULL)), CHECK ((state = 'discarded') = (discarded_at IS NOT NULL)),
      CONSTRAINT two_persons CHECK (drafted_by IS NULL OR released_by IS DISTINCT FROM drafted_by));
    CREATE INDEX calendar_drafts ON calendar_releases (calendar_id, number) WHERE state = 'draft';

    CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'a calendar release is final' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER calendar_releases_are_final BEFORE UPDATE ON calendar_releases
      FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change_of_release();
    CREATE TRIGGER calendar_releases_are_kept BEFORE DELETE OR TRUNCATE ON calendar_releases
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- The roll-out of a release: which cases it moves, and when each has taken it up.
    CREATE TABLE calendar_rollouts (
      calendar_id text NOT NULL, version integer NOT NULL, state text NOT NULL CHECK (state IN ('running', 'done')),
      started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz,
      PRIMARY KEY (calendar_id, version), FOREIGN KEY (calendar_id, version) REFERENCES calendar_releases (calendar_id, version),
      CHECK ((state = 'done') = (finished_at IS NOT NULL)));
    CREATE INDEX calendar_rollouts_running ON calendar_rollouts (calendar_id, version) WHERE state = 'running';
    CREATE TABLE calendar_rollout_cases (
      calendar_id text NOT NULL, version integer NOT NULL, case_no text NOT NULL REFERENCES case_files, done_at timestamptz,
      PRIMARY KEY (calendar_id, version, case_no),
      FOREIGN KEY (calendar_id, version) REFERENCES calendar_rollouts);
    CREATE INDEX calendar_rollout_cases_left ON calendar_rollout_cases (calendar_id, version, case_no) WHERE done_at IS NULL;
  `);
};

/** Deadlines name the versions they were counted by. */
export const down = (): never => {
  throw new Error('calendar_releases say what deadlines were counted by; there is no way back');
};
