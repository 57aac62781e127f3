/** The working of a deadline, one row a civil day. It walks the days and asks each whether it counts, with the predicates
 *  and tables of the fast path; its last row is the due day. */
import { daysToCount, ranBetween, runFor } from './counting.ts';
import {
  courseOf,
  type DayStage,
  firstDayOf,
  type Standing as Reached,
  restsOnCalendar,
  startOf,
  stoppedDaysFor,
} from './course.ts';
import { dayOfRule } from './dated.ts';
import { type Day, dayOf, MINUTE_MS, startOfDayMs, textOfDay } from './days.ts';
import { type End, settle } from './deadline.ts';
import { type DayReasons, dayWords, type LedgerRow, type Page, tellHours, write } from './ledger-rows.ts';
import { ruleText, WHY } from './ledger-words.ts';
import { endMinuteOf } from './office-hours.ts';
import { prolongingDays } from './prolong.ts';
import { holds, type Stage, type Stop, type Term } from './term.ts';
import { isWorking, type WorkCalendar } from './work-calendar.ts';

export type Ledger = {
  /** The rule in one Chinese sentence. */
  rule: string;
  rows: LedgerRow[];
  /** null while a pause is open. */
  dueDay: string | null;
  dueAtMs: number | null;
  provisional: boolean;
};

/** Where a walk stands: the day and instant reached, the days that decided it, or stopped for good by an open pause. */
type Standing = Reached & { stopped: boolean };

/** Writes the row of a day on which the clock stands still for good; the walk ends there. */
const stoppedForGood = (page: Page, stops: readonly Stop[], day: Day, n: number): boolean => {
  const openFrom = stops.at(-1);
  if (openFrom?.to !== Number.POSITIVE_INFINITY || day < openFrom.from) return false;
  write(page, day, false, n, WHY.stillPaused);
  return true;
};

const walkDays = (page: Page, at: Standing, stage: Stage & { kind: 'count' }): Standing => {
  const { cal, course } = page;
  let day = at.day;
  for (let n = 0, goal = daysToCount(stage, day); n < goal; ) {
    day++;
    if (stoppedForGood(page, course.pausedDays, day, n)) return { ...at, stopped: true };
    const counts = !holds(course.stoppedDays, day) && (stage.unit !== 'working-day' || isWorking(cal, day));
    if (counts) n++;
    const words = dayWords(page, day);
    const paused = holds(course.pausedDays, day);
    const why = paused ? WHY.paused(words) : counts ? WHY.counted(words, n) : WHY.notCounted(words);
    write(page, day, counts, n, why);
  }
  return walkProlongation(page, at, stage, { first: at.day + 1, last: day });
};

/** The rest of a stage of days: its days that prolong it are named as such, and as many working days are added (R12). */
const walkProlongation = (
  page: Page,
  at: Standing,
  stage: DayStage,
  { first, last }: { first: Day; last: Day },
): Standing => {
  const { cal, course } = page;
  const pausedDays = stage.kind === 'date' ? [] : course.pausedDays;
  const stoppedDays = stoppedDaysFor(cal, course, stage);
  const because = stage.prolonged ? prolongingDays(cal, 'likely', stoppedDays, first, last) : [];
  for (const date of because.map(textOfDay)) {
    const row = page.rows.findLast((each) => each.date === date);
    if (row !== undefined) row.why = WHY.prolongs(row.why);
  }
  const n = page.rows.at(-1)?.n ?? 0;
  let day = last;
  for (let more = 0; more < because.length; ) {
    day++;
    if (stoppedForGood(page, pausedDays, day, n)) return { ...at, stopped: true };
    const words = dayWords(page, day);
    if (holds(pausedDays, day)) write(page, day, false, n, WHY.paused(words));
    else if (isWorking(cal, day)) write(page, day, false, n, WHY.prolonged(words, ++more, because.length));
    else write(page, day, false, n, WHY.notCounted(words));
  }
  const consulted = restsOnCalendar(stage) ? Math.max(at.consulted, day) : at.consulted;
  return { day, atMs: startOfDayMs(day + 1), consulted, stopped: false };
};

const walkClock = (page: Page, at: Standing, stage: Stage & { kind: 'clock' }): Standing => {
  const { stops, startMs, clockStartMs } = page.course;
  const waited = startMs < clockStartMs;
  let ran = 0;
  for (let day = dayOf(at.atMs); ; day++) {
    const fromMs = Math.max(at.atMs, startOfDayMs(day));
    const endMs = runFor(stops, fromMs, stage.ms - ran);
    const toMs = Math.min(startOfDayMs(day + 1), endMs);
    const today = ranBetween(stops, fromMs, toMs);
    ran += today;
    const minutes = Math.floor(ran / MINUTE_MS);
    const last = stops.at(-1);
    const stopped = endMs === Number.POSITIVE_INFINITY && last !== undefined && last.from < toMs;
    const words = stopped ? WHY.clockPaused(minutes) : WHY.clock(minutes);
    write(
      page,
      day,
      today > 0,
      minutes,
      waited && fromMs === clockStartMs ? WHY.fromHour(fromMs, words) : words,
    );
    if (stopped) return { ...at, stopped: true };
    if (endMs <= startOfDayMs(day + 1)) return { ...at, day, atMs: endMs };
  }
};

