import { isoOf, overdueByOf, remainingOf, type WorkCalendar } from '../../calendar/index.ts';
import { type Clock, isOverdue, lightOf, ruleIdOf } from '../../cases/index.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { Told } from './clock-changes.ts';
import { type Documents, presentLimit } from './limit.ts';
import { presentRange } from './range.ts';
import { staffName } from './staff.ts';

/** Finds the calendar of a clock. */
export type CalendarOf = (ref: { id: string; version: number }) => WorkCalendar;

const isoOrNull = (atMs: number | null): string | null => (atMs === null ? null : isoOf(atMs));

/** What a clock is called: the stage whose it is, or its own name where it is over the whole case. */
export const titleOfClock = (procedure: Procedure, clock: Clock): string =>
  clock.stage === null
    ? (procedure.caseClocks?.[ruleIdOf(clock)]?.title ?? clock.id)
    : stageTitle(procedure, clock.stage);

/** A clock over the whole case (全程时限), with its name and whose it is. */
export const presentCaseClock = (
  clock: Clock,
  procedure: Procedure,
  calendarOf: CalendarOf,
  documents: Documents,
  nowMs: number,
  told: Told,
) => ({
  ...presentClock(clock, calendarOf, documents, nowMs, told),
  title: titleOfClock(procedure, clock),
  holder: clock.holder ?? null,
});

/** A running clock is missed from its due instant on, also before the engine has said so. */
const stateAt = (clock: Clock, nowMs: number): Clock['state'] =>
  clock.state === 'running' && isOverdue(clock, nowMs) ? 'missed' : clock.state;

/** Who has set the limit in the place of the rule's, when and why; null: nobody has. */
const presentSetBy = ({ setBy }: Clock, { names, writingsOf }: Told) => {
  if (setBy == null) return null;
  const { by, atMs, contentId } = setBy;
  const reasons = contentId === null ? null : (writingsOf(contentId)?.reasons ?? null);
  const { personId, department, role } = by;
  return { name: staffName(names, personId), department, role, at: isoOf(atMs), reasons };
};

/** Nothing of people is at hand. */
const NOTHING_TOLD: Told = { names: new Map(), writingsOf: () => null, authorOf: () => null };

/** A clock as it stands at `nowMs`. `remaining` of a stopped one is what was left when it stopped. */
export const presentClock = (
  clock: Clock,
  calendarOf: CalendarOf,
  documents: Documents,
  nowMs: number,
  told: Told = NOTHING_TOLD,
) => {
  const calendar = calendarOf(clock.calendar);
  const overdue = isOverdue(clock, nowMs);
  return {
    id: clock.id,
    stage: clock.stage,
    limit: presentLimit(clock.limit, documents),
    setBy: presentSetBy(clock, told),
    startedAt: isoOf(clock.term.startMs),
    state: stateAt(clock, nowMs),
    light: lightOf(clock, nowMs),
    dueDate: clock.dueDay,
    dueAt: isoOrNull(clock.dueAtMs),
    warnAt: isoOrNull(clock.warnAtMs),
    stoppedAt: isoOrNull(clock.stoppedAtMs),
    overdue,
    overdueBy:
      overdue && clock.dueAtMs !== null && clock.dueDay !== null
        ? overdueByOf(
            calendar,
            {
              dueAtMs: clock.dueAtMs,
              dueDay: clock.dueDay,
              provisional: clock.provisional,
              earliestAtMs: clock.earliestAtMs ?? clock.dueAtMs,
              latestAtMs: clock.latestAtMs ?? clock.dueAtMs,
            },
            nowMs,
          )
        : null,
    remaining: remainingOf(calendar, clock.term, Math.min(nowMs, clock.stoppedAtMs ?? nowMs)),
    calendar: clock.calendar,
    ...presentRange(clock),
    earliestAt: isoOrNull(clock.earliestAtMs),
    latestAt: isoOrNull(clock.latestAtMs),
    rungs: clock.rungs.map(({ rung, atMs, to }) => ({
      rung,
      at: isoOf(atMs),
      to,
      fired: rung <= clock.rungFired,
    })),
    pauses: clock.pauses.map(({ fromMs, toMs, ground }) => ({
      fromAt: isoOf(fromMs),
      toAt: isoOrNull(toMs),
      ground,
    })),
  };
};
