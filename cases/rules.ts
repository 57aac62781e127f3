import type { WorkCalendar } from '../calendar/index.ts';
import { procedureById } from '../procedures/index.ts';
import type { Procedure } from '../procedures/schema.ts';
import { withTargets } from '../procedures/targets.ts';
import type { CaseState } from './state.ts';

/**
 * What a case is decided under: the edition of its procedure it was accepted under with the targets it was filed under, and its
 * calendar. All are data. `practice`: see `PRACTICE`; absent, the present one.
 */
export type Rules = { procedure: Procedure; calendar: WorkCalendar; practice?: number };

/**
 * The procedure that a case goes by to its end: the edition it was accepted under, with the 服务目标 that its first event says it was filed
 * under. What an administrator sets later is not asked for. null where there is no such edition.
 */
export const procedureOfCase = ({
  procedure: id,
  edition,
  targets = [],
}: Pick<CaseState, 'procedure' | 'edition' | 'targets'>): Procedure | null => {
  const procedure = procedureById(id, edition);
  return procedure === null ? null : withTargets(procedure, targets);
};

/** What is asked of others (补正, 征求意见) has a limit, and the side that filed the case cannot stop its own clock by asking. */
export const LIMITS_WHAT_IS_ASKED = 2;

/** A change of a register tells whose the thing is, where that is not the provider that the case was filed with. */
export const TELLS_OWNERS = 3;

/** A limit is never reported to the one who has missed it; who has a case only by a copy does not hand it on. */
export const LOOKS_UPWARDS = 4;

/** Acts keep within what is theirs to move: arrivals, answers to supplements, disputes and set limits. */
export const KEEPS_ACTS_WITHIN = 4;

/**
 * The newest practice: what the decider does of itself in any procedure, by number. A run goes on with the one it began with, so that a
 * recorded history comes out as it was; what begins, or begins again from the record, has the present one.
 */
export const PRACTICE = KEEPS_ACTS_WITHIN;

/** Whether what the practice of a number brought already holds under these rules. */
export const practises = ({ practice = PRACTICE }: Rules, since: number): boolean => practice >= since;
