import { isoOf } from '../../calendar/index.ts';
import type { Shift } from '../../store/index.ts';

/** Everybody whom shifts name. */
export const peopleOfShifts = (shifts: readonly Shift[]): string[] =>
  shifts.flatMap(({ personId, standsInFor, setBy, withdrawnBy }) => [
    personId,
    standsInFor ?? '',
    setBy,
    withdrawnBy ?? '',
  ]);

export const presentShift = (names: Map<string, string>, nowMs: number) => (shift: Shift) => {
  const { id, department, place, standsInFor, fromMs, toMs, setAtMs, withdrawnBy, withdrawnAtMs } = shift;
  const nameOf = (personId: string | null): string => names.get(personId ?? '') ?? '';
  return {
    ...{ id, department, place, officer: nameOf(shift.personId), from: isoOf(fromMs), to: isoOf(toMs) },
    standsInFor: standsInFor === null ? null : nameOf(standsInFor),
    onDuty: fromMs <= nowMs && nowMs < toMs && withdrawnAtMs === null,
    set: { by: nameOf(shift.setBy), at: isoOf(setAtMs) },
    withdrawn: withdrawnAtMs === null ? null : { by: nameOf(withdrawnBy), at: isoOf(withdrawnAtMs) },
  };
};
