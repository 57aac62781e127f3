import { addWorkingDays, dayFromText, startOfDayMs, type WorkCalendar } from '../calendar/index.ts';
import { LADDERS, type LadderRung } from '../procedures/ladders.ts';
import { leadOf, type Role } from '../procedures/roles.ts';
import type { LadderId } from '../procedures/schema.ts';
import type { Draft } from './draft.ts';
import type { CaseState, Clock, Rung } from './state.ts';

/** Who acts under a clock: the first rungs of its ladder depend on it. */
export type Acting = { role: Role; department: string };

/** The rungs of a ladder (逐级上报) below a deadline, each with its instant and who hears of it. */
export const rungsOf = (
  { rules, state }: Draft,
  ladder: LadderId,
  { dueAtMs, dueDay }: { dueAtMs: number; dueDay: string },
  acting: Acting,
): Rung[] =>
  LADDERS[ladder].map((rung, index) => ({
    rung: index + 1,
    atMs: rungAtMs(rules.calendar, dueAtMs, dueDay, rung),
    to: addressee(state, rung, acting),
  }));

const rungAtMs = (calendar: WorkCalendar, dueAtMs: number, dueDay: string, { after }: LadderRung): number =>
  after.unit === 'minute'
    ? dueAtMs + after.amount * 60_000
    : startOfDayMs(addWorkingDays(calendar, dayFromText(dueDay), after.amount) + 1);

/** The same rungs at the same instants, told to those who stand above `acting`. */
export const readdressed = (
  state: CaseState,
  { ladder, rungs }: Pick<Clock, 'ladder' | 'rungs'>,
  acting: Acting,
): Rung[] =>
  rungs.map((rung) => {
    const step = LADDERS[ladder][rung.rung - 1];
    return step === undefined ? rung : { ...rung, to: addressee(state, step, acting) };
  });

/** Who hears of a rung. Where nobody stands above the acting role in its own department, the competent department does. */
const addressee = (state: CaseState, { to }: LadderRung, acting: Acting): Rung['to'] => {
  if (to === 'lead-of-acting-role') {
    const lead = leadOf(acting.role);
    if (lead !== null) return { role: lead, department: acting.department };
  }
  const role = to === 'lead-of-acting-role' ? 'competent-department' : to;
  if (role === 'unit-head') return { role, department: acting.department };
  return { role, department: state.parties[role] ?? acting.department };
};
