import type { Knex } from 'knex';

/** Virtual time of the demo and the tests: how far all clocks have been moved forward, in milliseconds. */
export const clockStore = (db: Knex) => ({
  async offsetMs(): Promise<number> {
    const row = await db('virtual_time').first('offset_ms');
    return row?.offset_ms ?? 0;
  },

  /** Never backwards: a smaller offset leaves the larger one. Answers the offset that now holds. */
  async setOffset(offsetMs: number): Promise<number> {
    const { rows } = await db.raw(
      `INSERT INTO virtual_time (offset_ms) VALUES (?) ON CONFLICT (singleton)
       DO UPDATE SET offset_ms = greatest(virtual_time.offset_ms, excluded.offset_ms) RETURNING offset_ms`,
      [offsetMs],
    );
    return rows[0].offset_ms;
  },
});

export type ClockStore = ReturnType<typeof clockStore>;
