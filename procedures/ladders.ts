import type { Role } from './roles.ts';
import type { LadderId } from './schema.ts';

/**
 * Who hears of a missed limit, and when: rungs counted from the due instant. Rules of our own (H): the texts name who supervises
 * (LZ-D 第三十条 for the competent department and the leading group, LZ-P 第一百六十八条 for the head of the unit), not when.
 * A rung of N working days is due when the N-th working day after the due day has ended.
 */
export type LadderRung = {
  after: { amount: number; unit: 'working-day' | 'minute' };
  to: Role | 'lead-of-acting-role';
};

export const LADDERS: Record<LadderId, LadderRung[]> = {
  ordinary: [
    { after: { amount: 0, unit: 'minute' }, to: 'lead-of-acting-role' },
    { after: { amount: 1, unit: 'working-day' }, to: 'competent-department' },
    { after: { amount: 3, unit: 'working-day' }, to: 'leading-group' },
  ],
  /** An incident call that nobody answers goes to the head of the unit, four times, a quarter of an hour apart. */
  'inform-call': [0, 15, 30, 45].map((minutes) => ({
    after: { amount: minutes, unit: 'minute' },
    to: 'unit-head',
  })),
  /** A period of a duty that was over before its case was opened: told once, not pursued for what nobody could ask in time. */
  once: [{ after: { amount: 0, unit: 'minute' }, to: 'lead-of-acting-role' }],
  none: [],
};
