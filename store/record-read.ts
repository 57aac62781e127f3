import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Actor, CalendarRef, CaseEvent, CaseState } from '../cases/index.ts';
import { SYSTEM_PERSON } from './follow-ups.ts';
import { timestamp } from './instants.ts';
import type { Filing } from './projection/rows.ts';
import { LOAD, LOAD_FOR } from './record-sql.ts';

/** What was filed and must not be in events. Written at birth, never changed. */
export type CaseFile = Filing & {
  title: string;
  form: unknown;
  queryCode: string;
  /** The submission. */
  commandId: string;
};

export type LoadedCase = {
  state: CaseState;
  file: CaseFile;
  /** When the workflow was first known to run; null: not yet. */
  engineStartedAtMs: number | null;
};

export type OpenCase = {
  no: string;
  family: string;
  procedure: string;
  jurisdiction: string;
  seq: number;
  submittedAtMs: number;
  engineStartedAtMs: number | null;
};

export type DueCase = { no: string; wakeAtMs: number };

/** What people wrote, by command (null: nothing), and the names of people, by id. */
export type Writings = { contents: ReadonlyMap<string, unknown>; names: ReadonlyMap<string, string> };

const LISTED = ['no', 'family', 'procedure', 'jurisdiction', 'seq', 'submitted_at', 'engine_started_at'];

const WRITINGS = `
  SELECT
    (SELECT coalesce(json_object_agg(id, content), '{}') FROM commands WHERE id = ANY (?::text[]) AND content IS NOT NULL) AS contents,
    (SELECT coalesce(json_object_agg(id, name), '{}') FROM people WHERE id = ANY (?::text[])) AS names`;

