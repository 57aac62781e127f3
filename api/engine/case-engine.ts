import type { Logger } from 'pino';
import type { CaseEvent, PersonCommand, SystemCommand } from '../../cases/index.ts';
import { RecordConflict, type Recorded, RecordGap, type Store } from '../../store/index.ts';
import { type Calendars, newerFor } from '../calendars.ts';
import type { CaseRuns } from './case-runs.ts';
import { answerFromRecord } from './closed-case.ts';
import { isAway, isBehind, isGone, refusalIn } from './failures.ts';
import type { CaseEngine, Executed, Received } from './types.ts';

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
  const record = async (onto: Recorded, events: CaseEvent[], commandId: string): Promise<Executed> => {
    const commandDone = { id: commandId };
    const { no } = onto.state;
    try {
      const { state } = await store.record.append(no, events, { commandDone, onto });
      return { kind: 'done', state, events };
    } catch (error) {
      if (!(error instanceof RecordGap)) throw error;
      const all = await runs.unrecorded(no);
      const { state } = await store.record.append(no, all, { commandDone });
      return { kind: 'done', state, events: all };
    }
  };

  const read = async (caseNo: string): Promise<Recorded> => {
    const loaded = await store.record.load(caseNo);
    if (loaded === null) throw new Error(`no case ${caseNo}`);
    return { state: loaded.state, filing: loaded.file };
  };

  const carryOut = async (
    received: Received,
    waitMs: number,
    tries: number,
    known?: Recorded,
  ): Promise<Executed> => {
    const { id, caseNo, receivedAtMs } = received;
    if (caseNo === null) throw new Error(`command ${id} is on no case`);
    const command = received.body as PersonCommand | SystemCommand;
    try {
      const recorded = known ?? (await read(caseNo));
      const { seq: knownSeq, calendar: held } = recorded.state;
      const calendar = newerFor(calendars, held);
      const request = {
        ...{ command, atMs: receivedAtMs, knownSeq },
        ...(calendar === null ? {} : { calendar }),
      };
      return await record(recorded, await runs.execute(caseNo, request, waitMs), id);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== null) return { kind: 'refused', refusal };
      if (isAway(error)) return { kind: 'pending' };
      const contradicts = error instanceof RecordConflict || isBehind(error);
      if (!isGone(error) && !contradicts) throw error;
      if (tries <= 1) return { kind: 'pending' };
      logger.warn(
        { case: caseNo, reason: isGone(error) ? 'gone' : 'conflict' },
        'case brought back from the record',
      );
      const answered = isGone(error)
        ? await bringBack(caseNo, command, receivedAtMs)
        : await runs.restart(caseNo);
      return answered ?? (await carryOut(received, waitMs, tries - 1));
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
    async execute(command, waitMs, recorded) {
      try {
        return await carryOut(command, waitMs, TRIES, recorded);
      } catch (error) {
        if (isAway(error)) return { kind: 'pending' };
        throw error;
      }
    },
    async start(caseNo, born) {
      try {
        await runs.start(caseNo, born);
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
