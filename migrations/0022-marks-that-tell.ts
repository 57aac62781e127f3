import type { Knex } from 'knex';

/**
 * A mark may tell of its thing for as long as it stands (代管人, 所盖印章); the use of a thing (用印) is noted in its history and changes
 * nothing; a closing ends the marks that tell. Decisions on one thing by several cases take turns.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE register_history ADD COLUMN tells boolean NOT NULL DEFAULT false, DROP CONSTRAINT register_history_op_check,
      ADD CONSTRAINT register_history_op_check
        CHECK (op IN ('open', 'change', 'mark', 'unmark', 'suspend', 'resume', 'close', 'use'));

    -- Marks and suspensions that stand, all cases taken together: each until its own case takes it back, or one that has put none itself
    -- takes back all; one that tells of the thing ends with it. Opening anew ends suspensions, not disputes.
    CREATE OR REPLACE FUNCTION standing_of_line(of_register text, of_key text) RETURNS SETOF register_history LANGUAGE sql STABLE AS $$
      WITH told AS (SELECT h.* FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key)
      SELECT * FROM told put WHERE op IN ('mark', 'suspend') AND NOT EXISTS (SELECT FROM told back
        WHERE (back.at, back.case_no, back.seq) > (put.at, put.case_no, put.seq) AND (put.tells AND back.op = 'close' OR
          (put.op, back.op) IN (('mark', 'unmark'), ('suspend', 'resume'), ('suspend', 'open'))
          AND (back.op = 'open' OR back.case_no = put.case_no OR NOT EXISTS (SELECT FROM told own
            WHERE own.case_no = back.case_no AND own.op = put.op AND own.seq < back.seq))))
      ORDER BY at, case_no, seq
    $$;

    CREATE OR REPLACE FUNCTION state_of_line(of_register text, of_key text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT CASE
        WHEN (SELECT op FROM register_changes c JOIN register_history h USING (case_no, seq)
            WHERE c.register = of_register AND c.key = of_key AND op IN ('open', 'close')
            ORDER BY at DESC, case_no DESC, seq DESC LIMIT 1) = 'close' THEN 'closed'
        WHEN 'suspend' = ANY (ops) THEN 'suspended'
        WHEN 'mark' = ANY (ops) THEN 'marked'
        ELSE 'open' END
      FROM (SELECT array_agg(op) AS ops FROM standing_of_line(of_register, of_key)) standing
    $$;

    -- The changes that say what the thing is like: those that open or change it, and marks that tell for as long as they stand, since it
    -- was last opened anew after a closing; of a line that none has opened, the first but for those that say nothing any more.
    CREATE OR REPLACE FUNCTION tellings_of_line(of_register text, of_key text) RETURNS SETOF register_history LANGUAGE sql STABLE AS $$
      WITH told AS (SELECT h.* FROM register_changes c JOIN register_history h USING (case_no, seq)
          WHERE c.register = of_register AND c.key = of_key),
        ended AS (SELECT gone.at, gone.case_no, gone.seq FROM told gone WHERE gone.op = 'close' AND EXISTS (SELECT FROM told anew
            WHERE anew.op = 'open' AND (anew.at, anew.case_no, anew.seq) > (gone.at, gone.case_no, gone.seq))
          ORDER BY gone.at DESC, gone.case_no DESC, gone.seq DESC LIMIT 1),
        marks AS (SELECT * FROM standing_of_line(of_register, of_key) WHERE tells),
        standing AS (SELECT told.* FROM told WHERE NOT EXISTS
            (SELECT FROM ended WHERE (told.at, told.case_no, told.seq) <= (ended.at, ended.case_no, ended.seq))
          AND (NOT told.tells OR EXISTS (SELECT FROM marks WHERE (marks.case_no, marks.seq) = (told.case_no, told.seq))))
      SELECT * FROM standing WHERE op IN ('open', 'change') OR tells
      UNION SELECT * FROM (SELECT * FROM standing WHERE op <> 'use' AND NOT EXISTS (SELECT FROM standing opened WHERE opened.op = 'open')
        ORDER BY at, case_no, seq LIMIT 1) first
    $$;
    -- The last decision that meant a thing which had to stand in some way; it holds the thing until its command has been carried out.
    CREATE TABLE thing_claims (key text PRIMARY KEY, command_id text NOT NULL, claimed_at timestamptz NOT NULL DEFAULT now());

    DO $$ BEGIN PERFORM derive_register_line(register, key) FROM register_lines; END $$;
  `);
};

/** What a mark told, and that a thing was used, an older release cannot hold. */
export const down = (): never => {
  throw new Error(
    'there is no way back: an older release would take a mark that tells for one that says nothing',
  );
};
