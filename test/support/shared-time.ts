/** Instants this close to each other are passed in one move; less than stories leave before a last second. */
const TOGETHER_MS = 60_000;

/**
 * Virtual time shared by many stories that are played at once. A story that waits is passed over until every story waits;
 * then time moves to the nearest instant anybody waits for. So the stories of a file go through each stretch of time together.
 */
export class SharedTime {
  private playing = 0;
  private waiting: { untilMs: number; wake: () => void; fail: (error: unknown) => void }[] = [];
  private readonly advanceTo: (ms: number) => Promise<number>;

  constructor(advanceTo: (ms: number) => Promise<number>) {
    this.advanceTo = advanceTo;
  }

  /** Plays all stories to their ends; answers what each came to, in order. */
  async playAll<T>(stories: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    this.playing = stories.length;
    return await Promise.allSettled(
      stories.map(async (story) => {
        try {
          return await story();
        } finally {
          this.playing -= 1;
          this.moveIfAllWait();
        }
      }),
    );
  }

  /** Resolves once virtual time has reached `untilMs` (epoch milliseconds). */
  wait(untilMs: number): Promise<void> {
    const woken = new Promise<void>((wake, fail) => this.waiting.push({ untilMs, wake, fail }));
    this.playing -= 1;
    this.moveIfAllWait();
    return woken;
  }

  private moveIfAllWait(): void {
    if (this.playing > 0 || this.waiting.length === 0) return;
    const first = Math.min(...this.waiting.map(({ untilMs }) => untilMs));
    // Stories filed within the same minute have limits within the same minute: they move together.
    const soon = this.waiting
      .map(({ untilMs }) => untilMs)
      .filter((untilMs) => untilMs <= first + TOGETHER_MS);
    const nextMs = Math.max(...soon);
    this.advanceTo(nextMs).then(
      (nowMs) =>
        this.release(
          ({ untilMs }) => untilMs <= nowMs,
          (waiter) => waiter.wake(),
        ),
      (error: unknown) =>
        this.release(
          () => true,
          (waiter) => waiter.fail(error),
        ),
    );
  }

  private release(
    which: (waiter: (typeof this.waiting)[number]) => boolean,
    how: (waiter: (typeof this.waiting)[number]) => void,
  ): void {
    const due = this.waiting.filter(which);
    this.waiting = this.waiting.filter((waiter) => !due.includes(waiter));
    this.playing += due.length;
    for (const waiter of due) how(waiter);
    this.moveIfAllWait();
  }
}
