import type { Knex } from 'knex';
import { type AlarmStore, alarmStore } from './alarms.ts';
import { type MeasureStore, measureStore } from './applied-measures.ts';
import { type RolloutStore, rolloutStore } from './calendar-rollouts.ts';
import { type CalendarStore, calendarStore } from './calendars.ts';
import { type CallSteps, callSteps } from './call-steps.ts';
import { type CallStore, callStore } from './calls.ts';
import { type CaseStore, caseStore } from './cases.ts';
import { type CatalogueStore, catalogueStore } from './catalogue.ts';
import { type ClockStore, clockStore } from './clock.ts';
import { type CommandStore, commandStore } from './commands.ts';
import { type DatabaseOptions, openDatabase } from './connection.ts';
import { type ContactStore, contactStore } from './contacts.ts';
import { type CounterStore, counterStore } from './counters.ts';
import { type Counts, countsOf } from './counts.ts';
import { type DeliveryStore, deliveryStore } from './deliveries.ts';
import { type DirectoryStore, directoryStore } from './directory.ts';
import { type DutyStore, dutyStore } from './duties.ts';
import { type GatewayReceiptStore, gatewayReceipts } from './gateway-receipts.ts';
import { type InstallationStore, installationStore } from './installation.ts';
import { type NoticeStore, noticeStore } from './notices.ts';
import { type OutboxStore, outboxStore } from './outbox.ts';
import { type PeopleStore, peopleStore } from './people.ts';
import { type RecordStore, recordStore } from './record.ts';
import { type RefusedActStore, refusedActStore } from './refused-acts.ts';
import { registerColumnStore } from './register-columns.ts';
import { type RegisterStore, registerStore } from './registers.ts';
import { type RotaStore, rotaStore } from './rota.ts';
import { type SessionStore, sessionStore } from './sessions.ts';
import { type SettingStore, settingStore } from './settings.ts';
import { type SupervisionStore, supervisionStore } from './supervision.ts';
import { type TargetStore, targetStore } from './target-settings.ts';
import { type TaskStore, taskStore, type Worker } from './tasks.ts';
import { type WatchedStore, watchedStore } from './watched.ts';

/** All that is kept in PostgreSQL. */
export type Store = {
  db: Knex;
  record: RecordStore;
  commands: CommandStore;
  refusedActs: RefusedActStore;
  cases: CaseStore;
  tasks: TaskStore;
  supervision: SupervisionStore;
  people: PeopleStore;
  sessions: SessionStore;
  alarms: AlarmStore;
  watched: WatchedStore;
  calendars: CalendarStore;
  rollouts: RolloutStore;
  catalogue: CatalogueStore;
  directory: DirectoryStore;
  installation: InstallationStore;
  notices: NoticeStore;
  outbox: OutboxStore;
  deliveries: DeliveryStore;
  contacts: ContactStore;
  rota: RotaStore;
  gatewayReceipts: GatewayReceiptStore;
  calls: CallStore & CallSteps;
  duties: DutyStore;
  registers: RegisterStore & ReturnType<typeof registerColumnStore>;
  clock: ClockStore;
  counters: CounterStore;
  settings: SettingStore;
  targets: TargetStore;
  measures: MeasureStore;
  counts(query: Worker & { asOfMs: number }): Promise<Counts>;
  /** Whether PostgreSQL answers; never throws. */
  reachable(): Promise<boolean>;
  /** Ends all connections; statements under way are finished first. */
  close(): Promise<void>;
};

