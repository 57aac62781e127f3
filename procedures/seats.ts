import { calledFor, type Known } from './conditions.ts';
import type { Role } from './roles.ts';
import type { Procedure, Seat, Stage } from './schema.ts';

/** Who decides a stage, one seat each. */
export const seatsOf = ({ by }: Pick<Stage, 'by'>): Seat[] => (Array.isArray(by) ? by : [by]);

export const roleOf = (seat: Seat): Role => (typeof seat === 'string' ? seat : seat.role);

/** The role of each seat of a stage. */
export const rolesOf = (stage: Pick<Stage, 'by'>): Role[] => seatsOf(stage).map(roleOf);

const isCall = ({ clocks = [] }: Stage): boolean => clocks.some(({ ladder }) => ladder === 'inform-call');

/** The seat that takes a new case up (承办): of the first stage that it opens and that is more than a call to tell of it, the first
 *  of several; undefined when it opens none. */
export const firstSeatOf = ({ start, stages }: Procedure, facts: Known['facts']): Seat | undefined => {
  const opened = calledFor(start, { facts, results: {} }).flatMap((id) => stages[id] ?? []);
  return opened.filter((stage) => !isCall(stage)).flatMap(seatsOf)[0];
};

/** Roles that act in whichever department a fact names. */
export const rolesActingFor = ({ stages }: Procedure, fact: string | undefined): Role[] => {
  const seats = Object.values(stages).flatMap(seatsOf);
  return [
    ...new Set(
      seats.flatMap((seat) => (typeof seat !== 'string' && seat.department === fact ? [seat.role] : [])),
    ),
  ];
};
