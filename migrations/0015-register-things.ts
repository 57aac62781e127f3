import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** How a line stands by all that has happened to it. */
export const STATE_OF_LINE = `
    CREATE OR REPLACE FUNCTION state_of_line(of_register text, of_key text) RETURNS text LANGUAGE sql STABLE AS $$
      WITH told AS (SELECT h.op, h.at, case_no, seq FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key),
        standing AS (SELECT op FROM told put WHERE op IN ('mark', 'suspend') AND NOT EXISTS (SELECT FROM told back
          WHERE (back.at, back.case_no, back.seq) > (put.at, put.case_no, put.seq)
            AND (put.op, back.op) IN (('mark', 'unmark'), ('suspend', 'resume'), ('suspend', 'open'))
            AND (back.op = 'open' OR back.case_no = put.case_no OR NOT EXISTS (SELECT FROM told own
              WHERE own.case_no = back.case_no AND own.op = put.op AND own.seq < back.seq))))
      SELECT CASE
        WHEN (SELECT op FROM told WHERE op IN ('open', 'close') ORDER BY at DESC, case_no DESC, seq DESC LIMIT 1) = 'close'
          THEN 'closed'
        WHEN EXISTS (SELECT FROM standing WHERE op = 'suspend') THEN 'suspended'
        WHEN EXISTS (SELECT FROM standing WHERE op = 'mark') THEN 'marked'
        ELSE 'open' END
    $$;`;

/** What a line is by its history. */
export const DERIVE_REGISTER_LINE = `
    CREATE OR REPLACE FUNCTION derive_register_line(of_register text, of_key text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO register_lines (register, key, thing, name, title, case_no, department, owner_department, jurisdiction, state,
          opened_at, changed_at, until, details)
        SELECT of_register, of_key, opening.thing, opening.name,
          CASE WHEN opening.op = 'open' THEN f.title ELSE coalesce(opening.name, f.title) END, opening.case_no,
          CASE WHEN opening.op = 'open' THEN f.requester_department ELSE coalesce(owner.department, f.requester_department) END,
          owner.department, f.jurisdiction, state_of_line(of_register, of_key), opening.at, opening.latest,
          -- Data grants and licences end of themselves; elsewhere "until" is the end of something that has happened to the thing.
          CASE WHEN of_register IN ('data-grants', 'licences') AND said.details ->> 'until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
            THEN (said.details ->> 'until')::date END, said.details
        FROM (SELECT h.case_no, h.seq, h.at, h.op, CASE WHEN c.name IS NOT NULL THEN h.thing END AS thing, c.name,
              max(h.at) OVER () AS latest
            FROM register_changes c JOIN register_history h USING (case_no, seq)
            WHERE c.register = of_register AND c.key = of_key
            ORDER BY (h.op = 'open') DESC, h.at, h.case_no, h.seq LIMIT 1) opening
          JOIN case_files f ON f.case_no = opening.case_no
          CROSS JOIN LATERAL (SELECT jsonb_merged(register_details(told.case_no, told.seq) ORDER BY told.at, told.case_no, told.seq)
            AS details FROM tellings_of_line(of_register, of_key) told) said
          LEFT JOIN LATERAL (SELECT CASE WHEN told.data \\? 'owner' THEN told.data ->> 'owner' ELSE (
              SELECT e.data -> 'parties' ->> 'data-provider' FROM case_events e
              WHERE e.case_no = opening.case_no AND e.type = 'Submitted' LIMIT 1) END AS department
            FROM case_events told WHERE told.case_no = opening.case_no AND told.seq = opening.seq) owner ON true
        ON CONFLICT (register, key) DO UPDATE SET thing = excluded.thing, name = excluded.name, title = excluded.title,
          case_no = excluded.case_no, department = excluded.department, owner_department = excluded.owner_department,
          jurisdiction = excluded.jurisdiction, state = excluded.state, opened_at = excluded.opened_at,
          changed_at = excluded.changed_at, until = excluded.until, details = excluded.details;
      END $$;`;

/**
 * Lines of registers (台账) are named by the thing, not by the case that touches it. An event says which field names the thing; the name
 * is read here, from what was filed and decided, and the key of the line is a keyed digest of it: keys stand in addresses and logs, where
 * no name may be. What cases have changed before stays under the number of its case: those events name no thing.
 */
