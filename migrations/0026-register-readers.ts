import type { Knex } from 'knex';

/**
 * Who has decided on the way to a change of a line sees the line: their departments are derived with it, from the record, whenever the line
 * is. Whole places are read by those who keep a register. Uses that were against a grant are found without reading every event.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE FUNCTION deciders_of_line(of_register text, of_key text) RETURNS text[] LANGUAGE sql STABLE AS $$
      SELECT coalesce(array_agg(DISTINCT e.actor ->> 'department' ORDER BY e.actor ->> 'department'), '{}')
      FROM register_changes c JOIN case_events e ON e.case_no = c.case_no AND e.seq <= c.seq
      WHERE c.register = of_register AND c.key = of_key AND e.type = 'Decided' AND e.actor ->> 'department' IS NOT NULL
    $$;
    ALTER TABLE register_lines ADD COLUMN deciders text[] NOT NULL DEFAULT '{}';
    UPDATE register_lines SET deciders = deciders_of_line(register, key);

    CREATE FUNCTION deciders_follow_line() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.deciders := deciders_of_line(NEW.register, NEW.key); RETURN NEW; END $$;
    CREATE TRIGGER deciders_follow BEFORE INSERT OR UPDATE ON register_lines FOR EACH ROW EXECUTE FUNCTION deciders_follow_line();

    CREATE INDEX register_lines_of_decider ON register_lines USING gin (deciders) WITH (fastupdate = off);
    CREATE INDEX register_lines_of_place ON register_lines (jurisdiction, register);
    CREATE INDEX case_events_findings ON case_events (case_no)
      WHERE type = 'GrantUsed' AND (data @> '{"againstPurpose": true}' OR data @> '{"afterEnd": true}'
        OR data @> '{"standing": "suspended"}' OR data @> '{"standing": "closed"}')`);
};

/** All of it can be derived again from the record. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw(`
    DROP TRIGGER deciders_follow ON register_lines;
    ALTER TABLE register_lines DROP COLUMN deciders;
    DROP FUNCTION deciders_follow_line, deciders_of_line;
    DROP INDEX register_lines_of_place, case_events_findings`);
};
