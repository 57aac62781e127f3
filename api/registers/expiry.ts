import { addWorkingDays, dayFromText, dayOf, openCalendar, textOfDay } from '../../calendar/index.ts';
import { ownersOf } from '../../cases/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import type { RegisterLine, Store } from '../../store/index.ts';
import type { Calendars } from '../calendars.ts';
import { procedureOf } from '../case-reader.ts';

/** Those concerned are told this many working days before the last day of a grant. */
export const TOLD_BEFORE_WORKING_DAYS = 10;
/** 到期提醒 (DQ-L 第二十条) has no number: its issuer hears of a licence this many civil days before its last day, to remind the holder. */
export const LICENCE_TOLD_BEFORE_DAYS = 30;
/** Ten working days never reach further than this many civil days, long holidays included. */
const LOOK_AHEAD_DAYS = 40;

/** Whether those concerned are to hear by now of the last day of the grant or the licence. */
const isNear = (calendars: Calendars, line: RegisterLine, today: number): boolean => {
  const last = dayFromText(line.until ?? '');
  if (last === null) return false;
  if (line.register === 'licences') return today + LICENCE_TOLD_BEFORE_DAYS >= last;
  const { calendar } = JURISDICTIONS[line.jurisdiction as Jurisdiction];
  return addWorkingDays(openCalendar(calendars.current(calendar)), today, TOLD_BEFORE_WORKING_DAYS) >= last;
};

type At = { store: Pick<Store, 'registers' | 'record'>; calendars: Calendars };

/** Of a grant those who use and those who own the data, of a licence its issuer. */
const tell = async ({ store }: At, line: RegisterLine, endedBy: string, nowMs: number) => {
  if (line.register === 'licences') {
    const issuer = { role: 'licence-issuer' as const, department: line.department };
    return store.registers.tellExpiring(endedBy, 'licence-expiring', [issuer], nowMs);
  }
  const found = await store.record.load(endedBy);
  if (found === null) return;
  const owners = ownersOf(procedureOf(found.state.procedure, found.state.edition), found.state);
  const { personId } = found.state.submitter;
  const concerned = [...(personId === '' ? [] : [{ personId }]), ...owners];
  await store.registers.tellExpiring(endedBy, 'grant-expiring', concerned, nowMs);
};

/** Tells of every open data grant and licence that is about to end, each once. May be repeated at any time. Answers how many were told of. */
export const tellOfExpiry = async (at: At, nowMs: number): Promise<number> => {
  const today = dayOf(nowMs);
  const lines = await at.store.registers.expiring(textOfDay(today), textOfDay(today + LOOK_AHEAD_DAYS));
  const near = lines.filter(({ line }) => isNear(at.calendars, line, today));
  for (const { line, endedBy } of near) await tell(at, line, endedBy, nowMs);
  return near.length;
};
