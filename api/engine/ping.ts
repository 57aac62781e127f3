import type { Connection } from '@temporalio/client';

const ANSWERS_WITHIN_MS = 1_000;

/**
 * Asks the engine for a sign of life; rejects when none comes within a second. `ensureConnected` would not do: it goes by the first
 * connection that was ever made.
 */
export const pingOf =
  (connection: Connection): (() => Promise<unknown>) =>
  () =>
    connection.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () =>
      connection.workflowService.getSystemInfo({}),
    );
