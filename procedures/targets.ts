import { clockRules } from './clock-rules.ts';
import type { Condition } from './conditions.ts';
import type { CaseClockRule, ClockRule, LegalLimit, LimitRule, Procedure, Stage, StageId } from './schema.ts';

/**
 * 服务目标 as an administrator has set it in place of the amount that the edition ships. `limit`: its address within the edition (see
 * `limitsIn`). `setting`: id of what was set, by which its document number, its reason and its author are found in PostgreSQL.
 */
export type TargetSetting = { limit: string; amount: number; setting: string };

/** A limit of a procedure with the place it stands at. */
export type AddressedLimit = {
  /** The same for one limit as long as the edition is the same, and of no other limit of it. */
  address: string;
  /** null: over the whole case (全程时限). */
  stage: StageId | null;
  clock: string;
  /** What readers call it: as its clock is called, else its stage. */
  title: string;
  /** Of several limits of one clock: on what condition this one applies. */
  when: Condition | undefined;
  limit: LimitRule;
};
/** A target with an amount: what an administrator may set. */
export type TargetLimit = Exclude<LegalLimit, { unit: 'date' }> & { kind: 'target' };

/** The text sets no number (T in the table), and the limit is an amount; one that ends with a date follows its period, not a number. */
export const isSettable = (limit: LimitRule): limit is TargetLimit =>
  limit.kind === 'target' && limit.unit !== 'date';

/** Stands for the stage in the address of a clock over the whole case; no stage is called so. */
const WHOLE_CASE = '*';

/** `review` where the clock bears the name of its stage, else `outage/two-hours`. */
const placeOf = (stage: StageId | null, clock: string): string =>
  stage === clock ? stage : `${stage ?? WHOLE_CASE}/${clock}`;

/** Of several limits of one clock the place and the number in the order of the edition, from 1: `report:2`. */
const numbered = (place: string, index: number): string => `${place}:${index + 1}`;

const ofClock = (
  at: Pick<AddressedLimit, 'stage' | 'clock' | 'title'>,
  { limit }: Pick<ClockRule, 'limit'>,
): AddressedLimit[] => {
  const place = placeOf(at.stage, at.clock);
  if (!Array.isArray(limit)) return [{ ...at, address: place, when: undefined, limit }];
  return limit.map((each, index) => ({ ...at, address: numbered(place, index), ...each }));
};

/** Every limit of the procedure's own stages and of the whole case, in the order of the edition. */
export const limitsIn = ({ stages, caseClocks = {} }: Procedure): AddressedLimit[] => [
  ...Object.entries(stages).flatMap(([stage, { title, ...rest }]) =>
    clockRules(rest).flatMap((rule) =>
      ofClock({ stage, clock: rule.id ?? stage, title: rule.title ?? title }, rule),
    ),
  ),
  ...Object.entries(caseClocks).flatMap(([clock, rule]) =>
    ofClock({ stage: null, clock, title: rule.title }, rule),
  ),
];

/**
 * The procedure with the amounts that have been set in place of those shipped, each limit with the id of its setting; everything else is
 * as it was. Throws where a setting is of no target limit of the edition: counting on with another number would give a wrong date.
 */
export const withTargets = (procedure: Procedure, settings: readonly TargetSetting[]): Procedure => {
  if (settings.length === 0) return procedure;
  const limits = limitsIn(procedure);
  for (const { limit: address } of settings) {
    const found = limits.find((each) => each.address === address);
    if (found === undefined || !isSettable(found.limit))
      throw new Error(`${procedure.id}@${procedure.edition.id}: ${address} is no target limit`);
  }
  const setAt = (address: string, limit: LimitRule): LimitRule => {
    const set = settings.find((each) => each.limit === address);
    return set === undefined || !isSettable(limit)
      ? limit
      : { ...limit, amount: set.amount, setting: set.setting };
  };
  const clockWith = <C extends ClockRule | CaseClockRule>(place: string, clock: C): C => {
    const { limit } = clock;
    if (!Array.isArray(limit)) return { ...clock, limit: setAt(place, limit) };
    const each = limit.map(({ limit: one, ...rest }, index) => ({
      ...rest,
      limit: setAt(numbered(place, index), one),
    }));
    return { ...clock, limit: each };
  };
  const stageWith = (id: StageId, stage: Stage): Stage => {
    const { within, clocks } = stage;
    if (clocks !== undefined)
      return { ...stage, clocks: clocks.map((rule) => clockWith(placeOf(id, rule.id ?? id), rule)) };
    return within === undefined ? stage : { ...stage, within: setAt(id, within) };
  };
  const { stages, caseClocks } = procedure;
  return {
    ...procedure,
    stages: mapped(stages, stageWith),
    ...(caseClocks === undefined
      ? {}
      : { caseClocks: mapped(caseClocks, (id, rule) => clockWith(placeOf(null, id), rule)) }),
  };
};

const mapped = <V>(of: Record<string, V>, change: (id: string, value: V) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(of).map(([id, value]) => [id, change(id, value)]));