/** Reading the record. */
export const recordReads = (db: Knex) => ({
  /** The case as folded, with its file; null when there is none of that number. */
  async load(caseNo: string): Promise<LoadedCase | null> {
    const { rows } = await db.raw(LOAD, [caseNo]).options({ name: 'record-load' });
    return rows.length === 0 ? null : toLoaded(rows[0]);
  },

  /**
   * The same for somebody who sends a command, with what its participants have written so far; `known` says whether the command has been
   * received before.
   */
  async loadFor(
    caseNo: string,
    commandId: string,
  ): Promise<{ loaded: (LoadedCase & { writings: Writings }) | null; known: boolean }> {
    const { rows } = await db.raw(LOAD_FOR, [commandId, caseNo]).options({ name: 'record-load-for' });
    const [row] = rows;
    const loaded = row.state === null ? null : { ...toLoaded(row), writings: toWritings(row) };
    return { loaded, known: row.known };
  },

  /** The calendar a case goes by; null when there is no such case. */
  async calendarOf(caseNo: string): Promise<CalendarRef | null> {
    const { rows } = await db
      .raw(`SELECT state -> 'calendar' AS calendar FROM cases WHERE no = ?`, [caseNo])
      .options({ name: 'record-calendar' });
    return rows[0]?.calendar ?? null;
  },

  /** Up to `limit` events after number `afterSeq`, in order. */
  async events(caseNo: string, afterSeq = 0, limit = 1_000): Promise<CaseEvent[]> {
    const rows = await db('case_events')
      .where({ case_no: caseNo })
      .andWhere('seq', '>', afterSeq)
      .orderBy('seq')
      .limit(limit);
    return rows.map(toEvent);
  },

  /** The events up to number `throughSeq` that say what limit a clock has, in order. */
  async limitEvents(caseNo: string, throughSeq: number): Promise<CaseEvent[]> {
    const rows = await db('case_events')
      .where({ case_no: caseNo })
      .whereIn('type', ['ClockStarted', 'DeadlineMoved'])
      .andWhere('seq', '<=', throughSeq)
      .orderBy('seq');
    return rows.map(toEvent);
  },

  /** Every event of a case with the instant at which it came to be in the record, in order. Epoch milliseconds. */
  async eventsRecorded(caseNo: string): Promise<{ event: CaseEvent; recordedAtMs: number }[]> {
    const rows = await db('case_events').where({ case_no: caseNo }).orderBy('seq');
    return rows.map((row) => ({ event: toEvent(row), recordedAtMs: row.recorded_at }));
  },

  /** What people wrote with these commands; those without content are left out. */
  async contents(commandIds: readonly string[]): Promise<Writings['contents']> {
    return (await this.writings(commandIds, [])).contents;
  },

  /** What people wrote with these commands, and the names of people by id; whatever is not there is left out. */
  async writings(commandIds: readonly string[], personIds: readonly string[]): Promise<Writings> {
    const bindings = [[...new Set(commandIds)], [...new Set(personIds)]] as unknown as Knex.RawBinding[];
    const { rows } = await db.raw(WRITINGS, bindings).options({ name: 'record-writings' });
    return toWritings(rows[0]);
  },

  /** Who sent these commands; those that no person sent are left out. */
  async authors(commandIds: readonly string[]): Promise<Map<string, Actor>> {
    const rows = await db('commands')
      .whereIn('id', [...new Set(commandIds)])
      .whereNot('person_id', SYSTEM_PERSON)
      .select('id', { author: db.raw(`body -> 'actor'`) });
    return new Map(rows.flatMap(({ id, author }) => (author === null ? [] : [[id, author]])));
  },

  /** Notes that the workflows of these cases run. Said twice, the first time stays. */
  async markEngineStarted(caseNos: readonly string[]): Promise<void> {
    await db('cases')
      .whereIn('no', caseNos)
      .update({ engine_started_at: db.raw('coalesce(engine_started_at, now())') });
  },

  /** No open case is known to run any more: the engine has lost them. Answers how many there are. */
  async forgetEngine(): Promise<number> {
    return db('cases').where('status', 'open').update({ engine_started_at: null });
  },

  /** Open cases that have a run and something due by `dueByMs`; earliest due first. */
  async due(dueByMs: number, limit: number): Promise<DueCase[]> {
    return db('cases')
      .select({ no: 'no', wakeAtMs: 'wake_at' })
      .where('status', 'open')
      .andWhere('wake_at', '<=', timestamp(dueByMs))
      .whereNotNull('engine_started_at')
      .orderBy(['wake_at', 'no'])
      .limit(limit);
  },

  /** How many open cases have something due by `dueByMs` that has not had its effect. */
  async dueCount(dueByMs: number): Promise<number> {
    const [row] = await db('cases')
      .where('status', 'open')
      .andWhere('wake_at', '<=', timestamp(dueByMs))
      .count({ due: '*' });
    return Number(row!.due);
  },

  /** Open cases by number, after `afterNo`; for walking through all of them. */
  async openCases({ afterNo = '', limit }: { afterNo?: string; limit: number }): Promise<OpenCase[]> {
    const rows = await db('cases')
      .select(LISTED)
      .where('status', 'open')
      .andWhere('no', '>', afterNo)
      .orderBy('no')
      .limit(limit);
    return rows.map(toOpenCase);
  },

  /** Numbers of open cases submitted before an instant whose workflow is not known to run, oldest first. */
  async unstarted({
    submittedBeforeMs,
    limit,
  }: {
    submittedBeforeMs: number;
    limit: number;
  }): Promise<string[]> {
    const rows = await db('cases')
      .select('no')
      .where('status', 'open')
      .whereNull('engine_started_at')
      .andWhere('submitted_at', '<', timestamp(submittedBeforeMs))
      .orderBy(['submitted_at', 'no'])
      .limit(limit);
    return rows.map(({ no }) => no);
  },
});

export const toEvent = (row: Record<string, unknown>): CaseEvent =>
  ({
    seq: row.seq,
    atMs: row.at,
    type: row.type,
    actor: row.actor,
    commandId: row.command_id,
    data: row.data,
  }) as CaseEvent;

/** The same as JSON; the order of keys does not matter. */
export const sameEvent = (recorded: CaseEvent, offered: CaseEvent): boolean =>
  isDeepStrictEqual(recorded, JSON.parse(JSON.stringify(offered)));

const toLoaded = (row: Record<string, never>): LoadedCase => ({
  state: row.state!,
  file: {
    title: row.title!,
    form: row.form,
    family: row.family!,
    jurisdiction: row.jurisdiction!,
    requesterPerson: row.requester_person!,
    requesterDepartment: row.requester_department!,
    queryCode: row.query_code!,
    commandId: row.command_id!,
  },
  engineStartedAtMs: row.engine_started_at!,
});

const toWritings = ({ contents, names }: { contents: object; names: object }): Writings => ({
  contents: new Map(Object.entries(contents)),
  names: new Map(Object.entries(names)),
});

const toOpenCase = (row: Record<string, never>): OpenCase => ({
  no: row.no!,
  family: row.family!,
  procedure: row.procedure!,
  jurisdiction: row.jurisdiction!,
  seq: row.seq!,
  submittedAtMs: row.submitted_at!,
  engineStartedAtMs: row.engine_started_at!,
});
