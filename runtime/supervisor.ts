import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending } from './embedded/child.ts';

/** A process that is up and of use. */
export interface RunningService {
  readonly pid: number;
  /** Settles when the process has ended for whatever reason; never rejects. */
  readonly ended: Promise<Ending>;
  /** Asks it to end, waits, and makes sure. Done when the process is gone. */
  stop(): Promise<void>;
}

/** How to bring one process up, the first time and again. */
export interface Service<R extends RunningService = RunningService> {
  /** As the console calls it. */
  readonly name: string;
  /** Resolves when the process is ready for use; rejects when it did not come up, leaving nothing behind. */
  start(): Promise<R>;
}

export interface SupervisorOptions {
  /** One line for the person at the console. */
  readonly say: (line: string) => void;
  /** First wait before a restart; doubled each time up to `maxBackoffMs`. Default 200. */
  readonly minBackoffMs?: number;
  /** Default 10,000. */
  readonly maxBackoffMs?: number;
  /** After this long up, the next restart begins with the first wait again. Default 30,000. */
  readonly stableAfterMs?: number;
}

interface Kept {
  readonly service: Service;
  running: RunningService | undefined;
  watch: Promise<void>;
}

/**
 * Keeps processes up. They are started in the order they are added; one that dies is started again, however often,
 * with growing waits, while the others stay up and reconnect. `stop` ends them in reverse order.
 */
export class Supervisor {
  readonly #options: Required<SupervisorOptions>;
  readonly #kept: Kept[] = [];
  readonly #stopping = new AbortController();

  constructor(options: SupervisorOptions) {
    this.#options = { minBackoffMs: 200, maxBackoffMs: 10_000, stableAfterMs: 30_000, ...options };
  }

  /** Starts a service and keeps it from then on. Rejects with its error when the first start fails. */
  async add<R extends RunningService>(service: Service<R>): Promise<R> {
    this.#stopping.signal.throwIfAborted();
    const kept: Kept = { service, running: undefined, watch: Promise.resolve() };
    this.#kept.push(kept);
    const first = service.start().then((running) => {
      kept.running = running;
      return running;
    });
    // From the first moment on, `stop` must wait for a start that is under way.
    kept.watch = first.then(
      (running) => this.#watch(kept, running),
      () => undefined,
    );
    return await first;
  }

  /** The pid of each service that is up, by name. */
  pids(): Record<string, number> {
    const up = this.#kept.flatMap(({ service, running }) =>
      running ? [[service.name, running.pid] as const] : [],
    );
    return Object.fromEntries(up);
  }

  /** Ends everything, last added first, and starts nothing any more. Done when all processes are gone. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const kept of [...this.#kept].reverse()) {
      await kept.running?.stop();
      await kept.watch;
    }
  }

  async #watch(kept: Kept, first: RunningService): Promise<void> {
    const { signal } = this.#stopping;
    let running = first;
    let waitMs = this.#options.minBackoffMs;
    for (;;) {
      if (signal.aborted) await running.stop();
      const upSinceMs = Date.now();
      const how = await running.ended;
      kept.running = undefined;
      if (signal.aborted) return;
      if (Date.now() - upSinceMs > this.#options.stableAfterMs) waitMs = this.#options.minBackoffMs;
      let reason = `${kept.service.name}（pid ${running.pid}）意外退出（${how}）`;
      for (;;) {
        this.#options.say(`${reason}，${waitMs / 1000} 秒后重新启动`);
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        waitMs = Math.min(waitMs * 2, this.#options.maxBackoffMs);
        try {
          running = await kept.service.start();
          kept.running = running;
          if (!signal.aborted) this.#options.say(`${kept.service.name} 已恢复（pid ${running.pid}）`);
          break;
        } catch (error) {
          reason = `${kept.service.name} 未能启动：${error instanceof Error ? error.message : error}`;
        }
      }
    }
  }
}
