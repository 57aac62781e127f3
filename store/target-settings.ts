import type { Knex } from 'knex';
import { dayOf, textOfDay } from '../calendar/index.ts';
import type { TargetSetting } from '../procedures/targets.ts';
import { timestamp } from './instants.ts';

/** 服务目标 as set by an administrator: who, from which day on (YYYY-MM-DD), by which document and why. Instants are epoch milliseconds. */
export type StoredTarget = {
  id: string;
  procedure: string;
  edition: string;
  /** Address of the limit within the edition (see `limitsIn`). */
  limit: string;
  amount: number;
  validFrom: string;
  documentNo: string;
  reasons: string;
  by: string;
  atMs: number;
  withdrawn: Withdrawal | null;
};
export type Withdrawal = { by: string; atMs: number; reasons: string; documentNo: string | null };
export type NewTarget = Omit<StoredTarget, 'withdrawn'>;
type OfEdition = { procedure: string; edition: string };

/**
 * Which of the settings hold for what is filed at an instant: by then entered and not taken back, and begun; of several of one limit the
 * one that began last.
 */
export const inForceAt = <T extends StoredTarget>(settings: readonly T[], atMs: number): T[] => {
  const day = textOfDay(dayOf(atMs));
  const holding = settings.filter(
    (one) =>
      one.atMs <= atMs && one.validFrom <= day && (one.withdrawn === null || one.withdrawn.atMs > atMs),
  );
  const last = new Map<string, T>();
  for (const one of holding) {
    const key = `${one.procedure}@${one.edition} ${one.limit}`;
    const before = last.get(key);
    if (before === undefined || before.validFrom < one.validFrom) last.set(key, one);
  }
  return [...last.values()];
};

/** Settings of targets. They are only added and withdrawn, each by somebody at some time. */
export const targetStore = (db: Knex) => {
  const read = async (where: Partial<OfEdition>): Promise<StoredTarget[]> =>
    (
      await db('target_settings')
        .where(where)
        .orderBy(['procedure', 'edition', 'limit_at', 'valid_from', 'id'])
    ).map(asTarget);

  return {
    all: (): Promise<StoredTarget[]> => read({}),

    /** What a case of an edition that is filed at an instant is filed under. */
    async inForce(of: OfEdition, atMs: number): Promise<TargetSetting[]> {
      const settings = inForceAt(await read(of), atMs);
      return settings.map(({ id, limit, amount }) => ({ limit, amount, setting: id }));
    },

    async byId(id: string): Promise<StoredTarget | null> {
      const row = await db('target_settings').where({ id }).first();
      return row === undefined ? null : asTarget(row);
    },

    /** Setting → the number of its document. */
    async documents(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db('target_settings').whereIn('id', ids).select('id', 'document_no');
      return new Map(rows.map(({ id, document_no }) => [id, document_no]));
    },

    /** Sets a target; false when another setting of it from the same day stands. */
    async set(trx: Knex, target: NewTarget): Promise<boolean> {
      const { id, procedure, edition, limit, amount, validFrom, documentNo, reasons, by, atMs } = target;
      const added = await trx('target_settings')
        .insert({
          ...{ id, procedure, edition, limit_at: limit, amount, valid_from: validFrom },
          ...{ document_no: documentNo, reasons, set_by: by, set_at: timestamp(atMs) },
        })
        .onConflict(trx.raw('(procedure, edition, limit_at, valid_from) WHERE withdrawn_at IS NULL'))
        .ignore()
        .returning('id');
      return added.length === 1;
    },

    /** Takes a setting back as from now; false when it has been, or there is none. */
    async withdraw(trx: Knex, id: string, { by, atMs, reasons, documentNo }: Withdrawal): Promise<boolean> {
      const changed = await trx('target_settings')
        .where({ id })
        .whereNull('withdrawn_at')
        .update({
          ...{ withdrawn_by: by, withdrawn_at: timestamp(atMs) },
          ...{ withdrawn_reasons: reasons, withdrawn_document_no: documentNo },
        });
      return changed === 1;
    },
  };
};

export type TargetStore = ReturnType<typeof targetStore>;

type Row = {
  id: string;
  procedure: string;
  edition: string;
  limit_at: string;
  amount: number;
  valid_from: string;
  document_no: string;
  reasons: string;
  set_by: string;
  set_at: number;
  withdrawn_by: string;
  withdrawn_at: number | null;
  withdrawn_reasons: string;
  withdrawn_document_no: string | null;
};
const asTarget = (row: Row): StoredTarget => ({
  ...{ id: row.id, procedure: row.procedure, edition: row.edition, limit: row.limit_at, amount: row.amount },
  ...{ validFrom: row.valid_from, documentNo: row.document_no, reasons: row.reasons },
  ...{ by: row.set_by, atMs: row.set_at },
  withdrawn:
    row.withdrawn_at === null
      ? null
      : {
          ...{ by: row.withdrawn_by, atMs: row.withdrawn_at },
          ...{ reasons: row.withdrawn_reasons, documentNo: row.withdrawn_document_no },
        },
});
