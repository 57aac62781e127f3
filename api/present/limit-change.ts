import { isoOf } from '../../calendar/index.ts';
import type { DeadlineFacts } from '../../cases/index.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import type { LegalLimit, Procedure } from '../../procedures/schema.ts';
import { type LimitChange, movesOfEnds } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';
import type { Sight } from '../security/sight.ts';
import { presentActOfEvent } from './clock-changes.ts';
import { type Documents, presentLimit } from './limit.ts';
import { presentRange } from './range.ts';
import { type Content, writingsFor } from './writings.ts';

type End = Pick<DeadlineFacts, 'dueAtMs' | 'dueDay' | 'provisional' | 'earliestAtMs' | 'latestAtMs'>;
type Changed = { clock: string; limit: LegalLimit | undefined; oldDueAtMs: number | null; end: End };

/** A limit that stands still has no end. */
const NO_END: End = {
  dueAtMs: null,
  dueDay: null,
  provisional: false,
  earliestAtMs: null,
  latestAtMs: null,
};

const changedBy = ({ event, clocks }: LimitChange): Changed[] => {
  const of = (clock: string, end: End): Changed[] => [
    { clock, limit: clocks[clock]?.limit, oldDueAtMs: null, end },
  ];
  switch (event.type) {
    case 'ClockPaused':
      return of(event.data.clock, NO_END);
    case 'ClockResumed':
    case 'ClockExtended':
      return of(event.data.clock, event.data);
    case 'DeadlineMoved':
      return movesOfEnds(event).map(({ clock, limit, oldDueAtMs, ...end }) => ({
        ...{ clock, limit, oldDueAtMs, end },
      }));
    default:
      return [];
  }
};

/** The limits that a change is of. */
export const limitsIn = (change: LimitChange): LegalLimit[] =>
  changedBy(change).flatMap(({ limit }) => limit ?? []);

/** How a limit was changed, as those concerned are told: who did it, why, by which document, and what ends when from now on. */
export const presentLimitChange = (
  change: LimitChange,
  {
    procedure,
    names,
    sight,
    documents,
  }: { procedure: Procedure | null; names: Names; sight: Sight; documents: Documents },
) => {
  const { event, content, author, clocks } = change;
  const titleOf = (stage: string): string => (procedure === null ? stage : stageTitle(procedure, stage));
  // Whoever is told of a limit is not told what the deciding side keeps to itself.
  const reader = { sight, inside: false, decided: false };
  const writingsOf = writingsFor(reader, () => content as Content | null);
  const extension = event.type === 'ClockExtended' ? event.data.extension : null;
  const endsAtMs = event.type === 'ClockPaused' ? event.data.endsAtMs : null;
  return {
    ...presentActOfEvent(event, { names, writingsOf, authorOf: () => author }),
    why: event.type === 'DeadlineMoved' ? event.data.why : null,
    ground: event.type === 'ClockPaused' || event.type === 'ClockResumed' ? event.data.ground : null,
    resumesAt: endsAtMs === null ? null : isoOf(endsAtMs),
    extension:
      extension === null
        ? null
        : { amount: extension.unit === 'date' ? null : extension.amount, unit: extension.unit },
    limits: changedBy(change).map(({ clock, limit, oldDueAtMs, end }) => {
      const stage = clocks[clock]?.stage ?? null;
      return {
        ...{ clock, stage, stageTitle: stage === null ? null : titleOf(stage) },
        limit: limit === undefined ? null : presentLimit(limit, documents),
        oldDueAt: oldDueAtMs === null ? null : isoOf(oldDueAtMs),
        dueAt: end.dueAtMs === null ? null : isoOf(end.dueAtMs),
        dueDate: end.dueDay,
        ...presentRange(end),
      };
    }),
  };
};
