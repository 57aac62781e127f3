import { addWorkingDays, dayFromText, dayOf, openCalendar, textOfDay } from '../../calendar/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import type { RegisterLine, Store } from '../../store/index.ts';
import type { Calendars } from '../calendars.ts';

/** Those concerned are told this many working days before the last day of a grant. */
export const TOLD_BEFORE_WORKING_DAYS = 10;
/** Ten working days never reach further than this many civil days, long holidays included. */
const LOOK_AHEAD_DAYS = 40;

/** Whether ten working days or fewer lie between the day and the last day of the grant. */
const isNear = (calendars: Calendars, line: RegisterLine, today: number): boolean => {
  const last = dayFromText(line.until ?? '');
  if (last === null) return false;
  const { calendar } = JURISDICTIONS[line.jurisdiction as Jurisdiction];
  return addWorkingDays(openCalendar(calendars.current(calendar)), today, TOLD_BEFORE_WORKING_DAYS) >= last;
};

/** Tells of every open data grant that is about to end, each once. May be repeated at any time. Answers how many were told of. */
export const tellOfExpiry = async (
  { store, calendars }: { store: Pick<Store, 'registers'>; calendars: Calendars },
  nowMs: number,
): Promise<number> => {
  const today = dayOf(nowMs);
  const lines = await store.registers.expiring(textOfDay(today), textOfDay(today + LOOK_AHEAD_DAYS));
  const near = lines.filter((line) => isNear(calendars, line, today));
  for (const line of near) await store.registers.tellExpiring(line, nowMs);
  return near.length;
};
