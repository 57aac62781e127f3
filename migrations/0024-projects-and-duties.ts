import type { Knex } from 'knex';

/**
 * How far a project has come stands on its line and in the line's history. Since when a unit has had a duty is kept, so that periods that
 * were never opened can be told from those in which it had nothing to do: a seat stands from its first holder, whoever holds it after, until
 * nobody does.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE register_history ADD COLUMN reached text;
    ALTER TABLE register_lines ADD COLUMN reached text;
    -- The later change over the earlier; one that says nothing leaves it where it was.
    CREATE FUNCTION progress_follows_line() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.reached := (SELECT h.reached FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = NEW.register AND c.key = NEW.key AND h.reached IS NOT NULL
          ORDER BY h.at DESC, h.case_no DESC, h.seq DESC LIMIT 1);
        RETURN NEW;
      END $$;
    CREATE TRIGGER progress_follows BEFORE INSERT OR UPDATE ON register_lines
      FOR EACH ROW WHEN (NEW.register = 'projects') EXECUTE FUNCTION progress_follows_line();

    CREATE TABLE seats_held (
      role text NOT NULL, department_id text NOT NULL REFERENCES departments, since timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (role, department_id));
    -- Nobody held a role before there was an account for it: the nearest that is known of those that stand already.
    INSERT INTO seats_held SELECT g.role, g.department_id, min(p.created_at) FROM role_grants g JOIN people p ON p.id = g.person_id
      GROUP BY g.role, g.department_id;
    CREATE FUNCTION seat_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO seats_held (role, department_id) VALUES (NEW.role, NEW.department_id) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
    CREATE TRIGGER seats_held_follow AFTER INSERT ON role_grants FOR EACH ROW EXECUTE FUNCTION seat_is_held();
    -- Asked at the end of the transaction: who is replaced leaves no empty seat.
    CREATE FUNCTION seat_is_given_up() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM seats_held s WHERE s.role = OLD.role AND s.department_id = OLD.department_id AND NOT EXISTS
          (SELECT FROM role_grants g WHERE g.role = s.role AND g.department_id = s.department_id);
        RETURN NULL;
      END $$;
    CREATE CONSTRAINT TRIGGER seats_given_up AFTER DELETE ON role_grants DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION seat_is_given_up();
  `);
};

/** Since when units have had their duties is known here only. */
export const down = (): never => {
  throw new Error('seats_held says since when each seat has been held; there is no way back');
};
