import { isoOf } from '../../calendar/index.ts';
import {
  type Actor,
  type CaseState,
  lightOf,
  type Task,
  waitedForBy,
  worstLight,
} from '../../cases/index.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { Names } from '../problems/of-refusal.ts';
import { type CalendarOf, presentClock } from './clock.ts';
import { nobody } from './clock-changes.ts';
import type { Documents } from './limit.ts';
import { staffName } from './staff.ts';

/** What people wrote with a decision, as far as the reader may see it. */
export type Writings = {
  reasons: string | null;
  legalBasis: string | null;
  documentNo: string | null;
  fields: Record<string, unknown> | null;
  /** null: for everybody who sees the case. */
  audience: string | null;
};
/** Content by command id. Nothing in it for what the reader may not see. */
export type WritingsOf = (contentId: string) => Writings | null;

/** An actor for readers: department and role in full, the name masked. */
export const presentActor = (actor: Actor, names: Names) => ({
  name: staffName(names, actor.personId),
  department: actor.department,
  role: actor.role,
});

export type TaskView = {
  state: Pick<CaseState, 'clocks' | 'children'>;
  procedure: Procedure;
  calendarOf: CalendarOf;
  documents: Documents;
  names: Names;
  writingsOf: WritingsOf;
  nowMs: number;
};

/** A task as it stands at `nowMs`; its light is the worst of the clocks that run for it. */
export const presentTask = (task: Task, view: TaskView) => {
  const { state, procedure, calendarOf, documents, names, writingsOf, nowMs } = view;
  const clocks = task.clockIds.flatMap((id) => state.clocks[id] ?? []);
  const [shown, ...others] = clocks;
  const writings = task.contentId === null ? null : writingsOf(task.contentId);
  const stage = procedure.stages[task.stage];
  return {
    id: task.id,
    stage: task.stage,
    title: stageTitle(procedure, task.stage),
    state: task.state,
    role: task.role,
    department: task.department,
    assignee: task.assignee === null ? null : staffName(names, task.assignee),
    openedAt: isoOf(task.openedAtMs),
    light: worstLight(clocks.map((clock) => lightOf(clock, nowMs))),
    clock:
      shown === undefined
        ? null
        : presentClock(shown, calendarOf, documents, nowMs, { names, writingsOf, authorOf: nobody }),
    otherClocks: others.map((clock) =>
      presentClock(clock, calendarOf, documents, nowMs, { names, writingsOf, authorOf: nobody }),
    ),
    waitsFor: task.state === 'open' && task.supplementOf === null ? waitedForBy(state.children) : [],
    outcome: task.outcome,
    outcomeTitle: task.outcome === null ? null : (stage?.outcomes[task.outcome]?.title ?? task.outcome),
    decidedAt: task.decidedAtMs === null ? null : isoOf(task.decidedAtMs),
    decidedBy: task.decidedBy === null ? null : presentActor(task.decidedBy, names),
    reasons: writings?.reasons ?? null,
    legalBasis: writings?.legalBasis ?? null,
    fields: writings?.fields ?? null,
  };
};
