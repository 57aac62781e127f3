import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import { instantOf } from './instant.ts';

/** The workflow's own time, ISO. */
export const nowUpdate = defineUpdate<string>('now');
/** Ends the workflow. */
export const finishSignal = defineSignal('finish');
/** When each timer fired, in milliseconds after the start. */
export const firedQuery = defineQuery<number[]>('fired');

const HOUR_MS = 3_600_000;

/** Waits for one timer after another, then for `finish`; answers Updates all the while. Needs no activity. */
export async function ticking(timersAtHours: number[]): Promise<number[]> {
  const startedMs = Date.now();
  const firedMs: number[] = [];
  let finished = false;
  setHandler(nowUpdate, () => instantOf(Date.now()));
  setHandler(firedQuery, () => firedMs);
  setHandler(finishSignal, () => {
    finished = true;
  });
  for (const hours of timersAtHours) {
    await condition(() => finished, startedMs + hours * HOUR_MS - Date.now());
    if (finished) break;
    firedMs.push(Date.now() - startedMs);
  }
  await condition(() => finished);
  await condition(allHandlersFinished);
  return firedMs;
}

/** Ends by itself after the given time; answers when that was, ISO. */
export async function ending(afterHours: number): Promise<string> {
  await sleep(afterHours * HOUR_MS);
  return instantOf(Date.now());
}
