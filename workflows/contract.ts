import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CompactCalendar } from '../calendar/index.ts';
import type { CalendarRef, CaseEvent, PersonCommand, SystemCommand } from '../cases/index.ts';

/** What a case workflow is started with: the record so far, and the calendar as data. Workflow id = case number. */
export type CaseInput = {
  no: string;
  /** Every recorded event of the case, from the first; never empty. */
  events: CaseEvent[];
  calendar: CompactCalendar;
  /** Virtual time minus the engine's time when this run began; 0 outside the demo. Milliseconds. */
  clockOffsetMs: number;
  /** Ordinary wakes are put off by up to this much, the same for one case, so that midnight is no stampede. Milliseconds. */
  wakeSpreadMs: number;
  /** See `PRACTICE`. A run of the time before it was said goes by the first. */
  practice?: number;
};

/** A command with its legal time and the last event its sender has in the record. */
export type ExecuteRequest = {
  command: PersonCommand | SystemCommand;
  atMs: number;
  knownSeq: number;
  /** The newest calendar, where the case goes by an older one; it is adopted before the command is carried out. */
  calendar?: CompactCalendar;
};

/** Type of the failure of a command whose sender knows events that the run does not: the run goes by less than the record. */
export const RUN_BEHIND = 'run_behind';

/**
 * Carries a command out on the case. Answers every event after `knownSeq`, for the sender to record.
 * A refusal fails the Update with an ApplicationFailure whose type is the refusal's code and whose detail is the refusal.
 */
export const executeUpdate = defineUpdate<CaseEvent[], [ExecuteRequest]>('execute');

/** Every event after the number given: for putting a record right that has missed some. Also answered by a closed run. */
export const eventsAfterQuery = defineQuery<CaseEvent[], [number]>('eventsAfter');

/** What a run of a case goes by: for comparing it with the record. */
export type Armed = {
  /** The instant its one timer stands for, spread included; null: it waits for people only. Epoch milliseconds. */
  armedMs: number | null;
  seq: number;
  calendar: CalendarRef;
};
export const armedQuery = defineQuery<Armed, []>('armed');

/** A calendar release to be brought to the open cases; version within its own calendar. */
export type RolloutInput = {
  calendarId: string;
  version: number;
  /** Where a run goes on: the round, whose cases have been noted. */
  goesOn?: { round: number };
  /** Batches after which a run hands over to the next. Default 50. */
  batchesPerRun?: number;
};
/** Workflow id of a roll-out: one for each release. */
export const rolloutWorkflowId = ({ calendarId, version }: RolloutInput): string =>
  `calendar-rollout/${calendarId}/${version}`;
