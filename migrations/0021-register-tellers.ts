import type { Knex } from 'knex';
import { DERIVE_REGISTER_LINE, STATE_OF_LINE } from './0015-register-things.ts';

/**
 * Which case said what of a line: by the edition of that case a field is read, named and masked. And what stands on a line, mark by mark,
 * for lists that tell since when.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    -- Field of the details -> [how late it was told among the tellings of the line, the case that told it].
    ALTER TABLE register_lines ADD COLUMN told_by jsonb NOT NULL DEFAULT '{}';

    -- Marks and suspensions that nobody has taken back: one until its own case takes it back, or one that has put none itself takes
    -- back all. Opening anew ends suspensions, not disputes.
    CREATE FUNCTION standing_of_line(of_register text, of_key text) RETURNS SETOF register_history LANGUAGE sql STABLE AS $$
      WITH told AS (SELECT h.* FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key)
      SELECT * FROM told put WHERE op IN ('mark', 'suspend') AND NOT EXISTS (SELECT FROM told back
        WHERE (back.at, back.case_no, back.seq) > (put.at, put.case_no, put.seq)
          AND (put.op, back.op) IN (('mark', 'unmark'), ('suspend', 'resume'), ('suspend', 'open'))
          AND (back.op = 'open' OR back.case_no = put.case_no OR NOT EXISTS (SELECT FROM told own
            WHERE own.case_no = back.case_no AND own.op = put.op AND own.seq < back.seq)))
      ORDER BY at, case_no, seq
    $$;
    CREATE OR REPLACE FUNCTION state_of_line(of_register text, of_key text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT CASE
        WHEN (SELECT h.op FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key AND h.op IN ('open', 'close')
          ORDER BY h.at DESC, h.case_no DESC, h.seq DESC LIMIT 1) = 'close' THEN 'closed'
        ELSE coalesce((SELECT CASE WHEN bool_or(op = 'suspend') THEN 'suspended' WHEN bool_or(op = 'mark') THEN 'marked' END
          FROM standing_of_line(of_register, of_key)), 'open') END
    $$;

    CREATE OR REPLACE FUNCTION derive_register_line(of_register text, of_key text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO register_lines (register, key, thing, name, title, case_no, department, owner_department, jurisdiction, state,
          opened_at, changed_at, until, details, told_by)
        SELECT of_register, of_key, opening.thing, opening.name,
          CASE WHEN opening.op = 'open' THEN f.title ELSE coalesce(opening.name, f.title) END, opening.case_no,
          CASE WHEN opening.op = 'open' THEN f.requester_department ELSE coalesce(owner.department, f.requester_department) END,
          owner.department, f.jurisdiction, state_of_line(of_register, of_key), opening.at, opening.latest,
          -- Data grants and licences end of themselves; elsewhere "until" is the end of something that has happened to the thing.
          CASE WHEN of_register IN ('data-grants', 'licences') AND said.details ->> 'until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
            THEN (said.details ->> 'until')::date END, said.details, said.told_by
        FROM (SELECT h.case_no, h.seq, h.at, h.op, CASE WHEN c.name IS NOT NULL THEN h.thing END AS thing, c.name,
              max(h.at) OVER () AS latest
            FROM register_changes c JOIN register_history h USING (case_no, seq)
            WHERE c.register = of_register AND c.key = of_key
            ORDER BY (h.op = 'open') DESC, h.at, h.case_no, h.seq LIMIT 1) opening
          JOIN case_files f ON f.case_no = opening.case_no
          CROSS JOIN LATERAL (SELECT jsonb_merged(details ORDER BY n) AS details, jsonb_merged((SELECT
                coalesce(jsonb_object_agg(field, jsonb_build_array(n, case_no)), '{}') FROM jsonb_object_keys(details) field)
              ORDER BY n) AS told_by
            FROM (SELECT row_number() OVER (ORDER BY told.at, told.case_no, told.seq) AS n, told.case_no,
                register_details(told.case_no, told.seq) AS details
              FROM tellings_of_line(of_register, of_key) told) telling) said
          LEFT JOIN LATERAL (SELECT CASE WHEN told.data \\? 'owner' THEN told.data ->> 'owner' ELSE (
              SELECT e.data -> 'parties' ->> 'data-provider' FROM case_events e
              WHERE e.case_no = opening.case_no AND e.type = 'Submitted' LIMIT 1) END AS department
            FROM case_events told WHERE told.case_no = opening.case_no AND told.seq = opening.seq) owner ON true
        ON CONFLICT (register, key) DO UPDATE SET thing = excluded.thing, name = excluded.name, title = excluded.title,
          case_no = excluded.case_no, department = excluded.department, owner_department = excluded.owner_department,
          jurisdiction = excluded.jurisdiction, state = excluded.state, opened_at = excluded.opened_at,
          changed_at = excluded.changed_at, until = excluded.until, details = excluded.details, told_by = excluded.told_by;
      END $$;
    DO $$ BEGIN PERFORM derive_register_line(register, key) FROM register_lines; END $$;
  `);
};

/** The column can be derived again from the record. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw(`${DERIVE_REGISTER_LINE} ${STATE_OF_LINE}
    DROP FUNCTION standing_of_line;
    ALTER TABLE register_lines DROP COLUMN told_by`);
};
