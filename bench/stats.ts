/** Value below which the share `p` (0–1) of the samples lies; samples in any order. */
export const percentile = (samples: readonly number[], p: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Runs `count` pieces of work with `clients` at a time; answers the seconds it took. */
export const runWith = async (
  clients: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<number> => {
  let next = 0;
  const beganMs = performance.now();
  const client = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (performance.now() - beganMs) / 1_000;
};

/** Work timed in milliseconds into `samples`. */
export const timed = async <T>(samples: number[], work: () => Promise<T>): Promise<T> => {
  const beganMs = performance.now();
  const result = await work();
  samples.push(performance.now() - beganMs);
  return result;
};
