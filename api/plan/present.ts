import { isoOf } from '../../calendar/index.ts';
import { ruleOfClock } from '../../cases/clocks.ts';
import type { Clock } from '../../cases/index.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import { titleOfClock } from '../present/clock.ts';
import { presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import type { Visit, Walk } from './walk.ts';

const iso = (atMs: number | null | undefined): string | null => (atMs == null ? null : isoOf(atMs));

/** When a clock begins, warns, ends and escalates; an end that moved on the way is the last. */
const instantsOf = (clock: Clock | null) => ({
  dueAt: iso(clock?.dueAtMs),
  dueDate: clock?.dueDay ?? null,
  warnAt: iso(clock?.warnAtMs),
  ...presentRange(clock ?? { provisional: false, earliestAtMs: null, latestAtMs: null }),
  earliestAt: iso(clock?.earliestAtMs),
  latestAt: iso(clock?.latestAtMs),
  rungs: (clock?.rungs ?? []).map(({ rung, atMs, to }) => ({ rung, at: isoOf(atMs), to })),
  pauses: (clock?.pauses ?? []).map(({ ground, fromMs, toMs }) => ({
    ground,
    from: isoOf(fromMs),
    to: iso(toMs),
  })),
});

const presentClock = ({ input }: Walk, clock: Clock) => ({
  clock: clock.id,
  title: ruleOfClock(input, clock)?.title ?? titleOfClock(input.rules.procedure, clock),
  startedAt: isoOf(clock.term.startMs),
  ...instantsOf(clock),
  limit: presentLimit(clock.limit, input.documents),
});

/** A stage of the plan: what its task shows, and every clock it ran under. */
const presentVisit = (walk: Walk, { task: id, stage, startsAfter, decidedAtMs }: Visit) => {
  const { state, input } = walk;
  const task = state.tasks[id];
  const clocks = (task?.clockIds ?? []).flatMap((clock) => state.clocks[clock] ?? []);
  const [shown = null] = clocks;
  return {
    stage,
    title: stageTitle(input.rules.procedure, stage),
    startsAfter,
    startedAt: isoOf(shown?.term.startMs ?? task?.openedAtMs ?? input.submittedAtMs),
    decidedAt: iso(decidedAtMs ?? task?.decidedAtMs),
    ...instantsOf(shown),
    limit: shown === null ? null : presentLimit(shown.limit, input.documents),
    clocks: clocks.map((clock) => presentClock(walk, clock)),
  };
};

/** The stages in the order in which they opened, and the clocks over the whole case. */
export const presentWalk = (walk: Walk) => ({
  stages: walk.visits.map((visit) => presentVisit(walk, visit)),
  caseClocks: Object.values(walk.state.clocks)
    .filter(({ stage }) => stage === null)
    .map((clock) => presentClock(walk, clock)),
});
