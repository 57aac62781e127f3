/** ISO text of an instant given in epoch milliseconds. */
export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
