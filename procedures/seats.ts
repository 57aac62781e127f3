import type { Role } from './roles.ts';
import type { Procedure, Seat, Stage } from './schema.ts';

/** Who decides a stage, one seat each. */
export const seatsOf = ({ by }: Pick<Stage, 'by'>): Seat[] => (Array.isArray(by) ? by : [by]);

export const roleOf = (seat: Seat): Role => (typeof seat === 'string' ? seat : seat.role);

/** The role of each seat of a stage. */
export const rolesOf = (stage: Pick<Stage, 'by'>): Role[] => seatsOf(stage).map(roleOf);

/** Roles that act in whichever department a fact names. */
export const rolesActingFor = ({ stages }: Procedure, fact: string | undefined): Role[] => {
  const seats = Object.values(stages).flatMap(seatsOf);
  return [
    ...new Set(
      seats.flatMap((seat) => (typeof seat !== 'string' && seat.department === fact ? [seat.role] : [])),
    ),
  ];
};
