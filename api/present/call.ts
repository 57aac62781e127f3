import { isoOf } from '../../calendar/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { Call } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';
import { staffName } from './staff.ts';

const SECOND_MS = 1_000;
const isoOrNull = (atMs: number | null): string | null => (atMs === null ? null : isoOf(atMs));

/** People that the presentation of calls names. */
export const peopleOfCalls = (calls: readonly Call[]): string[] =>
  calls.flatMap(({ rings, acknowledged }) =>
    [...rings.map(({ personId }) => personId), acknowledged?.by ?? null].filter((id) => id !== null),
  );

/** A call as somebody sees it who may: who was called when, how long there is left, who answered. */
export const presentCall = (
  call: Call,
  { names, nowMs, personId }: { names: Names; nowMs: number; personId: string },
) => {
  const { id, caseNo, taskId, procedure, stage, role, department, state, ackByMs, acknowledged, rings } =
    call;
  const of = procedureById(procedure, call.edition);
  const isRinging = state === 'ringing';
  return {
    ...{ id, case: caseNo, task: taskId, procedure, procedureTitle: of?.title ?? procedure },
    ...{ stage, stageTitle: of?.stages[stage]?.title ?? stage, role, department, state },
    forMe: isRinging && rings.at(-1)?.personId === personId,
    openedAt: isoOf(call.openedAtMs),
    ackBy: isoOrNull(ackByMs),
    remaining: ackByMs === null ? null : { seconds: Math.max(0, Math.ceil((ackByMs - nowMs) / SECOND_MS)) },
    line: rings.map((ring) => ({
      step: ring.step,
      officer: ring.personId === null ? null : staffName(names, ring.personId),
      calledAt: isoOf(ring.calledAtMs),
      ackBy: isoOrNull(ring.ackByMs),
    })),
    acknowledged:
      acknowledged === null
        ? null
        : { by: staffName(names, acknowledged.by), at: isoOf(acknowledged.atMs), how: acknowledged.how },
    unansweredAt: isoOrNull(call.exhaustedAtMs),
    endedAt: isoOrNull(call.endedAtMs),
  };
};
export type PresentedCall = ReturnType<typeof presentCall>;
