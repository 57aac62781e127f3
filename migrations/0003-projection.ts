import type { Knex } from 'knex';

/**
 * The lists: folded from the record in the transaction that extends it. Every partial index holds open work only, so
 * that a list costs the same however many cases have been closed.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE cases (
      no text PRIMARY KEY REFERENCES case_files, procedure text NOT NULL, edition text NOT NULL, family text NOT NULL,
      jurisdiction text NOT NULL, status text NOT NULL CHECK (status IN ('open', 'closed')), result text,
      submitted_at timestamptz NOT NULL, closed_at timestamptz,
      requester_person text NOT NULL, requester_department text NOT NULL,
      yellow_at timestamptz, red_at timestamptz,
      -- When time alone will next bring something about.
      wake_at timestamptz,
      seq integer NOT NULL CHECK (seq > 0),
      -- json, not jsonb: tasks stand in the order of opening, and jsonb would sort them.
      state json NOT NULL,
      engine_started_at timestamptz, engine_offset_ms bigint NOT NULL DEFAULT 0,
      CHECK ((status = 'closed') = (closed_at IS NOT NULL)), CHECK ((status = 'closed') = (result IS NOT NULL)));
    CREATE INDEX cases_by_jurisdiction ON cases (jurisdiction, submitted_at DESC, no DESC);
    CREATE INDEX cases_by_procedure ON cases (procedure, submitted_at DESC, no DESC);
    CREATE INDEX cases_by_requester ON cases (requester_person, submitted_at DESC, no DESC);
    CREATE INDEX cases_open ON cases (no) WHERE status = 'open';
    CREATE INDEX cases_open_by_jurisdiction ON cases (jurisdiction, submitted_at DESC, no DESC) WHERE status = 'open';
    CREATE INDEX cases_open_by_department ON cases (requester_department, submitted_at DESC, no DESC) WHERE status = 'open';
    CREATE INDEX cases_waking ON cases (wake_at, no) WHERE status = 'open' AND wake_at IS NOT NULL;
    CREATE INDEX cases_without_engine ON cases (submitted_at, no) WHERE status = 'open' AND engine_started_at IS NULL;

    CREATE TABLE tasks (
      case_no text NOT NULL REFERENCES cases, id text NOT NULL, procedure text NOT NULL, family text NOT NULL,
      jurisdiction text NOT NULL, stage text NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
      role text NOT NULL, department text NOT NULL, assignee text, opened_at timestamptz NOT NULL,
      outcome text, decided_at timestamptz, decided_by_person text,
      clock_id text, clock_state text, live boolean NOT NULL, due_at timestamptz, warn_at timestamptz,
      provisional boolean NOT NULL, rung integer NOT NULL CHECK (rung >= 0), escalated_to jsonb,
      -- As in the state of the case, beside the columns: a page of tasks need not take apart fifty states.
      task json NOT NULL, clock json,
      due_order timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity'::timestamptz)) STORED,
      PRIMARY KEY (case_no, id),
      -- One effective decision: a task is done with its outcome and its time, or neither is there.
      CHECK ((state = 'done') = (outcome IS NOT NULL)), CHECK ((outcome IS NULL) = (decided_at IS NULL)),
      CHECK (NOT live OR (state = 'open' AND due_at IS NOT NULL)));
    CREATE INDEX tasks_running ON tasks (due_at, case_no, id) WHERE live;
    CREATE INDEX tasks_running_by_department ON tasks (department, due_at, case_no, id) WHERE live;
    CREATE INDEX tasks_running_by_procedure ON tasks (procedure, due_at, case_no, id) WHERE live;
    CREATE INDEX tasks_running_by_family ON tasks (family, due_at, case_no, id) WHERE live;
    CREATE INDEX tasks_running_by_rung ON tasks (rung, due_at, case_no, id) WHERE live AND rung > 0;
    CREATE INDEX tasks_to_do ON tasks (role, department, due_order, case_no, id) INCLUDE (live)
      WHERE state = 'open' AND assignee IS NULL;
    CREATE INDEX tasks_to_do_assigned ON tasks (assignee, due_order, case_no, id) INCLUDE (live)
      WHERE state = 'open' AND assignee IS NOT NULL;
    CREATE INDEX tasks_done ON tasks (decided_by_person, decided_at DESC, case_no DESC, id DESC) WHERE decided_by_person IS NOT NULL;
    CREATE INDEX tasks_open_tally ON tasks (jurisdiction, department, procedure, live, due_at, warn_at) WHERE state = 'open';

    CREATE TABLE clocks (
      case_no text NOT NULL REFERENCES cases, id text NOT NULL, stage text,
      state text NOT NULL CHECK (state IN ('running', 'paused', 'met', 'missed', 'cancelled')), live boolean NOT NULL,
      started_at timestamptz NOT NULL, stopped_at timestamptz, due_at timestamptz, due_day date, warn_at timestamptz,
      provisional boolean NOT NULL, rung integer NOT NULL CHECK (rung >= 0), extensions integer NOT NULL,
      calendar_id text NOT NULL, calendar_version integer NOT NULL,
      PRIMARY KEY (case_no, id),
      CHECK (NOT live OR (stopped_at IS NULL AND due_at IS NOT NULL)));
    CREATE INDEX clocks_by_calendar ON clocks (calendar_id, calendar_version, case_no) WHERE stopped_at IS NULL;

    CREATE TABLE participants (
      case_no text NOT NULL REFERENCES cases, person_id text NOT NULL, role text NOT NULL, submitted_at timestamptz NOT NULL,
      PRIMARY KEY (case_no, person_id));
    CREATE INDEX participants_by_person ON participants (person_id, submitted_at DESC, case_no DESC);

    -- Seats that have, had or were told of work in a case: their holders may see it.
    CREATE TABLE case_seats (
      case_no text NOT NULL REFERENCES cases, role text NOT NULL, department text NOT NULL, submitted_at timestamptz NOT NULL,
      PRIMARY KEY (case_no, role, department));
    CREATE INDEX case_seats_by_seat ON case_seats (role, department, submitted_at DESC, case_no DESC);
    CREATE INDEX case_seats_by_department ON case_seats (department, submitted_at DESC, case_no DESC);
  `);
};

/** All of it can be derived again from the record (store/rebuild.ts), but only by a release that knows these tables. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw('DROP TABLE case_seats, participants, clocks, tasks, cases');
};
