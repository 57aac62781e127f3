import type { Knex } from 'knex';

/** Undoes what was only looked at. */
class Looked extends Error {
  constructor(readonly differences: string[]) {
    super('nothing is to be kept');
  }
}

/**
 * Derives all registers anew from the recorded events and answers which lines and changes differ, as `register key` (`register case` where the change itself does); with `repair`
 * they are put right. One transaction, in which writers of registers wait.
 */
export const rebuildRegisters = async (db: Knex, { repair }: { repair: boolean }): Promise<string[]> => {
  try {
    return await db.transaction(async (trx) => {
      await trx.raw('LOCK TABLE register_history IN EXCLUSIVE MODE');
      for (const table of TABLES) {
        await trx.raw('CREATE TEMP TABLE ?? ON COMMIT DROP AS TABLE ??', [`was_${table}`, table]);
      }
      for (const table of TABLES) await trx(table).delete();
      await trx.raw(DERIVE);
      const { rows } = await trx.raw(DIFFERENCES);
      const differences = rows.map((row: { line: string }) => row.line);
      if (!repair) throw new Looked(differences);
      return differences;
    });
  } catch (error) {
    if (error instanceof Looked) return error.differences;
    throw error;
  }
};

/** Each with what tells its rows to whoever looks for a difference; in the order in which they can be emptied. */
const SAYS = {
  catalogue_entries: `'resources ' || key`,
  register_lines: `register || ' ' || key`,
  register_changes: `register || ' ' || key`,
  register_history: `register || ' ' || case_no`,
} as const;
const TABLES = Object.keys(SAYS) as (keyof typeof SAYS)[];

/** The lines, which of them a change is of, and the entries of the catalogue follow of themselves. */
const DERIVE = `
  INSERT INTO register_history (case_no, seq, register, op, thing, field, unique_in, entry, tells, reached, at, actor, command_id)
  SELECT case_no, seq, data ->> 'register', data ->> 'op', data -> 'key' ->> 'thing', data -> 'key' ->> 'field',
    data -> 'key' ->> 'unique', data -> 'entry', coalesce((data ->> 'tells')::boolean, false), data ->> 'reached', at, actor, command_id
  FROM case_events WHERE type = 'RegisterChanged'`;

const DIFFERENCES = TABLES.map(
  (table) => `
    (SELECT ${SAYS[table]} AS line FROM (TABLE was_${table} EXCEPT TABLE ${table}) gone
     UNION SELECT ${SAYS[table]} FROM (TABLE ${table} EXCEPT TABLE was_${table}) missing)`,
)
  .join(' UNION ')
  .concat(' ORDER BY line');
