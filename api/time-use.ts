import {
  type Day,
  dayOf,
  isWorking,
  startDayOf,
  startOfDayMs,
  type WorkCalendar,
  workingDaysBetween,
} from '../calendar/index.ts';
import type { CaseState, Clock, Task } from '../cases/index.ts';
import type { LegalLimit } from '../procedures/schema.ts';

/** How one task used the working days of a case. All in working days. */
export type TaskUse = {
  task: string;
  stage: string;
  department: string;
  /** Of its own clock; null: it has none. */
  limit: LegalLimit | null;
  /** Of its own limit, extensions included; null: no limit in working days. */
  limitDays: number | null;
  /** Its own clock's, pauses left out. */
  usedDays: number;
  overrunDays: number;
  savedDays: number;
  /** Days of the whole course that were this task's to work in. */
  courseDays: number;
  /** Days of the whole course in which it was waited for: a supplement, an opinion, a pause with a ground. */
  waitingDays: number;
};

/** One course from filing to the end (or to now), every working day of it counted to exactly one department. */
export type TimeUse = {
  totalDays: number;
  departments: { department: string | null; courseDays: number; waitingDays: number }[];
  tasks: TaskUse[];
};

const endOf = (state: CaseState, task: Task, untilMs: number): number => {
  if (task.decidedAtMs !== null) return task.decidedAtMs;
  if (task.state === 'open') return untilMs;
  const stopped = task.clockIds.flatMap((id) => state.clocks[id]?.stoppedAtMs ?? []);
  return Math.max(task.openedAtMs, ...stopped);
};

const isPausedAt = (clock: Clock | undefined, atMs: number): boolean =>
  clock?.pauses.some(({ fromMs, toMs }) => fromMs < atMs && (toMs === null || atMs <= toMs)) ?? false;

const limitDaysOf = (clock: Clock | undefined): number | null => {
  if (clock?.term.limit.unit !== 'working-day') return null;
  const extended = clock.term.extensions.flatMap((more) =>
    more.unit === 'working-day' ? [more.amount] : [],
  );
  return clock.term.limit.amount + extended.reduce((sum, days) => sum + days, 0);
};

const usedDaysOf = (calendar: WorkCalendar, clock: Clock, untilMs: number): number => {
  const [from, to] = [startDayOf(calendar, clock.term), dayOf(untilMs)];
  let days = 0;
  for (let day = from + 1; day <= to; day++)
    if (isWorking(calendar, day) && !isPausedAt(clock, startOfDayMs(day))) days++;
  return days;
};

/** The task that a day belongs to: one that was asked for something goes first, then of those side by side the one that took longest. */
const taskOfDay = (open: { task: Task; toMs: number }[]): Task | null => {
  const asked = open.filter(({ task }) => task.supplementOf !== null);
  const among = asked.length > 0 ? asked : open;
  return (
    among.reduce<{ task: Task; toMs: number } | null>(
      (last, each) => (last === null || each.toMs > last.toMs ? each : last),
      null,
    )?.task ?? null
  );
};

/**
 * Who used the days of a case. A day belongs to the task that was open when it began (00:00), as it is counted by the limits; the
 * days of all departments, waiting included, add up to those of the whole course.
 */
export const timeUseOf = (state: CaseState, calendar: WorkCalendar, nowMs: number): TimeUse => {
  const untilMs = state.closedAtMs ?? nowMs;
  const spans = Object.values(state.tasks).map((task) => ({ task, toMs: endOf(state, task, untilMs) }));
  const counted = new Map<string | null, { courseDays: number; waitingDays: number }>();
  const [first, last]: [Day, Day] = [dayOf(state.submittedAtMs), dayOf(untilMs)];
  for (let day = first + 1; day <= last; day++) {
    if (!isWorking(calendar, day)) continue;
    const atMs = startOfDayMs(day);
    const task = taskOfDay(
      spans.filter(({ task: { openedAtMs }, toMs }) => openedAtMs < atMs && atMs <= toMs),
    );
    const id = task?.id ?? null;
    const so = counted.get(id) ?? { courseDays: 0, waitingDays: 0 };
    const waits =
      task !== null && (task.supplementOf !== null || isPausedAt(state.clocks[task.clockIds[0] ?? ''], atMs));
    if (waits) so.waitingDays++;
    else so.courseDays++;
    counted.set(id, so);
  }
  const tasks = spans.map(({ task, toMs }): TaskUse => {
    const clock = state.clocks[task.clockIds[0] ?? ''];
    const limit = clock?.limit ?? null;
    const limitDays = limitDaysOf(clock);
    const usedDays = clock === undefined ? 0 : usedDaysOf(calendar, clock, toMs);
    const isOver = task.state !== 'open';
    return {
      ...{ task: task.id, stage: task.stage, department: task.department, limit, limitDays, usedDays },
      overrunDays: limitDays === null ? 0 : Math.max(0, usedDays - limitDays),
      savedDays: limitDays === null || !isOver ? 0 : Math.max(0, limitDays - usedDays),
      ...(counted.get(task.id) ?? { courseDays: 0, waitingDays: 0 }),
    };
  });
  const nobody = counted.get(null);
  const departments = [...new Set(tasks.map(({ department }) => department))].map((department) => {
    const own = tasks.filter((task) => task.department === department);
    const sum = (key: 'courseDays' | 'waitingDays') => own.reduce((days, task) => days + task[key], 0);
    return {
      department: department as string | null,
      courseDays: sum('courseDays'),
      waitingDays: sum('waitingDays'),
    };
  });
  return {
    totalDays: workingDaysBetween(calendar, first, last),
    departments: nobody === undefined ? departments : [...departments, { department: null, ...nobody }],
    tasks,
  };
};
