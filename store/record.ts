import type { Knex } from 'knex';
import { type CaseEvent, type CaseState, evolve, unborn } from '../cases/index.ts';
import type { NewCommand } from './commands.ts';
import { RecordConflict, RecordGap } from './errors.ts';
import { followUpsOf } from './follow-ups.ts';
import { timestamp } from './instants.ts';
import type { Filing, Row } from './projection/rows.ts';
import { type CaseFile, recordReads, sameEvent, toEvent } from './record-read.ts';
import { APPEND, BEAR, LOAD_STATE, MARK_DONE } from './record-sql.ts';
import { recordBindings, type Step } from './record-write.ts';
import { gramsOf } from './words.ts';

export type CommandDone = { id: string; httpStatus?: number };
export type Appended = { state: CaseState; appended: number };
/** A case as recorded, with what its lists need to know of its filing. */
export type Recorded = { state: CaseState; filing: Filing };
export type Birth = {
  /** From number 1 on. */
  events: readonly CaseEvent[];
  file: Omit<CaseFile, 'commandId'>;
  command: CommandDone;
  /** The receipt of the submission, where it has not been taken in before: it is kept together with the case or not at all. */
  receipt?: NewCommand;
};

const CREATED = 201;
const ATTEMPTS = 8;

/** The record of all cases: the only truth. Everything is written through here. */
export const recordStore = (db: Knex) => {
  /**
   * Records events after those that are there, with lists, notices and their commands' ends: all of it or nothing.
   * The same call again changes nothing. Other events under the same numbers: RecordConflict; missing ones, or an
   * unknown case: RecordGap. Any number of writers may call it at once. `onto`: the case as the caller has just read it, which saves
   * reading it again; where it is behind, the key of the events finds out.
   */
  const append = async (
    caseNo: string,
    events: readonly CaseEvent[],
    { commandDone, onto }: { commandDone?: CommandDone; onto?: Recorded } = {},
  ): Promise<Appended> => {
    for (let attempt = 1; ; attempt++) {
      const current = (attempt === 1 ? onto : undefined) ?? (await loadState(caseNo));
      const known = current?.state.seq ?? 0;
      const fresh = events.filter(({ seq }) => seq > known);
      fresh.forEach(({ seq }, i) => {
        if (current === null || seq !== known + 1 + i) throw new RecordGap(caseNo, known, seq);
      });
      await refuseOthers(
        caseNo,
        events.filter(({ seq }) => seq <= known),
      );
      if (current === null || fresh.length === 0) {
        await markDone(caseNo, events, commandDone);
        return { state: current?.state ?? unborn, appended: 0 };
      }
      const step = stepOf(current.state, fresh);
      try {
        const marking = {
          caseNo,
          httpStatus: commandDone?.httpStatus ?? CREATED,
          commandIds: idsOf(events, commandDone),
        };
        await run(APPEND, 'record-append', recordBindings(step, current.filing, marking));
        tell(step);
        return { state: step.after, appended: fresh.length };
      } catch (error) {
        if (attempt >= ATTEMPTS || !anotherWasFaster(error)) throw error;
      }
    }
  };

  /**
   * Records the first events of a case together with its file: all of it or nothing. The same call again changes nothing.
   * RecordConflict when the number is taken by other events, or the command or its key has given birth to another case.
   */
  const birth = async ({ events, file, command, receipt }: Birth): Promise<Appended> => {
    const step = { ...stepOf(unborn, events), before: null };
    const { no } = step.after;
    events.forEach(({ seq }, i) => {
      if (seq !== 1 + i) throw new RecordGap(no, i, seq);
    });
    const filed = [
      ...[no, file.title, gramsOf(file.title), JSON.stringify(file.form), file.family, file.jurisdiction],
      ...[file.requesterPerson, file.requesterDepartment, file.queryCode, command.id],
    ];
    const marking = {
      caseNo: no,
      httpStatus: command.httpStatus ?? CREATED,
      commandIds: idsOf(events, command),
    };
    const receipts = receipt === undefined ? [] : [receiptRow(receipt, marking.httpStatus)];
    try {
      await run(BEAR, 'record-birth', [
        JSON.stringify(receipts),
        ...filed,
        ...recordBindings(step, file, marking),
      ]);
      tell(step);
      return { state: step.after, appended: events.length };
    } catch (error) {
      if (!anotherWasFaster(error)) throw error;
      if ((await loadState(no)) === null) throw new RecordConflict(no, 1);
      return append(no, events, { commandDone: command });
    }
  };

  const loadState = async (caseNo: string): Promise<Recorded | null> => {
    const [row] = await run(LOAD_STATE, 'record-state', [caseNo]);
    if (row === undefined) return null;
    return {
      state: row.state,
      filing: {
        family: row.family,
        jurisdiction: row.jurisdiction,
        requesterPerson: row.requester_person,
        requesterDepartment: row.requester_department,
      },
    };
  };

  const refuseOthers = async (caseNo: string, offered: readonly CaseEvent[]): Promise<void> => {
    if (offered.length === 0) return;
    const rows = await db('case_events')
      .where({ case_no: caseNo })
      .whereIn(
        'seq',
        offered.map(({ seq }) => seq),
      );
    const recorded = new Map(rows.map((row) => [row.seq as number, toEvent(row)]));
    for (const event of offered) {
      const there = recorded.get(event.seq);
      if (there === undefined || !sameEvent(there, event)) throw new RecordConflict(caseNo, event.seq);
    }
  };

  const markDone = async (
    caseNo: string,
    events: readonly CaseEvent[],
    done?: CommandDone,
  ): Promise<void> => {
    const ids = idsOf(events, done);
    if (ids.length > 0) await run(MARK_DONE, 'record-done', [caseNo, done?.httpStatus ?? CREATED, ids]);
  };

  const listeners = new Set<() => void>();
  const tell = ({ events, after }: Step): void => {
    if (followUpsOf(events, after).length > 0) for (const listener of listeners) listener();
  };
  /** Calls `listener` when something this store recorded asks something of another case. */
  const onFollowUp = (listener: () => void): void => {
    listeners.add(listener);
  };

  // Named, so that each connection parses and plans it once.
  const run = async (sql: string, name: string, bindings: readonly unknown[]) =>
    (await db.raw(sql, bindings as Knex.RawBinding[]).options({ name })).rows;

  return { append, birth, onFollowUp, ...recordReads(db) };
};

const stepOf = (before: CaseState, events: readonly CaseEvent[]): Step => {
  const states: CaseState[] = [];
  for (const event of events) states.push(evolve(states.at(-1) ?? before, event));
  return { before, after: states.at(-1) ?? before, events, states };
};

const idsOf = (events: readonly CaseEvent[], done?: CommandDone): string[] => {
  const ids = events.map(({ commandId }) => commandId).filter((id) => id !== null);
  return [...new Set(done === undefined ? ids : [...ids, done.id])];
};

const receiptRow = (received: NewCommand, httpStatus: number): Row => ({
  id: received.id,
  person_id: received.personId,
  idempotency_key: received.key,
  request_digest: received.requestDigest,
  case_no: received.caseNo,
  body: received.body,
  content: received.content,
  received_at: timestamp(received.receivedAtMs),
  http_status: httpStatus,
});

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const anotherWasFaster = (error: unknown): boolean =>
  [UNIQUE_VIOLATION, DEADLOCK].includes((error as { code?: string }).code ?? '');

export type RecordStore = ReturnType<typeof recordStore>;
