import type { Knex } from 'knex';

/**
 * Entries of the catalogue (数据资源目录) that cases have published, changed or withdrawn, over those that were there before (`resources`).
 * A change of the register says which fields of its case tell what of the entry; the entry is derived with the line of the register, so
 * neither can say anything else than their history. A line about an entry bears its title and belongs to its owner.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    -- Part of the entry -> the field that tells it, {"field", "as"} with another word for each choice, or {"is"}: what it is.
    ALTER TABLE register_history ADD COLUMN entry jsonb;
    CREATE INDEX resources_by_name ON resources (jurisdiction, even_name(id));

    -- withdrawn: closed; no requests for it are taken any more.
    CREATE TABLE catalogue_entries (
      key text PRIMARY KEY, id text NOT NULL, jurisdiction text NOT NULL, title text NOT NULL, department_id text NOT NULL,
      share_type text NOT NULL CHECK (share_type IN ('conditional', 'unconditional', 'open', 'none')), description text NOT NULL,
      items jsonb NOT NULL, conditions text, update_rhythm text, responsible_id text, withdrawn boolean NOT NULL);
    CREATE UNIQUE INDEX catalogue_entries_by_id ON catalogue_entries (id, jurisdiction);

    CREATE VIEW catalogue AS
      SELECT id, jurisdiction, title, department_id, share_type, description, items, conditions, update_rhythm, responsible_id, withdrawn
      FROM catalogue_entries
      UNION ALL SELECT id, jurisdiction, title, department_id, share_type, description, items, NULL, NULL, NULL, false
      FROM resources r WHERE NOT EXISTS (SELECT FROM catalogue_entries e WHERE e.id = r.id AND e.jurisdiction = r.jurisdiction);

    -- What a change told of the entry. Conditions that are no longer told are no longer set.
    CREATE FUNCTION told_of_entry(of_case text, up_to integer, entry jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
      SELECT coalesce(jsonb_object_agg(part, told) FILTER (WHERE told IS NOT NULL OR part = 'conditions'), '{}')
      FROM (SELECT part, CASE WHEN jsonb_typeof(rule) = 'string' THEN details #> string_to_array(rule #>> '{}', '.')
            WHEN rule \\? 'is' THEN rule -> 'is'
            ELSE rule -> 'as' -> (details #>> string_to_array(rule ->> 'field', '.')) END AS told
          FROM register_details(of_case, up_to) details, jsonb_each(entry) AS rules (part, rule)) tellings
    $$;

    CREATE FUNCTION entry_follows_line() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE base resources; told jsonb; its_owner text; its_title text;
      BEGIN
        SELECT * INTO base FROM resources r WHERE r.jurisdiction = NEW.jurisdiction AND even_name(r.id) = even_name(NEW.name)
          ORDER BY r.id LIMIT 1;
        SELECT jsonb_merged(told_of_entry(h.case_no, h.seq, h.entry) ORDER BY h.at, h.case_no, h.seq) INTO told
          FROM tellings_of_line(NEW.register, NEW.key) h WHERE h.entry IS NOT NULL;
        its_owner := coalesce(told ->> 'department', base.department_id, NEW.owner_department, NEW.department);
        its_title := coalesce(told ->> 'title', base.title, NEW.name);
        DELETE FROM catalogue_entries WHERE key = NEW.key;
        IF coalesce(told ->> 'shareType', base.share_type) IS NULL THEN RETURN NEW; END IF;
        IF told <> '{}' OR NEW.state = 'closed' THEN
          INSERT INTO catalogue_entries VALUES (NEW.key, coalesce(base.id, NEW.name), NEW.jurisdiction, its_title, its_owner,
            coalesce(told ->> 'shareType', base.share_type), coalesce(base.description, ''),
            coalesce(told -> 'items', base.items, '[]'), told ->> 'conditions', told ->> 'updateRhythm', told ->> 'responsible',
            NEW.state = 'closed')
            ON CONFLICT DO NOTHING;
        END IF;
        NEW.title := its_title;
        NEW.owner_department := its_owner;
        IF NOT EXISTS (SELECT FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = NEW.register AND c.key = NEW.key AND h.op = 'open') THEN NEW.department := its_owner; END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER entry_follows BEFORE INSERT OR UPDATE ON register_lines
      FOR EACH ROW WHEN (NEW.thing = 'resource') EXECUTE FUNCTION entry_follows_line();
    CREATE FUNCTION entry_goes_with_line() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN DELETE FROM catalogue_entries WHERE key = OLD.key; RETURN NULL; END $$;
    CREATE TRIGGER entry_goes AFTER DELETE ON register_lines
      FOR EACH ROW WHEN (OLD.thing = 'resource') EXECUTE FUNCTION entry_goes_with_line();
    DO $$ BEGIN PERFORM derive_register_line(register, key) FROM register_lines WHERE thing = 'resource'; END $$;
  `);
};

/** All of it can be derived again from the record, but only by a release that knows these tables. */
export const down = async (db: Knex): Promise<void> => {
  await db.raw(`
    DROP VIEW catalogue;
    DROP TRIGGER entry_follows ON register_lines;
    DROP TRIGGER entry_goes ON register_lines;
    DROP TABLE catalogue_entries;
    DROP FUNCTION entry_follows_line, entry_goes_with_line, told_of_entry;
    DROP INDEX resources_by_name;
    ALTER TABLE register_history DROP COLUMN entry`);
};
