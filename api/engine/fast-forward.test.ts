import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inProject } from '../../runtime/paths.ts';
import { bundleWorkflows } from '../../runtime/workflow-bundle.ts';
import {
  ending,
  finishSignal,
  firedQuery,
  nowUpdate,
  ticking,
} from '../../test/setup/sample-workflows/ticking.ts';
import { fastForward } from './fast-forward.ts';

const HOUR_MS = 3_600_000;
/** What a busy machine may add in real time between two calls. */
const SLACK_MS = 30_000;

describe('fast-forward of one execution on the real server', () => {
  const taskQueue = `virtual-time-${randomUUID()}`;
  let client: Client;
  let worker: Worker;
  let working: Promise<void>;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const address = inject('temporalAddress');
    client = new Client({ connection: await Connection.connect({ address }) });
    const workflowBundle = await bundleWorkflows({
      workflowsPath: inProject('test', 'setup', 'sample-workflows', 'index.ts'),
    });
    worker = await Worker.create({
      connection: await NativeConnection.connect({ address }),
      taskQueue,
      workflowBundle,
    });
    working = worker.run();
  });

  afterAll(async () => {
    worker.shutdown();
    await working;
    await client.connection.close();
  });

  const begin = <A extends unknown[]>(workflow: (...args: A) => Promise<unknown>, ...args: A) =>
    client.workflow.start(workflow, { taskQueue, workflowId: `vt-${randomUUID()}`, args });
  const nowOf = async (handle: Awaited<ReturnType<typeof begin>>) =>
    Date.parse(await handle.executeUpdate(nowUpdate));

  it('skips 71 hours in seconds, fires the timers on the way and never early', async () => {
    const handle = await begin(ticking, [10, 20, 30, 80]);
    const beforeMs = await nowOf(handle);
    const startedMs = Date.now();
    expect(await fastForward(client, handle.workflowId, 71 * HOUR_MS)).toBe('completed');
    expect(Date.now() - startedMs).toBeLessThan(10_000);
    const skippedMs = (await nowOf(handle)) - beforeMs;
    expect(skippedMs).toBeGreaterThanOrEqual(71 * HOUR_MS);
    expect(skippedMs).toBeLessThan(71 * HOUR_MS + SLACK_MS);
    const firedMs = await handle.query(firedQuery);
    expect(firedMs).toHaveLength(3);
    for (const [index, hours] of [10, 20, 30].entries()) {
      expect(firedMs[index]).toBeGreaterThanOrEqual(hours * HOUR_MS);
      expect(firedMs[index]).toBeLessThan(hours * HOUR_MS + SLACK_MS);
    }
    await handle.signal(finishSignal);
    expect(await handle.result()).toHaveLength(3);
  });

  it('adds up over several calls, fractions of a second included', async () => {
    const handle = await begin(ticking, []);
    const beforeMs = await nowOf(handle);
    for (const byMs of [HOUR_MS, 1_500, 2 * HOUR_MS + 250, 0.4])
      await fastForward(client, handle.workflowId, byMs);
    const skippedMs = (await nowOf(handle)) - beforeMs;
    expect(skippedMs).toBeGreaterThanOrEqual(3 * HOUR_MS + 1_750);
    expect(skippedMs).toBeLessThan(3 * HOUR_MS + 1_750 + SLACK_MS);
    await handle.signal(finishSignal);
  });

  it('moves sixteen executions at once, each by its own timers', async () => {
    const handles = await Promise.all(Array.from({ length: 16 }, (_, i) => begin(ticking, [10 + i])));
    const outcomes = await Promise.all(
      handles.map((handle) => fastForward(client, handle.workflowId, 20.5 * HOUR_MS)),
    );
    expect(new Set(outcomes)).toEqual(new Set(['completed']));
    const fired = await Promise.all(handles.map((handle) => handle.query(firedQuery)));
    expect(fired.map((timers) => timers.length)).toEqual(handles.map((_, i) => (10 + i <= 20 ? 1 : 0)));
    await Promise.all(handles.map((handle) => handle.signal(finishSignal)));
  });

  it('says so when the execution ends on the way, or had ended', async () => {
    const handle = await begin(ending, 5);
    const startedMs = Date.now();
    expect(await fastForward(client, handle.workflowId, 50 * HOUR_MS)).toBe('ended');
    const endedMs = Date.parse((await handle.result()) as string);
    expect(endedMs).toBeGreaterThanOrEqual(startedMs + 5 * HOUR_MS);
    expect(endedMs).toBeLessThan(startedMs + 5 * HOUR_MS + SLACK_MS);
    expect(await fastForward(client, handle.workflowId, HOUR_MS)).toBe('ended');
  });

  it('refuses what it cannot do', async () => {
    await expect(fastForward(client, 'no-such-execution', HOUR_MS)).rejects.toThrow();
    await expect(fastForward(client, 'no-such-execution', -1)).rejects.toThrow(RangeError);
    const unserved = await client.workflow.start('ending', {
      taskQueue: `nobody-${randomUUID()}`,
      workflowId: `vt-${randomUUID()}`,
      args: [1],
    });
    await expect(fastForward(client, unserved.workflowId, HOUR_MS, { timeoutMs: 1_000 })).rejects.toThrow(
      /did not come to the end/,
    );
    await unserved.terminate();
  });
});
