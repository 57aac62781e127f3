import type { Client } from '@temporalio/client';
import { type Fault, rebuild, type Store } from '../../store/index.ts';
import type { Calendars } from '../calendars.ts';
import { adoptNewest } from './calendar-rollout.ts';
import type { CaseRuns } from './case-runs.ts';
import { knowsNothing } from './failures.ts';
import type { CaseEngine } from './types.ts';

export type RearmDeps = {
  client: Client;
  runs: CaseRuns;
  store: Store;
  engine: CaseEngine;
  calendars: Calendars;
  nowMs: () => Promise<number>;
};

/**
 * Puts right what an alarm is about, from the record: the lists of the case are derived anew and its run is started anew; a case
 * that is behind adopts its calendar; a run that no open case belongs to is ended. May be repeated.
 */
export const rearming =
  (deps: RearmDeps) =>
  async ({ kind, caseNo }: Pick<Fault, 'kind' | 'caseNo'>): Promise<void> => {
    const { client, runs, store } = deps;
    if (kind === 'run_of_closed_case') {
      const open = await store.watched.openAmong([caseNo]);
      if (open.has(caseNo)) return;
      const handle = client.workflow.getHandle(caseNo);
      await handle.terminate('no open case').catch((error: unknown) => {
        if (!knowsNothing(error)) throw error;
      });
      return;
    }
    await rebuild(store.db, { caseNo, repair: true });
    await runs.restart(caseNo);
    if (kind === 'calendar_behind') await adoptNewest(deps, caseNo);
  };
