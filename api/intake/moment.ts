import { dayFromText, startOfDayMs } from '../../calendar/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import type { Desk } from '../deps.ts';
import type { FormMoment } from '../forms/zod-of-fields.ts';

const TWO_YEARS_MS = 2 * 366 * 86_400_000;

/** The moment against which what is filed in a place is read: nothing before two years ago, nor before its calendar begins. */
export const momentOf = (
  { calendars }: Pick<Desk, 'calendars'>,
  jurisdiction: Jurisdiction,
  nowMs: number,
): Required<FormMoment> => {
  const { firstDay } = calendars.current(JURISDICTIONS[jurisdiction].calendar);
  return { nowMs, notBeforeMs: Math.max(startOfDayMs(dayFromText(firstDay)), nowMs - TWO_YEARS_MS) };
};
