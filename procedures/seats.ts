import { ROLES, type Role } from './roles.ts';
import type { Procedure, Seat, Stage } from './schema.ts';

/** Who decides a stage, one seat each. */
export const seatsOf = ({ by }: Pick<Stage, 'by'>): Seat[] => (Array.isArray(by) ? by : [by]);

export const roleOf = (seat: Seat): Role => (typeof seat === 'string' ? seat : seat.role);

/** The role of each seat of a stage. */
export const rolesOf = (stage: Pick<Stage, 'by'>): Role[] => seatsOf(stage).map(roleOf);

/** The seat of the organ that handles a case (承办机关): the first stage that another than the requester's own unit decides; of a
 *  matter that stays within the unit, its first stage. */
export const handlingSeatOf = ({ stages }: Procedure): Seat | undefined => {
  const seats = Object.values(stages).flatMap(seatsOf);
  return seats.find((seat) => ROLES[roleOf(seat)].scope !== 'own-unit') ?? seats[0];
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
