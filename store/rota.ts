import type { Knex } from 'knex';
import { timestamp } from './instants.ts';
import {
  LAST_INTEGER,
  MALFORMED_CURSOR,
  type MalformedCursor,
  numberIn,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import { type GapQuery, type RotaGap, rotaGaps } from './rota-gaps.ts';

/** One officer's turn at one place in the line of a department. Instants are epoch milliseconds; the end is exclusive. */
export type Shift = {
  id: number;
  department: string;
  /** 1: called first. */
  place: number;
  personId: string;
  /** 代班: the officer in whose place the person stands; null: nobody's. */
  standsInFor: string | null;
  fromMs: number;
  toMs: number;
  setBy: string;
  setAtMs: number;
  withdrawnBy: string | null;
  withdrawnAtMs: number | null;
};
export type NewShift = Pick<
  Shift,
  'department' | 'place' | 'personId' | 'standsInFor' | 'fromMs' | 'toMs' | 'setBy' | 'setAtMs'
> & {
  commandId: string | null;
};
/** Why a shift cannot be: the place is taken, or the officer stands elsewhere in the line at that time. */
export type ShiftRefusal = { refused: 'place-taken' | 'officer-twice'; by: number };

/** Who is to be called next at an instant: the first in line that this call has not reached yet; null: nobody is left. */
export const nextInLine = async (
  trx: Knex,
  { department, atMs, callId }: { department: string; atMs: number; callId: number | null },
): Promise<string | null> => {
  const row = await onDutyRows(trx, atMs)
    .where('d.department_id', department)
    .whereNotExists((called) =>
      called
        .select(trx.raw('1'))
        .from('call_rings as r')
        .whereRaw('r.call_id = ? AND r.person_id = s.person_id', [callId as number]),
    )
    .first('s.person_id');
  return row?.person_id ?? null;
};

const shiftRows = (db: Knex) => db('duty_shifts as s').join('duty_places as d', 'd.id', 's.place_id');

const onDutyRows = (db: Knex, atMs: number) =>
  shiftRows(db)
    .join('people as p', 'p.id', 's.person_id')
    .where('p.disabled', false)
    .andWhere('s.from_at', '<=', timestamp(atMs))
    .andWhere('s.to_at', '>', timestamp(atMs))
    .andWhere((kept) => kept.whereNull('s.withdrawn_at').orWhere('s.withdrawn_at', '>', timestamp(atMs)))
    .orderBy(['d.department_id', 'd.place', 's.id']);

const SHIFT = ['s.*', 'd.department_id', 'd.place'];

type RotaQuery = { department: string; fromMs: number; toMs: number | null; withdrawn: boolean };

const rotaRows = (db: Knex, { department, fromMs, toMs, withdrawn }: RotaQuery) => {
  const query = shiftRows(db)
    .where('d.department_id', department)
    .andWhere('s.to_at', '>', timestamp(fromMs));
  if (toMs !== null) query.andWhere('s.from_at', '<', timestamp(toMs));
  if (!withdrawn) query.whereNull('s.withdrawn_at');
  return query;
};

/** 值班表: who is on duty, department by department. Entries are only added and withdrawn, each by somebody at some time. */
export const rotaStore = (db: Knex) => ({
  /** See `rotaGaps`. */
  gaps: (asked: GapQuery): Promise<RotaGap[]> => rotaGaps(db, asked),

  /** How many departments that keep a watch have nobody on duty at the instant. */
  async withoutDuty(atMs: number): Promise<number> {
    return (await rotaGaps(db, { scope: null, department: null, fromMs: atMs, toMs: atMs + 1 })).length;
  },

  /** Who is on duty at an instant, in the order in which they are called. */
  async onDuty(departments: readonly string[], atMs: number): Promise<Shift[]> {
    const rows = await onDutyRows(db, atMs)
      .whereIn('d.department_id', [...departments])
      .select(SHIFT);
    return rows.map(toShift);
  },

  /** Shifts of a department that reach into a stretch of time, in order; withdrawn ones too where asked for. */
  async list({ limit, cursor, ...asked }: Paging & RotaQuery): Promise<Page<Shift> | MalformedCursor> {
    const position = positionOf('rota', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const query = rotaRows(db, asked)
      .orderBy(['s.from_at', 's.id'])
      .limit(limit + 1)
      .select(SHIFT);
    if (position)
      query.whereRaw('(s.from_at, s.id) > (?, ?)', [
        timestamp(position.atMs ?? 0),
        numberIn(position, LAST_INTEGER),
      ]);
    const at = (row: Row) => ({ atMs: row.from_at!, ids: [String(row.id)] });
    return pageOf('rota', await query, limit, at, toShift);
  },

  async count(asked: RotaQuery): Promise<number> {
    const [row] = await rotaRows(db, asked).count({ all: '*' });
    return Number(row!.all);
  },

  async byId(id: number): Promise<Shift | null> {
    const row = await shiftRows(db).where('s.id', id).first(SHIFT);
    return row === undefined ? null : toShift(row);
  },

  /** The shift that a command has put in the line; null: none. */
  async byCommand(commandId: string): Promise<Shift | null> {
    const row = await shiftRows(db).where('s.command_id', commandId).first(SHIFT);
    return row === undefined ? null : toShift(row);
  },

  /** Whether the person works in the department and may sign in. */
  async belongs(personId: string, department: string): Promise<boolean> {
    const row = await db('people as p')
      .where({ 'p.id': personId, 'p.disabled': false })
      .andWhere((either) =>
        either
          .where('p.department_id', department)
          .orWhereExists((grant) =>
            grant
              .select(db.raw('1'))
              .from('role_grants as g')
              .whereRaw('g.person_id = p.id')
              .andWhere('g.department_id', department),
          ),
      )
      .first('p.id');
    return row !== undefined;
  },

  /** Puts an officer in the line. In the caller's transaction; changes to one department come one after the other. */
  async set(trx: Knex, shift: NewShift): Promise<{ id: number } | ShiftRefusal> {
    const { department, place, personId, fromMs, toMs } = shift;
    await trx('departments').where({ id: department }).forNoKeyUpdate().first('id');
    const [clash] = await shiftRows(trx)
      .where('d.department_id', department)
      .whereNull('s.withdrawn_at')
      .andWhere((either) => either.where('d.place', place).orWhere('s.person_id', personId))
      .andWhereRaw('tstzrange(s.from_at, s.to_at) && tstzrange(?, ?)', [timestamp(fromMs), timestamp(toMs)])
      .orderByRaw('d.place = ? DESC, s.from_at', [place])
      .limit(1)
      .select('s.id', 'd.place');
    if (clash !== undefined)
      return { refused: clash.place === place ? 'place-taken' : 'officer-twice', by: clash.id };
    await trx('duty_places').insert({ department_id: department, place }).onConflict().ignore();
    const { id: placeId } = await trx('duty_places').where({ department_id: department, place }).first('id');
    const [row] = await trx('duty_shifts')
      .insert({
        ...{ place_id: placeId, person_id: personId, from_at: timestamp(fromMs), to_at: timestamp(toMs) },
        ...{ set_by: shift.setBy, set_at: timestamp(shift.setAtMs), command_id: shift.commandId },
        stands_in_for: shift.standsInFor,
      })
      .returning('id');
    return { id: row.id };
  },

  /** Takes an officer out of the line from now on; false when the shift is over or withdrawn. In the caller's transaction. */
  async withdraw(trx: Knex, id: number, by: string, atMs: number): Promise<boolean> {
    const changed = await trx('duty_shifts')
      .where({ id })
      .whereNull('withdrawn_at')
      .andWhere('to_at', '>', timestamp(atMs))
      .update({ withdrawn_by: by, withdrawn_at: timestamp(atMs) });
    return changed === 1;
  },
});

type Row = Record<string, never>;
const toShift = (row: Row): Shift => ({
  id: row.id!,
  department: row.department_id!,
  place: row.place!,
  personId: row.person_id!,
  standsInFor: row.stands_in_for!,
  fromMs: row.from_at!,
  toMs: row.to_at!,
  setBy: row.set_by!,
  setAtMs: row.set_at!,
  withdrawnBy: row.withdrawn_by!,
  withdrawnAtMs: row.withdrawn_at!,
});

export type RotaStore = ReturnType<typeof rotaStore>;
