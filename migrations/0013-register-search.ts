import type { Knex } from 'knex';

/**
 * What a line of a register is looked for by: the single characters and neighbouring pairs of its title and its key (as for titles of
 * cases, store/words.ts), derived by the database as the line itself is; and whose departments it belongs to.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE FUNCTION grams_of(title text, key text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT array_agg(DISTINCT substr(even, at, width) COLLATE "C")
      FROM (SELECT btrim(regexp_replace(lower(said), '\\s+', ' ', 'g')) AS even FROM (VALUES (title), (key)) of (said)) texts,
        generate_series(1, length(even)) at, (VALUES (1), (2)) of (width)
    $$;
    ALTER TABLE register_lines ADD COLUMN grams text[] GENERATED ALWAYS AS (grams_of(title, key)) STORED;
    CREATE INDEX register_lines_by_words ON register_lines USING gin (grams) WITH (fastupdate = off);
    CREATE INDEX register_lines_of_department ON register_lines (department, register);
    CREATE INDEX register_lines_of_owner ON register_lines (owner_department, register);
  `);
};

export const down = async (db: Knex): Promise<void> => {
  await db.raw(`
    DROP INDEX register_lines_of_owner, register_lines_of_department;
    ALTER TABLE register_lines DROP COLUMN grams;
    DROP FUNCTION grams_of`);
};
