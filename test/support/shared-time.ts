type Waiter = { untilMs: number; latestMs: number; wake: () => void; fail: (error: unknown) => void };

/**
 * Virtual time shared by many stories that are played at once. A story that waits is passed over until every story waits;
 * then time moves as far as everybody bears who is passed on the way. So the stories of a file go through each stretch of time together.
 */
export class SharedTime {
  private playing = 0;
  private waiting: Waiter[] = [];
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

  /** Resolves once virtual time has reached `untilMs` and, as far as it lies with this, before `latestMs` is over (epoch milliseconds). */
  wait(untilMs: number, latestMs: number): Promise<void> {
    const woken = new Promise<void>((wake, fail) => this.waiting.push({ untilMs, latestMs, wake, fail }));
    this.playing -= 1;
    this.moveIfAllWait();
    return woken;
  }

  private moveIfAllWait(): void {
    if (this.playing > 0 || this.waiting.length === 0) return;
    const nextMs = Math.min(...this.waiting.map(({ latestMs }) => latestMs));
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

  private release(which: (waiter: Waiter) => boolean, how: (waiter: Waiter) => void): void {
    const due = this.waiting.filter(which);
    this.waiting = this.waiting.filter((waiter) => !due.includes(waiter));
    this.playing += due.length;
    for (const waiter of due) how(waiter);
    this.moveIfAllWait();
  }
}
