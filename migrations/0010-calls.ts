import type { Knex } from 'knex';

/** The duty watch: who stands where in the line of a department and when, whom it was that was called, and who answered. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    -- A place in the line of a department: first, second …
    CREATE TABLE duty_places (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      department_id text NOT NULL REFERENCES departments, place integer NOT NULL CHECK (place BETWEEN 1 AND 9),
      UNIQUE (department_id, place));

    CREATE TABLE duty_shifts (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, place_id integer NOT NULL REFERENCES duty_places,
      person_id text NOT NULL REFERENCES people, from_at timestamptz NOT NULL, to_at timestamptz NOT NULL,
      set_by text NOT NULL, set_at timestamptz NOT NULL, command_id text UNIQUE,
      withdrawn_by text, withdrawn_at timestamptz,
      CHECK (from_at < to_at), CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
      CONSTRAINT one_officer_a_place EXCLUDE USING gist
        (int4range(place_id, place_id, '[]') WITH &&, tstzrange(from_at, to_at) WITH &&) WHERE (withdrawn_at IS NULL));
    CREATE INDEX duty_shifts_of_place ON duty_shifts (place_id, to_at);
    CREATE FUNCTION refuse_change_of_shift() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'a shift is only ever withdrawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER duty_shifts_are_final BEFORE UPDATE ON duty_shifts FOR EACH ROW
      WHEN (OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR (NEW.place_id, NEW.person_id, NEW.from_at, NEW.to_at,
        NEW.set_by, NEW.set_at) IS DISTINCT FROM (OLD.place_id, OLD.person_id, OLD.from_at, OLD.to_at, OLD.set_by, OLD.set_at))
      EXECUTE FUNCTION refuse_change_of_shift();
    CREATE TRIGGER duty_shifts_are_kept BEFORE DELETE OR TRUNCATE ON duty_shifts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE calls (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_no text NOT NULL REFERENCES case_files, task_id text NOT NULL,
      seq integer NOT NULL, role text NOT NULL, department text NOT NULL, subject text NOT NULL, text text NOT NULL,
      -- When its task was opened. What opens in a department at one instant has it called once.
      occasion_at timestamptz NOT NULL, opened_at timestamptz NOT NULL,
      -- When the next in line is called; null: nobody is called any more.
      ack_by timestamptz,
      acknowledged_by text, acknowledged_at timestamptz,
      acknowledged_how text CHECK (acknowledged_how IN ('acknowledgement', 'decision')),
      -- Nobody in line has answered: the seat was told.
      exhausted_at timestamptz, ended_at timestamptz, command_id text,
      UNIQUE (case_no, task_id), UNIQUE (case_no, department, occasion_at),
      CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
      CHECK ((acknowledged_by IS NULL) = (acknowledged_how IS NULL)),
      CHECK (ack_by IS NULL OR (acknowledged_at IS NULL AND exhausted_at IS NULL AND ended_at IS NULL)));
    CREATE FUNCTION refuse_change_of_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'who answered a call is final' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER calls_are_answered_once BEFORE UPDATE ON calls FOR EACH ROW WHEN (OLD.acknowledged_at IS NOT NULL AND
      (NEW.acknowledged_by, NEW.acknowledged_at, NEW.acknowledged_how)
        IS DISTINCT FROM (OLD.acknowledged_by, OLD.acknowledged_at, OLD.acknowledged_how))
      EXECUTE FUNCTION refuse_change_of_answer();
    CREATE TRIGGER calls_are_kept BEFORE DELETE OR TRUNCATE ON calls FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE INDEX calls_due ON calls (ack_by, id) WHERE ack_by IS NOT NULL;
    CREATE INDEX calls_open ON calls (id) WHERE ended_at IS NULL;
    CREATE INDEX calls_of_department ON calls (department, id DESC);

    CREATE TABLE call_rings (
      call_id integer NOT NULL REFERENCES calls, step integer NOT NULL CHECK (step > 0),
      -- null: the holders of the seat, at the end of the line.
      person_id text, called_at timestamptz NOT NULL, ack_by timestamptz,
      PRIMARY KEY (call_id, step), UNIQUE NULLS NOT DISTINCT (call_id, person_id));
    CREATE INDEX call_rings_of_person ON call_rings (person_id, call_id DESC);
    CREATE TRIGGER call_rings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON call_rings
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `);
};

/** Who was called and who answered is evidence. */
export const down = (): never => {
  throw new Error('calls say who was called when, and who answered; there is no way back');
};
