import type { WorkCalendar } from '../calendar/index.ts';
import type { Procedure } from '../procedures/schema.ts';

/** What a case is decided under: the edition of its procedure it was accepted under, and its calendar. Both are data. */
export type Rules = { procedure: Procedure; calendar: WorkCalendar };
