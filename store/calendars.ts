import type { Knex } from 'knex';
import type { CalendarLayer, Release } from '../calendar/tables.ts';
import {
  byPublication,
  draftRow,
  layerRow,
  type NewDraft,
  outermostFirst,
  type StoredRelease,
  shippedContent,
  shippedRow,
  toLayer,
  toRelease,
} from './calendar-rows.ts';
import { type NewReceipt, receiveDone } from './receipts.ts';

export type { NewDraft, StoredRelease } from './calendar-rows.ts';

export type Shipped = { layers: readonly CalendarLayer[]; releases: readonly Release[] };
/** `not-draft`: released or discarded before; `same-person`: whoever drafted may not release. */
export type Settled =
  | { kind: 'done'; release: StoredRelease }
  | { kind: 'not-draft' | 'same-person' | 'seen' };

// One release at a time, so that the order of release is the order in which others see them.
const RELEASE_LOCK = 7_160_312;

/** Published calendars and their drafts. */
export const calendarStore = (db: Knex) => ({
  async layers(): Promise<CalendarLayer[]> {
    const rows = await db('calendar_layers').orderBy('id');
    return rows.map(toLayer);
  },

  /** Gives a department a calendar of its own; `exists`: it has one. */
  async addLayer(
    layer: CalendarLayer,
    receipt: NewReceipt,
  ): Promise<{ kind: 'done'; layer: CalendarLayer } | { kind: 'exists' | 'seen' }> {
    return db.transaction(async (trx) => {
      await hold(trx);
      if (await trx('commands').where({ id: receipt.id }).first('id')) return { kind: 'seen' };
      const added = await trx('calendar_layers').insert(layerRow(layer)).onConflict().ignore().returning('*');
      if (added.length === 0) return { kind: 'exists' };
      if (!(await receiveDone(trx, receipt, { id: layer.id })))
        throw new Error(`receipt ${receipt.id} came in meanwhile`);
      return { kind: 'done', layer: toLayer(added[0]) };
    });
  },

  /** Every release there is, in the order of release. */
  async released(): Promise<StoredRelease[]> {
    const rows = await db('calendar_releases').where({ state: 'released' }).orderBy('release_order');
    return rows.map(toRelease);
  },

  /** Number of layers and releases so far; grows with each one. Cheap: for asking again and again. */
  async size(): Promise<number> {
    const [layers] = await db('calendar_layers').count({ count: '*' });
    return Number(layers?.count) + (await last(db, null, 'release_order'));
  },

  /** Drafts of a calendar that wait to be released, oldest first. */
  async drafts(calendarId: string): Promise<StoredRelease[]> {
    const rows = await db('calendar_releases')
      .where({ calendar_id: calendarId, state: 'draft' })
      .orderBy('number');
    return rows.map(toRelease);
  },

  /** The draft of a number, whatever became of it; null: none. */
  async byNumber(calendarId: string, number: number): Promise<StoredRelease | null> {
    const row = await db('calendar_releases').where({ calendar_id: calendarId, number }).first();
    return row === undefined ? null : toRelease(row);
  },

  /** Keeps a draft under the receipt of its request; null: the receipt is there already. */
  async draft(draft: NewDraft, receipt: NewReceipt): Promise<StoredRelease | null> {
    return db.transaction(async (trx) => {
      await hold(trx);
      const number = (await last(trx, draft.calendarId, 'number')) + 1;
      if (!(await receiveDone(trx, receipt, { number }))) return null;
      const [row] = await trx('calendar_releases').insert(draftRow(draft, number)).returning('*');
      return toRelease(row);
    });
  },

  /** Releases a draft for good, as the next version of its calendar, and opens its roll-out. Somebody else's draft only. */
  async release(
    calendarId: string,
    number: number,
    by: { personId: string; receipt: NewReceipt },
  ): Promise<Settled> {
    return db.transaction(async (trx): Promise<Settled> => {
      await hold(trx);
      if (await trx('commands').where({ id: by.receipt.id }).first('id')) return { kind: 'seen' };
      const draft = await trx('calendar_releases').where({ calendar_id: calendarId, number }).first();
      if (draft?.state !== 'draft') return { kind: 'not-draft' };
      if (draft.drafted_by === by.personId) return { kind: 'same-person' };
      if (!(await receiveDone(trx, by.receipt, { number }))) return { kind: 'seen' };
      const version = (await last(trx, calendarId, 'version')) + 1;
      const [row] = await trx('calendar_releases')
        .where({ calendar_id: calendarId, number })
        .update({
          state: 'released',
          version,
          release_order: (await last(trx, null, 'release_order')) + 1,
          released_by: by.personId,
          released_at: trx.fn.now(),
        })
        .returning('*');
      await trx('calendar_rollouts').insert({ calendar_id: calendarId, version, state: 'running' });
      return { kind: 'done', release: toRelease(row) };
    });
  },

  /** Puts a draft aside for good. */
  async discard(
    calendarId: string,
    number: number,
    by: { personId: string; receipt: NewReceipt },
  ): Promise<Settled> {
    return db.transaction(async (trx): Promise<Settled> => {
      await hold(trx);
      if (await trx('commands').where({ id: by.receipt.id }).first('id')) return { kind: 'seen' };
      const draft = await trx('calendar_releases').where({ calendar_id: calendarId, number }).first();
      if (draft?.state !== 'draft') return { kind: 'not-draft' };
      if (!(await receiveDone(trx, by.receipt, { number }))) return { kind: 'seen' };
      const [row] = await trx('calendar_releases')
        .where({ calendar_id: calendarId, number })
        .update({ state: 'discarded', discarded_by: by.personId, discarded_at: trx.fn.now() })
        .returning('*');
      return { kind: 'done', release: toRelease(row) };
    });
  },

  /**
   * Puts in what came with the program and is missing. Into an empty table the shipped releases come released, in the order of
   * their publication; later ones come as drafts, for a person to release. Answers how many were put in.
   */
  async ensureShipped({ layers, releases }: Shipped): Promise<number> {
    return db.transaction(async (trx) => {
      await hold(trx);
      for (const layer of outermostFirst(layers))
        await trx('calendar_layers').insert(layerRow(layer)).onConflict('id').ignore();
      const there = await trx('calendar_releases').select('calendar_id', 'shipped_version');
      const known = new Set(there.map((row) => `${row.calendar_id}@${row.shipped_version}`));
      const fresh = byPublication(releases, layers).filter(
        (release) => !known.has(`${release.calendarId}@${release.version}`),
      );
      if (fresh.length === 0) return 0;
      const rows = there.length === 0 ? fresh.map(shippedRow) : await asDrafts(trx, fresh);
      await trx.batchInsert('calendar_releases', rows);
      return rows.length;
    });
  },
});

const hold = (trx: Knex): Promise<unknown> => trx.raw('SELECT pg_advisory_xact_lock(?)', [RELEASE_LOCK]);

const last = async (trx: Knex, calendarId: string | null, column: string): Promise<number> => {
  const query = trx('calendar_releases').max({ last: column });
  const [row] = await (calendarId === null ? query : query.where({ calendar_id: calendarId }));
  return row?.last ?? 0;
};

const asDrafts = async (trx: Knex, releases: readonly Release[]) => {
  const numbers = new Map<string, number>();
  const rows = [];
  for (const release of releases) {
    const { calendarId } = release;
    const number = (numbers.get(calendarId) ?? (await last(trx, calendarId, 'number'))) + 1;
    numbers.set(calendarId, number);
    rows.push({ ...shippedContent(release, number), state: 'draft' });
  }
  return rows;
};

export type CalendarStore = ReturnType<typeof calendarStore>;
