import type { Knex } from 'knex';
import { msFromIso } from '../../calendar/index.ts';
import type { Shift, ShiftRefusal } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { readOfficer, refuseShift } from './rota-rules.ts';

type Asked = { officer: string; from?: string | undefined; to?: string | undefined };
/** Who stands in, and when; epoch milliseconds, the end exclusive. */
type StandIn = { personId: string; fromMs: number; toMs: number };

export const shiftOver = (): Problem => problem(409, 'shift_over', '该班次已经结束或已撤下。');

/** The stand-in that was asked for, or why there can be none. Without instants, for all that is left of the shift. */
export const readStandIn = async (
  desk: Desk,
  shift: Shift,
  { officer, from, to }: Asked,
  nowMs: number,
): Promise<StandIn | Problem> => {
  if (shift.withdrawnAtMs !== null || shift.toMs <= nowMs) return shiftOver();
  const beginMs = Math.max(shift.fromMs, nowMs);
  const fromMs = from === undefined ? beginMs : (msFromIso(from) ?? 0);
  const toMs = to === undefined ? shift.toMs : (msFromIso(to) ?? 0);
  if (fromMs < beginMs) return refuseShift('shift_invalid', '/from', '应在该班次之内，且不早于现在');
  if (toMs > shift.toMs) return refuseShift('shift_invalid', '/to', '应在该班次之内');
  if (toMs <= fromMs) return refuseShift('shift_invalid', '/to', '代班的结束应在开始之后');
  const read = await readOfficer(desk, officer, shift.department);
  if ('problem' in read) return read;
  if (read.personId === shift.personId)
    return refuseShift('officer_invalid', '/officer', '本人不能代本人值班');
  return { ...read, fromMs, toMs };
};

/**
 * 代班: somebody stands in for the officer of a shift, in the same place in the line, for a part of it; before and after, the officer is on
 * duty as before. Entries are only ever withdrawn and added, at one instant. In the caller's transaction.
 */
export const setStandIn = async (
  { store: { rota } }: Desk,
  trx: Knex,
  { shift, standIn, by }: { shift: Shift; standIn: StandIn; by: string },
  { commandId, atMs }: { commandId: string; atMs: number },
): Promise<'over' | ShiftRefusal | null> => {
  if (!(await rota.withdraw(trx, shift.id, by, atMs))) return 'over';
  const { department, place, standsInFor } = shift;
  const common = { department, place, setBy: by, setAtMs: atMs };
  const own = { ...common, personId: shift.personId, standsInFor, commandId: null };
  const regular = standsInFor ?? shift.personId;
  const parts = [
    { ...common, ...standIn, standsInFor: regular === standIn.personId ? null : regular, commandId },
    { ...own, fromMs: Math.max(shift.fromMs, atMs), toMs: standIn.fromMs },
    { ...own, fromMs: standIn.toMs, toMs: shift.toMs },
  ];
  for (const part of parts.filter(({ fromMs, toMs }) => fromMs < toMs)) {
    const made = await rota.set(trx, part);
    if ('refused' in made) return made;
  }
  return null;
};
