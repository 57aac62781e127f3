import { dayOf, isoOf, textOfDay } from '../../calendar/index.ts';
import { hasLapsed, JURISDICTIONS, type RegulationId, regulationOf } from '../../procedures/regulations.ts';
import type { AppliedMeasure } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';

/** The entry that stands for a measure; null: none does. */
export const standingFor = (entries: readonly AppliedMeasure[], id: RegulationId): AppliedMeasure | null =>
  entries.find(({ regulation, withdrawn }) => regulation === id && withdrawn === null) ?? null;

/** What administrators are told of a measure that is applied after its term without a document; null: there is nothing to tell. */
export const measureWarning = (
  id: RegulationId,
  entries: readonly AppliedMeasure[],
  nowMs: number,
): string | null => {
  const measure = regulationOf(id);
  if (!hasLapsed(measure, textOfDay(dayOf(nowMs))) || standingFor(entries, id) !== null) return null;
  return `《${measure.title}》的施行期限已于${measure.validThrough}届满，系统中尚无继续施行的文号。有关事项照常受理和办理，请核实后登记文号。`;
};

/** A measure with its term, whether that has run out at `nowMs`, and by which document it is still applied. */
export const presentMeasure = (id: RegulationId, entries: readonly AppliedMeasure[], nowMs: number) => {
  const measure = regulationOf(id);
  const applied = standingFor(entries, id);
  return {
    ...{ id, title: measure.title, validFrom: measure.validFrom, validThrough: measure.validThrough ?? null },
    lapsed: hasLapsed(measure, textOfDay(dayOf(nowMs))),
    applied: applied === null ? null : { documentNo: applied.documentNo, since: isoOf(applied.atMs) },
  };
};
export type PresentedMeasure = ReturnType<typeof presentMeasure>;

/** The same with its history, for administrators. */
export const presentMeasureInFull = (
  id: RegulationId,
  { entries, names, nowMs }: { entries: readonly AppliedMeasure[]; names: Names; nowMs: number },
) => {
  const { jurisdiction } = regulationOf(id);
  return {
    ...presentMeasure(id, entries, nowMs),
    ...{ jurisdiction, jurisdictionTitle: JURISDICTIONS[jurisdiction].title },
    warning: measureWarning(id, entries, nowMs),
    history: entries
      .filter(({ regulation }) => regulation === id)
      .map(({ documentNo, note, by, atMs, withdrawn }) => ({
        ...{ documentNo, note, by: names.get(by) ?? '', at: isoOf(atMs) },
        withdrawn:
          withdrawn === null
            ? null
            : {
                by: names.get(withdrawn.by) ?? '',
                at: isoOf(withdrawn.atMs),
                reasons: withdrawn.reasons,
              },
      })),
  };
};
