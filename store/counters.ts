import type { Knex } from 'knex';

/** Case numbers. */
export const counterStore = (db: Knex) => ({
  /**
   * The next number of the day in the jurisdiction, e.g. `LZ-20261123-0001`; given out once, whoever asks at once. A number
   * whose submission then fails is not used again. Nobody waits for it to be on disk: the case that bears it is written after it, and
   * nothing of the log is kept without what comes before.
   */
  async nextCaseNo(jurisdiction: string, civilDate: string): Promise<string> {
    const { rows } = await db
      .raw(
        `WITH hurried AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO case_counters (jurisdiction, day, last) SELECT ?, ?, 1 FROM hurried
       ON CONFLICT (jurisdiction, day) DO UPDATE SET last = case_counters.last + 1 RETURNING last`,
        [jurisdiction, civilDate],
      )
      .options({ name: 'counter-next' });
    return `${jurisdiction.toUpperCase()}-${civilDate.replaceAll('-', '')}-${String(rows[0].last).padStart(4, '0')}`;
  },
});

export type CounterStore = ReturnType<typeof counterStore>;
