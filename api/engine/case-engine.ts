import type { Logger } from 'pino';
import type { CaseEvent, PersonCommand, SystemCommand } from '../../cases/index.ts';
import {
  RecordConflict,
  RecordGap,
  type Store,
  type StoredCommand,
  SYSTEM_PERSON,
} from '../../store/index.ts';
import { type Calendars, newerFor } from '../calendars.ts';
import type { CaseRuns } from './case-runs.ts';
import { answerFromRecord } from './closed-case.ts';
import { isAway, isGone, refusalIn } from './failures.ts';
import type { CaseEngine, Executed } from './types.ts';

export type CaseEngineDeps = {
  runs: CaseRuns;
  store: Store;
  calendars: Calendars;
  logger: Logger;
  /** Rejects when the engine does not answer. */
  ping: () => Promise<unknown>;
};

/** How often one call brings a lost or contradicting run back before it leaves the command to the dispatcher. */
const TRIES = 3;

/**
 * Carries received commands out: Update, then record. Every step may be repeated after a crash at any point: the Update is told
 * apart by the command's id, the recording by (case, seq).
 */
export const caseEngine = ({ runs, store, calendars, logger, ping }: CaseEngineDeps): CaseEngine => {
  /** Records what the Update answered, and what an interrupted caller left behind in the run if anything is missing. */
  const record = async (caseNo: string, events: CaseEvent[], commandId: string): Promise<Executed> => {
    const commandDone = { id: commandId };
    try {
      const { state } = await store.record.append(caseNo, events, { commandDone });
      return { kind: 'done', state, events };
    } catch (error) {
      if (!(error instanceof RecordGap)) throw error;
      const all = await runs.unrecorded(caseNo);
      const { state } = await store.record.append(caseNo, all, { commandDone });
      return { kind: 'done', state, events: all };
    }
  };

  /** The last event its sender had; a command of the system was written without looking, so it is looked up now. */
  const knownTo = async ({ personId, caseNo, knownSeq }: StoredCommand): Promise<number> =>
    personId === SYSTEM_PERSON && caseNo !== null
      ? ((await store.record.load(caseNo))?.state.seq ?? 0)
      : knownSeq;

  const carryOut = async (commandId: string, waitMs: number, tries: number): Promise<Executed> => {
    const received = await store.commands.get(commandId);
    if (received === null || received.caseNo === null) throw new Error(`no command ${commandId}`);
    const { caseNo, receivedAtMs } = received;
    const command = received.body as PersonCommand | SystemCommand;
    try {
      const [knownSeq, held] = await Promise.all([knownTo(received), store.record.calendarOf(caseNo)]);
      const calendar = held === null ? null : newerFor(calendars, held);
      const request = {
        ...{ command, atMs: receivedAtMs, knownSeq },
        ...(calendar === null ? {} : { calendar }),
      };
      return await record(caseNo, await runs.execute(caseNo, request, waitMs), commandId);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== null) return { kind: 'refused', refusal };
      if (isAway(error)) return { kind: 'pending' };
      if (!isGone(error) && !(error instanceof RecordConflict)) throw error;
      if (tries <= 1) return { kind: 'pending' };
      logger.warn(
        { case: caseNo, reason: isGone(error) ? 'gone' : 'conflict' },
        'case brought back from the record',
      );
      const answered = isGone(error)
        ? await bringBack(caseNo, command, receivedAtMs)
        : await runs.restart(caseNo);
      return answered ?? (await carryOut(commandId, waitMs, tries - 1));
    }
  };

  /**
   * The run is not there: not started yet, ended with events unrecorded, or lost with the engine's store. An open case is started
   * from its record; a closed one has no run, so the record itself answers.
   */
  const bringBack = async (
    caseNo: string,
    command: PersonCommand | SystemCommand,
    atMs: number,
  ): Promise<Executed | undefined> => {
    const left = await runs.unrecorded(caseNo);
    if (left.length > 0) await store.record.append(caseNo, left);
    const answered = await answerFromRecord({ store, calendars }, caseNo, command, atMs);
    const isOpen = answered === 'open' || (answered.kind === 'done' && answered.state.status === 'open');
    if (isOpen) await runs.start(caseNo);
    return answered === 'open' ? undefined : answered;
  };

  return {
    async execute(commandId, waitMs) {
      try {
        return await carryOut(commandId, waitMs, TRIES);
      } catch (error) {
        if (isAway(error)) return { kind: 'pending' };
        throw error;
      }
    },
    async start(caseNo) {
      try {
        await runs.start(caseNo);
      } catch (error) {
        logger.warn(
          { case: caseNo, reason: isAway(error) ? 'away' : 'failed', err: error },
          'case not started yet',
        );
      }
    },
    reachable: () =>
      ping().then(
        () => true,
        () => false,
      ),
  };
};
