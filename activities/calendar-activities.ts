import { Context } from '@temporalio/activity';

/** A calendar release on its way to the open cases. */
export type Rollout = { calendarId: string; version: number };

/** What a roll-out does; made where the engine and the calendars are at hand. Each may be repeated at any point. */
export type RolloutWork = {
  /** Finds the open cases that the release moves, and notes them. */
  plan(rollout: Rollout): Promise<void>;
  /** Lets up to a batch of noted cases adopt the calendar; answers whether any are left. Takes no further case after `signal`. */
  adopt(rollout: Rollout, signal: AbortSignal): Promise<{ left: boolean }>;
  finish(rollout: Rollout): Promise<void>;
};

const BEAT_EVERY_MS = 2_000;

/** Tells the engine that this process is alive for as long as the work takes; one case may have to wait for longer than a beat. */
const whileBeating = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const context = Context.current();
  context.heartbeat();
  const beating = setInterval(() => context.heartbeat(), BEAT_EVERY_MS);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beating);
  }
};

/** The activities of a roll-out. A worker that stops leaves a batch where it is; the next attempt goes on from there. */
export const calendarActivities = (work: RolloutWork) => ({
  planRollout: (rollout: Rollout): Promise<void> => whileBeating(() => work.plan(rollout)),
  adoptInCases: (rollout: Rollout): Promise<{ left: boolean }> =>
    whileBeating((signal) => work.adopt(rollout, signal)),
  finishRollout: (rollout: Rollout): Promise<void> => work.finish(rollout),
});
export type CalendarActivities = ReturnType<typeof calendarActivities>;
