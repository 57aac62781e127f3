import type { CaseEvent, CaseState, Refusal } from '../../cases/index.ts';
import type { Recorded, StoredCommand } from '../../store/index.ts';

/**
 * The API's way to the engine. A command is already in `commands` (the receipt) when it comes here; whatever happens to this
 * process afterwards, the dispatcher carries it out once.
 */
export type CaseEngine = {
  /**
   * Carries out a received command on its case and records the events. Waits `waitMs` at most; then `pending`. `recorded`: the case as
   * the caller has just read it; without it, it is read.
   */
  execute(command: Received, waitMs: number, recorded?: Recorded): Promise<Executed>;
  /**
   * Starts the workflow of a case that is in the record. Never throws for an engine that is away: the dispatcher tries again. `born`: what
   * the caller has just recorded; without it, the record is read.
   */
  start(caseNo: string, born?: Born): Promise<void>;
  /** The engine answers. Waits one second at most. */
  reachable(): Promise<boolean>;
};

/** What the engine has to know of a command that is in `commands`. */
export type Received = Pick<StoredCommand, 'id' | 'caseNo' | 'body' | 'receivedAtMs'>;

/** A case with all its events. */
export type Born = { state: CaseState; events: readonly CaseEvent[] };

export type Executed =
  | { kind: 'done'; state: CaseState; events: CaseEvent[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'pending' };
