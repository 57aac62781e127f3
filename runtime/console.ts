/** Lines for the person at the console: plain text, one line a fact, nothing that moves. */

const startedMs = performance.now();

/** Prints one line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs one step of the start and prints its name and how long it took, in seconds. */
export async function step<T>(
  name: string,
  work: () => Promise<T> | T,
  about?: (result: T) => string,
): Promise<T> {
  const beganMs = performance.now();
  const result = await work();
  const remark = about?.(result);
  say(`  ${seconds(beganMs).padStart(6)}  ${name}${remark ? `（${remark}）` : ''}`);
  return result;
}

/** Seconds since the given `performance.now()`, or since this process began to run, e.g. `0.8 秒`. */
export function seconds(sinceMs = startedMs): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} 秒`;
}
