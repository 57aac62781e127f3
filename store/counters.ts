import type { Knex } from 'knex';

/** Case numbers. */
export const counterStore = (db: Knex) => ({
  /**
   * The next number of the day in the jurisdiction, e.g. `LZ-20261123-0001`; given out once, whoever asks at once. A number
   * whose submission then fails is not used again.
   */
  async nextCaseNo(jurisdiction: string, civilDate: string): Promise<string> {
    const { rows } = await db.raw(
      `INSERT INTO case_counters (jurisdiction, day, last) VALUES (?, ?, 1) ON CONFLICT (jurisdiction, day)
       DO UPDATE SET last = case_counters.last + 1 RETURNING last`,
      [jurisdiction, civilDate],
    );
    return `${jurisdiction.toUpperCase()}-${civilDate.replaceAll('-', '')}-${String(rows[0].last).padStart(4, '0')}`;
  },
});

export type CounterStore = ReturnType<typeof counterStore>;
