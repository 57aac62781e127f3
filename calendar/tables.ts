/** Tables of days: shipped releases, their composition into calendars, and the import of new ones. Not for workflows,
 *  which are given a composed calendar as data (see `index.ts`). */

export { checkRelease } from './check-release.ts';
export { type Closure, type ClosureEffect, UNSAID_EFFECT } from './closures.ts';
export { composeCalendar, dayReasons } from './compose.ts';
export { calendars, releases } from './data/shipped.ts';
export type { Finding, FindingCode } from './finding.ts';
export type { HolidayEntry, HolidayFile, Parsed } from './import.ts';
export { contradictionsIn, NO_DAYS, parseHolidayIcs, parseHolidayJson, releaseFrom } from './import.ts';
export type { OpenHours, Season } from './office-hours.ts';
export type { CalendarLayer, Notice, OfficeHours, Release, Selection } from './releases.ts';
export { chainOf, citationOf, parentsOf } from './releases.ts';
export { sliceOf } from './work-calendar.ts';