export const up = async (db: Knex): Promise<void> => {
  await db('settings').insert({
    key: 'register-names',
    value: JSON.stringify(randomBytes(32).toString('hex')),
  });
  await db.raw(`
    DROP TRIGGER register_lines_follow ON register_history;
    CREATE TABLE register_changes (
      register text NOT NULL, key text NOT NULL, case_no text NOT NULL, seq integer NOT NULL, name text,
      PRIMARY KEY (register, key, case_no, seq),
      FOREIGN KEY (case_no, seq) REFERENCES register_history ON DELETE CASCADE);
    CREATE INDEX register_changes_of_case ON register_changes (case_no, seq);
    INSERT INTO register_changes (register, key, case_no, seq) SELECT register, key, case_no, seq FROM register_history;
    -- The kind of thing, the field that names it, and among what it is the only one of its name; null: the case itself.
    ALTER TABLE register_history DROP COLUMN key,
      ADD COLUMN thing text, ADD COLUMN field text, ADD COLUMN unique_in text CHECK (unique_in IN ('jurisdiction', 'department'));

    -- The kind of thing and the name as first written; null where the line is of its case.
    ALTER TABLE register_lines DROP COLUMN grams, ADD COLUMN thing text, ADD COLUMN name text;
    ALTER TABLE register_lines
      ADD COLUMN grams text[] GENERATED ALWAYS AS (grams_of(title, coalesce(name || ' ', '') || case_no)) STORED;
    CREATE INDEX register_lines_by_words ON register_lines USING gin (grams) WITH (fastupdate = off);

    -- Names in what was filed and decided up to an event: one, or each of a list.
    CREATE FUNCTION names_of_things(of_case text, up_to integer, field text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
      SELECT btrim(regexp_replace(name, '\\s+', ' ', 'g'))
      FROM (SELECT register_details(of_case, up_to) #> string_to_array(field, '.') AS said) details,
        jsonb_array_elements_text(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE jsonb_build_array(said) END) AS name
      WHERE name ~ '\\S'
    $$;

    -- The same for a name however it was spaced, in wide letters or narrow, capitals or not.
    CREATE FUNCTION even_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT lower(regexp_replace(normalize(name, NFKC), '\\s+', '', 'g'))
    $$;
    CREATE FUNCTION key_of_thing(thing text, place text, name text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT left(encode(sha256(secret || sha256(secret || convert_to(concat_ws(E'\\n', thing, place, even_name(name)), 'UTF8'))),
        'hex'), 32)
      FROM (SELECT decode(value #>> '{}', 'hex') AS secret FROM settings WHERE key = 'register-names') keyed
    $$;

    -- What several said of one thing, the later over the earlier.
    CREATE AGGREGATE jsonb_merged(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');

    -- What stands, all cases taken together: a mark or a suspension until its own case takes it back, or one that has put none itself
    -- takes back all. Opening anew ends suspensions, not disputes.
    ${STATE_OF_LINE}

    -- The changes that say what the thing is like: those that open or change it, since it was last opened anew after a closing; of a
    -- line that none has opened, the first whatever it is. What only marks or suspends says nothing of the thing.
    CREATE FUNCTION tellings_of_line(of_register text, of_key text) RETURNS SETOF register_history LANGUAGE sql STABLE AS $$
      WITH told AS (SELECT h.* FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key),
        ended AS (SELECT gone.at, gone.case_no, gone.seq FROM told gone WHERE gone.op = 'close' AND EXISTS (SELECT FROM told anew
            WHERE anew.op = 'open' AND (anew.at, anew.case_no, anew.seq) > (gone.at, gone.case_no, gone.seq))
          ORDER BY gone.at DESC, gone.case_no DESC, gone.seq DESC LIMIT 1),
        standing AS (SELECT told.* FROM told WHERE NOT EXISTS
          (SELECT FROM ended WHERE (told.at, told.case_no, told.seq) <= (ended.at, ended.case_no, ended.seq)))
      SELECT * FROM standing WHERE op IN ('open', 'change')
      UNION SELECT * FROM (SELECT * FROM standing WHERE NOT EXISTS (SELECT FROM standing opened WHERE opened.op = 'open')
        ORDER BY at, case_no, seq LIMIT 1) first
    $$;

    ${DERIVE_REGISTER_LINE}

    -- Which lines a change is of: of each thing named; of the case where it names none, or has begun a line of its own before things
    -- had names.
    CREATE OR REPLACE FUNCTION register_history_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM written) THEN RETURN NULL; END IF;
        INSERT INTO register_changes (register, key, case_no, seq, name)
          SELECT DISTINCT ON (w.case_no, w.seq, named.key) w.register, coalesce(named.key, w.case_no), w.case_no, w.seq, named.name
          FROM written w JOIN case_files f ON f.case_no = w.case_no LEFT JOIN LATERAL (
            SELECT key_of_thing(w.thing, CASE w.unique_in WHEN 'department' THEN f.requester_department ELSE f.jurisdiction END, name),
              name FROM names_of_things(w.case_no, w.seq, w.field) name
              WHERE w.thing IS NOT NULL AND NOT EXISTS (SELECT FROM register_history begun WHERE begun.case_no = w.case_no
                AND begun.register = w.register AND begun.seq < w.seq AND begun.thing IS NULL)) named (key, name) ON true
          ORDER BY w.case_no, w.seq, named.key, named.name;
        -- Two cases that change one thing at once take turns, so that the later sees both changes. Few locks, however many lines.
        PERFORM pg_advisory_xact_lock(hashtext('register_lines'), turn) FROM (SELECT DISTINCT hashtext(c.key) & 127 AS turn
          FROM written w JOIN register_changes c ON c.case_no = w.case_no AND c.seq = w.seq WHERE c.name IS NOT NULL ORDER BY turn) turns;
        PERFORM derive_register_line(line.register, line.key) FROM (SELECT DISTINCT c.register, c.key
          FROM written w JOIN register_changes c ON c.case_no = w.case_no AND c.seq = w.seq ORDER BY c.register, c.key) line;
        RETURN NULL;
      END $$;
    CREATE TRIGGER register_lines_follow AFTER INSERT ON register_history REFERENCING NEW TABLE AS written
      FOR EACH STATEMENT EXECUTE FUNCTION register_history_written();

    DO $$ BEGIN PERFORM derive_register_line(register, key) FROM register_lines; END $$;
  `);
};

/** Lines that several cases share cannot be told apart again. */
export const down = (): never => {
  throw new Error(
    'there is no way back from lines named by their things: they would have to be parted again',
  );
};
