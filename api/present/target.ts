import { isoOf } from '../../calendar/index.ts';
import { commonClock, isReport, stageTitle } from '../../procedures/common-stages.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { type AddressedLimit, isSettable, limitsIn } from '../../procedures/targets.ts';
import { inForceAt, type StoredTarget } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';
import { presentWhen } from './condition.ts';
import { NO_DOCUMENTS, presentLimit } from './limit.ts';

/** What every procedure with stages has beside its own limits: those of what is asked of others. */
const commonLimits = (procedure: Procedure): AddressedLimit[] => {
  if (Object.keys(procedure.stages).length === 0) return [];
  const asked = isReport(procedure) ? ['opinion'] : ['supplement', 'opinion'];
  return asked.flatMap((stage) => {
    const rule = commonClock(procedure, stage);
    return rule === null || Array.isArray(rule.limit)
      ? []
      : [
          {
            address: stage,
            stage,
            clock: stage,
            title: stageTitle(procedure, stage),
            when: undefined,
            limit: rule.limit,
          },
        ];
  });
};

/** Targets and house limits of a procedure. */
export const houseLimitsOf = (procedure: Procedure): AddressedLimit[] =>
  [...limitsIn(procedure), ...commonLimits(procedure)].filter(({ limit }) => limit.kind !== 'statutory');

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

/** The settings of one limit. */
export const settingsOf = (
  settings: readonly StoredTarget[],
  { procedure, edition, limit }: Pick<StoredTarget, 'procedure' | 'edition' | 'limit'>,
): StoredTarget[] =>
  settings.filter((one) => one.procedure === procedure && one.edition === edition && one.limit === limit);

/** A target or house limit as it ships and as it holds for what is filed at `nowMs`; `settings`: its own. */
const presentHouseLimit = (
  { address, stage, clock, title, when, limit }: AddressedLimit,
  { settings, names, nowMs }: Told,
) => {
  const [set] = inForceAt(settings, nowMs);
  const inForce =
    set === undefined || !isSettable(limit) ? limit : { ...limit, amount: set.amount, setting: set.id };
  const documents = set === undefined ? NO_DOCUMENTS : new Map([[set.id, set.documentNo]]);
  return {
    ...{ limit: address, stage, clock, title },
    when: presentWhen(when),
    shipped: presentLimit(limit, NO_DOCUMENTS),
    inForce: presentLimit(inForce, documents),
    settable: isSettable(limit),
    settings: settings.map((target) => presentTarget(target, { settings, names, nowMs })),
  };
};

/** A procedure with those of its limits given; `settings`: of every limit. */
export const presentHouseLimits = (procedure: Procedure, limits: readonly AddressedLimit[], told: Told) => {
  const { id, title, jurisdiction, edition } = procedure;
  const of = { procedure: id, edition: edition.id };
  return {
    ...{ ...of, procedureTitle: title, jurisdiction },
    limits: limits.map((limit) => {
      const settings = settingsOf(told.settings, { ...of, limit: limit.address });
      return presentHouseLimit(limit, { ...told, settings });
    }),
  };
};
