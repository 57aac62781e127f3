import { fromEnvironment, type MainSettings } from './main-contract.ts';
import type { MainMessage } from './node-child.ts';

/** The inside of a main file once it is up. */
export interface Main {
  /** Facts for whoever started us. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Takes no new work, finishes what is under way, lets go of everything. */
  stop(): Promise<void>;
  /** Rejects when it cannot go on; the process then ends with status 1 and is started again. */
  readonly failed?: Promise<never>;
}

/** After this the process ends whether it has finished or not; below the supervisor's patience. */
const STOP_LIMIT_MS = 12_000;

/**
 * Runs a worker or API process: settings in, `{ ready: true, …facts }` out over IPC, an orderly end at SIGTERM, at
 * SIGINT and when the one who started us is gone, however that happened.
 */
export async function runMain(begin: (settings: MainSettings) => Promise<Main>): Promise<void> {
  let main: Main | undefined;
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    try {
      await main?.stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  try {
    main = await begin(fromEnvironment());
  } catch (error) {
    await tell({ ready: false, reason: error instanceof Error ? error.message : String(error) });
    console.error(error);
    process.exit(1);
  }
  await tell({ ready: true, ...main.facts });
  main.failed?.catch((error: unknown) => {
    if (isStopping) return;
    console.error(error);
    process.exit(1);
  });
}

/** Sends to whoever started us, if we were started with a channel. */
function tell(message: MainMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, undefined, {}, () => resolve());
  });
}
