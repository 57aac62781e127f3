import { addWorkingDays, dayFromText, startOfDayMs, type WorkCalendar } from '../calendar/index.ts';
import { LADDERS, type LadderRung } from '../procedures/ladders.ts';
import { leadOf, type Role } from '../procedures/roles.ts';
import type { LadderId } from '../procedures/schema.ts';
import type { Draft } from './draft.ts';
import { LOOKS_UPWARDS, practises, type Rules } from './rules.ts';
import type { CaseState, Clock, Rung } from './state.ts';

/** Who acts under a clock: the first rungs of its ladder depend on it. */
export type Acting = { role: Role; department: string };

/** The rungs of a ladder (逐级上报) below a deadline, each with its instant and who hears of it. */
export const rungsOf = (
  { rules, state }: Draft,
  ladder: LadderId,
  { dueAtMs, dueDay }: { dueAtMs: number; dueDay: string },
  acting: Acting,
): Rung[] => {
  const told = addressees(rules, state, ladder, acting);
  return LADDERS[ladder].map((rung, index) => ({
    rung: index + 1,
    atMs: rungAtMs(rules.calendar, dueAtMs, dueDay, rung),
    to: told[index] as Seat,
  }));
};

const rungAtMs = (calendar: WorkCalendar, dueAtMs: number, dueDay: string, { after }: LadderRung): number =>
  after.unit === 'minute'
    ? dueAtMs + after.amount * 60_000
    : startOfDayMs(addWorkingDays(calendar, dayFromText(dueDay), after.amount) + 1);

/** The same rungs at the same instants, told to those who stand above `acting`. */
export const readdressed = (
  { rules, state }: Draft,
  { ladder, rungs }: Pick<Clock, 'ladder' | 'rungs'>,
  acting: Acting,
): Rung[] => {
  const told = addressees(rules, state, ladder, acting);
  return rungs.map((rung) => ({ ...rung, to: told[rung.rung - 1] ?? rung.to }));
};

type Seat = Rung['to'];
const isSame = (one: Acting, other: Acting): boolean =>
  one.role === other.role && one.department === other.department;

/**
 * Who hears of each rung. A limit is never reported to the one who has missed it, and a ladder does not stop at one seat: such a rung
 * goes to the first above that has not heard yet. A ladder that calls one seat again and again does so by its own rule.
 */
const addressees = (rules: Rules, state: CaseState, ladder: LadderId, acting: Acting): Seat[] => {
  const named = LADDERS[ladder].map((rung) => addressee(state, rung, acting));
  if (!practises(rules, LOOKS_UPWARDS)) return named;
  const callsOneSeat = new Set(LADDERS[ladder].map(({ to }) => to)).size === 1;
  const told: Seat[] = [];
  for (const seat of named) {
    const heard = (one: Seat): boolean =>
      isSame(one, acting) || (!callsOneSeat && told.some((earlier) => isSame(earlier, one)));
    told.push(heard(seat) ? (above(state).find((one) => !heard(one)) ?? told.at(-1) ?? seat) : seat);
  }
  return told;
};

/** Those above every unit of the place, lowest first, as far as it has named them. */
const above = ({ parties }: CaseState): Seat[] =>
  (['competent-department', 'leading-group', 'supervisor'] as const).flatMap((role) => {
    const department = parties[role];
    return department === undefined ? [] : [{ role, department }];
  });

/** Whom the ladder names. Where nobody stands above the acting role in its own department, that is the competent department. */
const addressee = (state: CaseState, { to }: LadderRung, acting: Acting): Seat => {
  if (to === 'lead-of-acting-role') {
    const lead = leadOf(acting.role);
    if (lead !== null) return { role: lead, department: acting.department };
  }
  const role = to === 'lead-of-acting-role' ? 'competent-department' : to;
  if (role === 'unit-head') return { role, department: acting.department };
  return { role, department: state.parties[role] ?? acting.department };
};
