import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';

const SETTING = 'engine-namespace-id';
const ANSWERS_WITHIN_MS = 2_000;

/**
 * Notices that the engine is not the one that the open cases were started in: its store was lost or replaced. Its namespace then has
 * another id; every open case counts as not started, and the dispatcher starts it from the record. Rejects when the engine is away.
 */
export const engineIdentity =
  ({ client, store, logger }: { client: Client; store: Store; logger: Logger }) =>
  async (): Promise<void> => {
    const { namespace } = client.options;
    const { namespaceInfo } = await client.connection.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () =>
      client.workflowService.describeNamespace({ namespace }),
    );
    const id = namespaceInfo?.id ?? '';
    const known = await store.settings.get(SETTING);
    if (known === id || id === '') return;
    const forgotten = known === null ? 0 : await store.record.forgetEngine();
    if (forgotten > 0) logger.warn({ cases: forgotten }, 'another engine: open cases go on from the record');
    await store.settings.set(SETTING, id);
  };