/** From the start on; from the day on which the date is sought where the days before the start may prolong it. */
const walkDated = (page: Page, at: Standing, stage: Stage & { kind: 'date' }, from: Day): Standing => {
  const due = dayOfRule(stage.rule, from);
  const isFirst = page.rows.length === 0;
  const first = !isFirst ? at.day + 1 : stage.prolonged ? Math.min(from, at.day) : at.day;
  const dateWords = isFirst && due < at.day ? WHY.pastDate : WHY.fixedDate;
  for (let day = Math.min(first, due); day <= due; day++)
    if (day === due || day >= first)
      write(page, day, false, 0, day === due ? dateWords(dayWords(page, day)) : dayWords(page, day));
  return walkProlongation(page, at, stage, { first: from, last: due });
};

/** Rows from the last counted day to the end it is moved to; a move backwards takes rows away. */
const walkMove = (page: Page, raw: Day, end: End): void => {
  if (end.dueDay === raw) return;
  const dueDate = textOfDay(end.dueDay);
  while (page.rows.length > 0 && page.rows.at(-1)!.date >= dueDate && end.dueDay < raw) page.rows.pop();
  const n = page.rows.at(-1)?.n ?? 0;
  for (let day = Math.min(raw + 1, end.dueDay); day <= end.dueDay; day++) {
    const words = dayWords(page, day);
    const stopped = holds(page.course.pausedDays, day);
    const why =
      day < end.dueDay
        ? stopped
          ? WHY.paused(words)
          : WHY.moving(words)
        : stopped
          ? WHY.resumedOn(words)
          : WHY.movedTo(words);
    write(page, day, false, n, why);
  }
};

/** The rows from receipt to the start, where anything is counted from it. */
const writeStart = (page: Page, term: Term, startDay: Day): void => {
  const { startMs, clockStartMs, receiptDay, stages } = page.course;
  const received = dayOf(startMs);
  if (stages[0]?.kind === 'count') {
    if (received < receiptDay) {
      const minute = endMinuteOf(page.cal, term.cutOff, received);
      write(page, received, false, 0, WHY.afterHours(minute));
      if (term.cutOff === 'office-hours') tellHours(page, received);
    }
    for (let day = receiptDay; day < startDay; day++)
      write(page, day, false, 0, WHY.receivedAtRest(dayWords(page, day)));
    write(page, startDay, false, 0, WHY.startDay);
  }
  if (stages[0]?.kind === 'clock' && received < dayOf(clockStartMs))
    write(page, received, false, 0, WHY.startHour);
};

/** The ledger of a term (decision 7). `names` gives the days' names and notices; without it the reasons are general.
 *  For dated limits no day is counted and n stays 0. Errors as in deadlineOf. */
export const ledgerOf = (cal: WorkCalendar, term: Term, names: DayReasons = {}): Ledger => {
  const course = courseOf(cal, term);
  const page: Page = { cal, course, names, rows: [] };
  const { stages } = course;
  let at: Standing = { ...startOf(cal, 'likely', course), atMs: course.clockStartMs, stopped: false };
  const ledger = (dueDay: Day | null, dueAtMs: number | null, consulted: Day): Ledger => ({
    rule: ruleText(term),
    rows: page.rows,
    dueDay: dueDay === null ? null : textOfDay(dueDay),
    dueAtMs,
    provisional: dueDay !== null && consulted > cal.knownThrough,
  });
  writeStart(page, term, at.day);
  for (const [i, stage] of stages.entries()) {
    if (stage.kind === 'count') at = walkDays(page, at, stage);
    else if (stage.kind === 'clock') at = walkClock(page, at, stage);
    else at = walkDated(page, at, stage, firstDayOf(course, stage, i, at.day));
    if (at.stopped) return ledger(null, null, at.consulted);
  }
  const last = stages.at(-1)!;
  if (last.kind === 'clock') return ledger(at.day, at.atMs, at.consulted);
  const end = settle(cal, 'likely', course, last, at.day);
  if (!end) return ledger(null, null, at.consulted);
  walkMove(page, at.day, end);
  if (term.closes === 'office-hours') tellHours(page, end.dueDay);
  return ledger(end.dueDay, end.dueAtMs, Math.max(at.consulted, end.consulted));
};
