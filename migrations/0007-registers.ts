import type { Knex } from 'knex';

/**
 * Registers (台账): every change as its event tells it, and the lines that follow from the changes. The lines are derived by the database
 * itself whenever a change is written, so they cannot say anything else than their history.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE register_history (
      case_no text NOT NULL REFERENCES case_files, seq integer NOT NULL, register text NOT NULL, key text NOT NULL,
      op text NOT NULL CHECK (op IN ('open', 'change', 'mark', 'unmark', 'suspend', 'resume', 'close')),
      at timestamptz NOT NULL, actor jsonb NOT NULL, command_id text,
      PRIMARY KEY (case_no, seq));
    CREATE INDEX register_history_of_line ON register_history (register, key, at, case_no, seq);

    CREATE TABLE register_lines (
      register text NOT NULL, key text NOT NULL, title text NOT NULL,
      -- The case that opened the line, or was the first to touch it.
      case_no text NOT NULL REFERENCES case_files, department text NOT NULL, owner_department text, jurisdiction text NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'marked', 'suspended', 'closed')),
      opened_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, until date, details jsonb NOT NULL,
      PRIMARY KEY (register, key));
    CREATE INDEX register_lines_latest ON register_lines (register, changed_at DESC, key DESC);
    CREATE INDEX register_lines_expiring ON register_lines (until, key) WHERE state = 'open' AND until IS NOT NULL;

    -- What was filed and decided, the later over the earlier.
    CREATE FUNCTION register_details(of_case text, up_to integer) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
      DECLARE details jsonb; fields jsonb;
      BEGIN
        SELECT form INTO details FROM case_files WHERE case_no = of_case;
        FOR fields IN SELECT c.content -> 'fields' FROM case_events e JOIN commands c ON c.id = e.command_id
          WHERE e.case_no = of_case AND e.seq <= up_to AND e.type IN ('Decided', 'Supplemented')
            AND jsonb_typeof(c.content -> 'fields') = 'object' ORDER BY e.seq
        LOOP details := details || fields; END LOOP;
        RETURN details;
      END $$;

    CREATE FUNCTION derive_register_line(of_register text, of_key text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO register_lines (register, key, title, case_no, department, owner_department, jurisdiction, state,
          opened_at, changed_at, until, details)
        SELECT of_register, of_key, f.title, opening.case_no, f.requester_department,
          (SELECT e.data -> 'parties' ->> 'data-provider' FROM case_events e
            WHERE e.case_no = opening.case_no AND e.type = 'Submitted' LIMIT 1),
          f.jurisdiction, coalesce(standing.state, 'open'), opening.at, latest.at,
          CASE WHEN d.details ->> 'until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN (d.details ->> 'until')::date END, d.details
        FROM (SELECT * FROM register_history WHERE register = of_register AND key = of_key
            ORDER BY (op = 'open') DESC, at, case_no, seq LIMIT 1) opening
          JOIN case_files f ON f.case_no = opening.case_no
          CROSS JOIN LATERAL (SELECT register_details(opening.case_no, opening.seq) AS details) d
          CROSS JOIN (SELECT max(at) AS at FROM register_history WHERE register = of_register AND key = of_key) latest
          LEFT JOIN (SELECT CASE op WHEN 'mark' THEN 'marked' WHEN 'suspend' THEN 'suspended' WHEN 'close' THEN 'closed'
              ELSE 'open' END AS state
            FROM register_history WHERE register = of_register AND key = of_key AND op <> 'change'
            ORDER BY at DESC, case_no DESC, seq DESC LIMIT 1) standing ON true
        ON CONFLICT (register, key) DO UPDATE SET title = excluded.title, case_no = excluded.case_no,
          department = excluded.department, owner_department = excluded.owner_department,
          jurisdiction = excluded.jurisdiction, state = excluded.state, opened_at = excluded.opened_at,
          changed_at = excluded.changed_at, until = excluded.until, details = excluded.details;
      END $$;

    CREATE FUNCTION register_history_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM derive_register_line(line.register, line.key)
          FROM (SELECT DISTINCT register, key FROM written ORDER BY register, key) line;
        RETURN NULL;
      END $$;
    CREATE TRIGGER register_lines_follow AFTER INSERT ON register_history REFERENCING NEW TABLE AS written
      FOR EACH STATEMENT EXECUTE FUNCTION register_history_written();
  `);
};

/** All of it can be derived again from the record (store/registers.ts), but only by a release that knows these tables. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw(`
    DROP TABLE register_lines, register_history;
    DROP FUNCTION register_history_written, derive_register_line, register_details`);
};
