import type { Knex } from 'knex';
import { timestamp } from './instants.ts';

/** That a measure is still applied after its term: by which document, who entered it and when. Instants are epoch milliseconds. */
export type AppliedMeasure = {
  id: string;
  regulation: string;
  documentNo: string;
  note: string | null;
  by: string;
  atMs: number;
  withdrawn: { by: string; atMs: number; reasons: string } | null;
};

/** 继续施行 of measures whose term has run out. Entries are only added and withdrawn, each by somebody at some time. */
export const measureStore = (db: Knex) => ({
  /** Every entry, the latest first. */
  async all(): Promise<AppliedMeasure[]> {
    return (await db('applied_measures').orderBy([{ column: 'set_at', order: 'desc' }, 'id'])).map(asMeasure);
  },

  /** Enters that a measure is still applied; false when that stands already. */
  async apply(trx: Knex, entry: Omit<AppliedMeasure, 'withdrawn'>): Promise<boolean> {
    const { id, regulation, documentNo, note, by, atMs } = entry;
    const added = await trx('applied_measures')
      .insert({ id, regulation, document_no: documentNo, note, set_by: by, set_at: timestamp(atMs) })
      .onConflict(trx.raw('(regulation) WHERE withdrawn_at IS NULL'))
      .ignore()
      .returning('id');
    return added.length === 1;
  },

  /** Takes back what stands for a measure; false when nothing does. */
  async withdraw(
    trx: Knex,
    regulation: string,
    { by, atMs, reasons }: NonNullable<AppliedMeasure['withdrawn']>,
  ): Promise<boolean> {
    const changed = await trx('applied_measures')
      .where({ regulation })
      .whereNull('withdrawn_at')
      .update({ withdrawn_by: by, withdrawn_at: timestamp(atMs), withdrawn_reasons: reasons });
    return changed === 1;
  },
});

export type MeasureStore = ReturnType<typeof measureStore>;

type Row = {
  id: string;
  regulation: string;
  document_no: string;
  note: string | null;
  set_by: string;
  set_at: number;
  withdrawn_by: string;
  withdrawn_at: number | null;
  withdrawn_reasons: string;
};
const asMeasure = (row: Row): AppliedMeasure => ({
  ...{ id: row.id, regulation: row.regulation, documentNo: row.document_no, note: row.note },
  ...{ by: row.set_by, atMs: row.set_at },
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { by: row.withdrawn_by, atMs: row.withdrawn_at, reasons: row.withdrawn_reasons },
});
