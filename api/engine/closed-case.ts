import {
  decide,
  isRefusal,
  type PersonCommand,
  procedureOfCase,
  type SystemCommand,
} from '../../cases/index.ts';
import { RecordConflict, type Store } from '../../store/index.ts';
import { type Calendars, rulesOf } from '../calendars.ts';
import type { Executed } from './types.ts';

/** Writers of one closed case at a time that each may be too late for, before the command is left to the dispatcher. */
const TRIES = 20;

/**
 * Carries a command out on a case that has ended and so has no run: remarks, copies, links, a dispute over its result, its
 * reopening. The record is the arbiter: the key of its events lets one of several writers through, the others decide anew on what
 * they then find. `open`: the case is open, and its run answers. Throws for a case that is not there.
 */
export const answerFromRecord = async (
  { store, calendars }: { store: Store; calendars: Calendars },
  caseNo: string,
  command: PersonCommand | SystemCommand,
  atMs: number,
): Promise<Executed | 'open'> => {
  for (let tries = 1; tries <= TRIES; tries++) {
    const recorded = await store.record.load(caseNo);
    if (recorded === null) throw new Error(`no case ${caseNo}`);
    const { state } = recorded;
    const done = state.commandIds.includes(command.id);
    if (state.status === 'open' && !done) return 'open';
    const procedure = procedureOfCase(state);
    if (procedure === null) throw new Error(`no procedure ${state.procedure}@${state.edition}`);
    const events = decide(rulesOf(calendars, procedure, state), state, command, atMs);
    if (isRefusal(events)) return { kind: 'refused', refusal: events };
    try {
      const after = await store.record.append(caseNo, events, { commandDone: { id: command.id } });
      return { kind: 'done', state: after.state, events };
    } catch (error) {
      if (!(error instanceof RecordConflict)) throw error;
    }
  }
  return { kind: 'pending' };
};
