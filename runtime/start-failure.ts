/**
 * A start that cannot go on for a reason the person at the console can mend. The message is Chinese, one sentence
 * or two, and names the variable to set; `runtime/start.ts` prints it without a stack and exits with status 1.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
