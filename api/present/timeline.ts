import { isoOf } from '../../calendar/index.ts';
import { type CaseState, pendingChildren } from '../../cases/index.ts';
import { citationText } from '../../procedures/regulations.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { rolesOf } from '../../procedures/seats.ts';

/** Every stage of the procedure in its order, with where the case stands in it. */
export const presentTimeline = (state: CaseState, procedure: Procedure) =>
  Object.entries(procedure.stages).map(([id, stage]) => {
    const tasks = Object.values(state.tasks).filter((task) => task.stage === id);
    const waits = pendingChildren(state).some((child) => child.stage === id);
    const open = waits || tasks.some((task) => task.state === 'open');
    const result = state.results[id];
    const settled = result !== undefined && !open;
    const place = open ? 'current' : settled ? 'past' : tasks.length > 0 ? 'cancelled' : 'future';
    return {
      stage: id,
      title: stage.title,
      basis: citationText(stage.basis),
      roles: rolesOf(stage),
      // A stage that a closed case never reached will not come any more.
      state: place === 'future' && state.status === 'closed' ? 'skipped' : place,
      openedAt: tasks[0] === undefined ? null : isoOf(tasks[0].openedAtMs),
      settledAt: settled ? isoOf(result.atMs) : null,
      outcome: settled ? result.outcome : null,
      outcomeTitle: settled ? (stage.outcomes[result.outcome]?.title ?? result.outcome) : null,
      tasks: tasks.map((task) => task.id),
    };
  });
