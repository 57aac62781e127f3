import { upsertSql } from './projection/tables.ts';

/**
 * One statement records everything that a batch of events brings about, so it is there whole or not at all, and costs
 * one round trip. The key (case_no, seq) is the lock: of two writers of one event the second fails as a whole.
 */
const RECORD = `
  happened AS (
    INSERT INTO case_events (case_no, seq, at, type, actor, command_id, data)
    SELECT case_no, seq, at, type, actor, command_id, data FROM json_to_recordset(?::json)
      AS row (case_no text, seq integer, at timestamptz, type text, actor jsonb, command_id text, data jsonb)),
  the_case AS (${upsertSql('cases', '?')}),
  the_tasks AS (${upsertSql('tasks', '?')}),
  the_clocks AS (${upsertSql('clocks', '?')}),
  the_participants AS (${upsertSql('participants', '?')}),
  the_seats AS (${upsertSql('case_seats', '?')}),
  vacated AS (
    DELETE FROM case_seats USING json_to_recordset(?::json) AS gone (case_no text, role text, department text)
    WHERE case_seats.case_no = gone.case_no AND case_seats.role = gone.role AND case_seats.department = gone.department),
  told AS (
    INSERT INTO notices (case_no, seq, kind, to_role, to_department, to_person, at)
    SELECT case_no, seq, kind, to_role, to_department, to_person, at FROM json_to_recordset(?::json)
      AS row (case_no text, seq integer, kind text, to_role text, to_department text, to_person text, at timestamptz)
    ON CONFLICT DO NOTHING),
  copied AS (
    INSERT INTO copies (case_no, person_id, submitted_at, at, read_at)
    SELECT row.case_no, coalesce(row.person_id, g.person_id), min(row.submitted_at), min(row.at), max(row.read_at)
      FROM json_to_recordset(?::json) AS row (case_no text, person_id text, role text, department text,
        submitted_at timestamptz, at timestamptz, read_at timestamptz)
      LEFT JOIN role_grants g ON g.role = row.role AND g.department_id = row.department
      WHERE coalesce(row.person_id, g.person_id) IS NOT NULL GROUP BY 1, 2
    ON CONFLICT (case_no, person_id) DO UPDATE SET read_at = coalesce(copies.read_at, excluded.read_at)
      WHERE excluded.read_at IS NOT NULL),
  asked AS (
    INSERT INTO commands (id, person_id, idempotency_key, request_digest, case_no, body, received_at, next_attempt_at)
    SELECT id, person_id, idempotency_key, request_digest, case_no, body, received_at, next_attempt_at
      FROM json_to_recordset(?::json) AS row (id text, person_id text, idempotency_key text, request_digest text,
        case_no text, body jsonb, received_at timestamptz, next_attempt_at timestamptz)
    ON CONFLICT DO NOTHING),
  registered AS (
    INSERT INTO register_history (case_no, seq, register, op, thing, field, unique_in, entry, tells, reached, at, actor, command_id)
    SELECT case_no, seq, register, op, thing, field, unique_in, entry, tells, reached, at, actor, command_id FROM json_to_recordset(?::json)
      AS row (case_no text, seq integer, register text, op text, thing text, field text, unique_in text, entry jsonb, tells boolean, reached text,
        at timestamptz, actor jsonb, command_id text))`;

/** Commands whose events are in the record have been carried out, whoever recorded them. */
export const MARK_DONE = `
  UPDATE commands SET state = 'done', case_no = coalesce(case_no, ?), http_status = ?::integer, done_at = now()
  WHERE id = ANY (?::text[]) AND state = 'pending'`;

export const APPEND = `WITH ${RECORD} ${MARK_DONE}`;

/** `received`: the receipt of the submission, where it is kept together with what it brings about; the key is used but once. */
export const BEAR = `WITH received AS (
    INSERT INTO commands (id, person_id, idempotency_key, request_digest, case_no, body, content, received_at, next_attempt_at,
      state, http_status, done_at)
    SELECT id, person_id, idempotency_key, request_digest, case_no, body, content, received_at, received_at,
      'done', http_status, now() FROM json_to_recordset(?::json) AS row (id text, person_id text, idempotency_key text,
        request_digest text, case_no text, body jsonb, content jsonb, received_at timestamptz, http_status integer)),
  filed AS (
    INSERT INTO case_files (case_no, title, title_grams, form, family, jurisdiction, requester_person,
      requester_department, query_code, command_id)
    VALUES (?, ?, ?::text[], ?::jsonb, ?, ?, ?, ?, ?, ?)), ${RECORD} ${MARK_DONE}`;

export const LOAD = `
  SELECT c.state, c.engine_started_at, f.title, f.form, f.family, f.jurisdiction, f.requester_person,
    f.requester_department, f.query_code, f.command_id
  FROM cases c JOIN case_files f ON f.case_no = c.no WHERE c.no = ?`;

/**
 * The case, what people have written in it, and whether a command has been received: all of it is asked before every act, and shown after
 * it. Always one row.
 */
export const LOAD_FOR = `
  SELECT EXISTS (SELECT 1 FROM commands WHERE id = ?) AS known,
    (SELECT coalesce(json_object_agg(w.id, w.content), '{}') FROM commands w
      WHERE w.case_no = c.no AND w.id <> f.command_id) AS contents,
    (SELECT coalesce(json_object_agg(p.id, p.name), '{}') FROM participants t JOIN people p ON p.id = t.person_id
      WHERE t.case_no = c.no) AS names,
    c.state, c.engine_started_at, f.title, f.form, f.family,
    f.jurisdiction, f.requester_person, f.requester_department, f.query_code, f.command_id
  FROM (VALUES (1)) AS one LEFT JOIN cases c ON c.no = ? LEFT JOIN case_files f ON f.case_no = c.no`;

/** What an append has to know: no form, no title. */
export const LOAD_STATE = `
  SELECT c.state, c.family, c.jurisdiction, c.requester_person, c.requester_department FROM cases c WHERE c.no = ?`;