/** The store on a migrated database. Connects at the first use; see `openDatabase` for its limits. */
export const openStore = (url: string, options: DatabaseOptions = {}): Store => {
  const db = openDatabase(url, options);
  return {
    db,
    record: recordStore(db),
    commands: commandStore(db),
    refusedActs: refusedActStore(db),
    cases: caseStore(db),
    tasks: taskStore(db),
    supervision: supervisionStore(db),
    people: peopleStore(db),
    sessions: sessionStore(db),
    alarms: alarmStore(db),
    watched: watchedStore(db),
    calendars: calendarStore(db),
    rollouts: rolloutStore(db),
    catalogue: catalogueStore(db),
    directory: directoryStore(db),
    installation: installationStore(db),
    notices: noticeStore(db),
    outbox: outboxStore(db),
    deliveries: deliveryStore(db),
    contacts: contactStore(db),
    rota: rotaStore(db),
    gatewayReceipts: gatewayReceipts(db),
    calls: { ...callStore(db), ...callSteps(db) },
    duties: dutyStore(db),
    registers: { ...registerStore(db), ...registerColumnStore(db) },
    clock: clockStore(db),
    counters: counterStore(db),
    settings: settingStore(db),
    targets: targetStore(db),
    measures: measureStore(db),
    counts: countsOf(db),
    reachable: async () => {
      try {
        await db.raw('SELECT 1');
        return true;
      } catch {
        return false;
      }
    },
    close: () => db.destroy(),
  };
};

export type { Alarm, AlarmKind, Fault } from './alarms.ts';
export type { AppliedMeasure } from './applied-measures.ts';
export type { Rollout, RolloutId } from './calendar-rollouts.ts';
export type { NewDraft, Settled, Shipped, StoredRelease } from './calendars.ts';
export type { CallWay, NewCall } from './call-steps.ts';
export type { Call, CallSight } from './calls.ts';
export type { CaseItem, CaseQuery } from './cases.ts';
export type { EntryVersion, Resource } from './catalogue.ts';
export type { NewCommand, Receipt, StoredCommand, Used } from './commands.ts';
export { type Contact, NO_CONTACT } from './contacts.ts';
export type { Counts } from './counts.ts';
export { type Delivery, type Sending, TOLD_LATER, type Undelivered } from './deliveries.ts';
export type { Colleague, StaffedDepartment } from './directory.ts';
export type { BearDuty, DutyOpened, DutyPause, DutyPeriod, DutyRound } from './duties.ts';
export { RecordConflict, RecordGap } from './errors.ts';
export { type BearChild, childCommandId, SYSTEM_PERSON, settledCommandId } from './follow-ups.ts';
export type { InstallationRefusal } from './installation.ts';
export { type LimitChange, type Notice, UNREAD_COUNTED } from './notices.ts';
export { movesOfEnds, type NoticeKind } from './notices-of.ts';
export type { Handling, WaitingNotice } from './outbox.ts';
export { MALFORMED_CURSOR, type MalformedCursor, type Page } from './paging.ts';
export type { Department, Grant, Person } from './people.ts';
export { type Difference, type Rebuilt, rebuild } from './rebuild.ts';
export type { NewReceipt } from './receipts.ts';
export type { Appended, Birth, CommandDone, Recorded, RecordStore } from './record.ts';
export type { CaseFile, DueCase, LoadedCase, OpenCase, Writings } from './record-read.ts';
export type { RefusedAct } from './refused-acts.ts';
export type { BehindLines, CaseOfLine, StandingChange } from './register-columns.ts';
export {
  type GrantUse,
  type LineChange,
  type LineScope,
  type RegisterLine,
  STANDINGS,
} from './registers.ts';
export { rebuildRegisters } from './registers-rebuild.ts';
export type { NewShift, Shift, ShiftRefusal } from './rota.ts';
export type { RotaGap } from './rota-gaps.ts';
export { type Scope, scopeOf } from './scope.ts';
export type { Session } from './sessions.ts';
export type { OverdueItem, Summary, Tally } from './supervision.ts';
export { inForceAt, type StoredTarget } from './target-settings.ts';
export type { CaseOfTask } from './task-rows.ts';
export type { TaskItem } from './tasks.ts';
export type { FoundThing } from './things.ts';
export type { WatchedCase } from './watched.ts';
