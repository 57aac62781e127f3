import type { CaseEvent, CaseState, Refusal } from '../../cases/index.ts';

/**
 * The API's way to the engine. A command is already in `commands` (the receipt) when it comes here; whatever happens to this
 * process afterwards, the dispatcher carries it out once.
 */
export type CaseEngine = {
  /** Carries out a received command on its case and records the events. Waits `waitMs` at most; then `pending`. */
  execute(commandId: string, waitMs: number): Promise<Executed>;
  /** Starts the workflow of a case that is in the record. Never throws for an engine that is away: the dispatcher tries again. */
  start(caseNo: string): Promise<void>;
  /** The engine answers. Waits one second at most. */
  reachable(): Promise<boolean>;
};

export type Executed =
  | { kind: 'done'; state: CaseState; events: CaseEvent[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'pending' };
