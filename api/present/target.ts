import { isoOf } from '../../calendar/index.ts';
import { commonClock, isReport, stageTitle } from '../../procedures/common-stages.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { type AddressedLimit, isSettable, limitsIn } from '../../procedures/targets.ts';
import { inForceAt, type StoredTarget } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';
import { presentWhen } from './condition.ts';
import { NO_DOCUMENTS, presentLimit } from './limit.ts';

/** A limit whose number is not the law's, with the edition it is of. */
export type HouseLimit = AddressedLimit & { procedure: Procedure };

/** What every procedure with stages has beside its own limits: those of what is asked of others. */
const commonLimits = (procedure: Procedure): AddressedLimit[] => {
  if (Object.keys(procedure.stages).length === 0) return [];
  const asked = isReport(procedure) ? ['opinion'] : ['supplement', 'opinion'];
  return asked.flatMap((stage) => {
    const rule = commonClock(procedure, stage);
    return rule === null || Array.isArray(rule.limit)
      ? []
      : [{ address: stage, stage, clock: stage, when: undefined, limit: rule.limit }];
  });
};

/** Targets and house limits of a procedure. */
export const houseLimitsOf = (procedure: Procedure): HouseLimit[] =>
  [...limitsIn(procedure), ...commonLimits(procedure)]
    .filter(({ limit }) => limit.kind !== 'statutory')
    .map((limit) => ({ ...limit, procedure }));

export const limitKey = ({ procedure: { id, edition }, address }: HouseLimit): string =>
  `${id}@${edition.id}/${address}`;

type Told = { settings: readonly StoredTarget[]; names: Names; nowMs: number };

/** One setting of a target; `settings`: those of its limit. */
export const presentTarget = (target: StoredTarget, { settings, names, nowMs }: Told) => {
  const { id, procedure, edition, limit, amount, validFrom, documentNo, reasons, by, atMs, withdrawn } =
    target;
  return {
    ...{ id, procedure, edition, limit, amount, from: validFrom, documentNo, reasons },
    ...{ by: names.get(by) ?? '', at: isoOf(atMs) },
    inForce: inForceAt(settings, nowMs).some((one) => one.id === id),
    withdrawn:
      withdrawn === null
        ? null
        : {
            ...{ by: names.get(withdrawn.by) ?? '', at: isoOf(withdrawn.atMs) },
            ...{ reasons: withdrawn.reasons, documentNo: withdrawn.documentNo },
          },
  };
};

/** A target or house limit as it ships and as it holds for what is filed at `nowMs`, with all that has been set; `settings`: of every limit. */
export const presentHouseLimit = (
  { procedure, address, stage, clock, when, limit }: HouseLimit,
  { settings, names, nowMs }: Told,
) => {
  const { id, title, jurisdiction, edition } = procedure;
  const own = settings.filter(
    (one) => one.procedure === id && one.edition === edition.id && one.limit === address,
  );
  const [set] = inForceAt(own, nowMs);
  const inForce =
    set === undefined || !isSettable(limit) ? limit : { ...limit, amount: set.amount, setting: set.id };
  const documents = set === undefined ? NO_DOCUMENTS : new Map([[set.id, set.documentNo]]);
  return {
    ...{ procedure: id, procedureTitle: title, jurisdiction, edition: edition.id },
    ...{ limit: address, stage, clock },
    title: stage === null ? (procedure.caseClocks?.[clock]?.title ?? clock) : stageTitle(procedure, stage),
    when: presentWhen(when),
    shipped: presentLimit(limit, NO_DOCUMENTS),
    inForce: presentLimit(inForce, documents),
    settable: isSettable(limit),
    settings: own.map((target) => presentTarget(target, { settings: own, names, nowMs })),
  };
};
