import { Context } from '@temporalio/activity';

/** A calendar release on its way to the open cases. */
export type Rollout = { calendarId: string; version: number };

/** What a roll-out does; made where the engine and the calendars are at hand. Each may be repeated at any point. */
export type RolloutWork = {
  /** Finds the open cases that the release moves, and notes them. */
  plan(rollout: Rollout): Promise<void>;
  /** Lets up to a batch of noted cases adopt the calendar; answers whether any are left. `beat` is called for each case. */
  adopt(rollout: Rollout, attendance: { beat: () => void; signal: AbortSignal }): Promise<{ left: boolean }>;
  finish(rollout: Rollout): Promise<void>;
};

/** The activities of a roll-out. A worker that stops leaves a batch where it is; the next attempt goes on from there. */
export const calendarActivities = (work: RolloutWork) => ({
  planRollout: (rollout: Rollout): Promise<void> => work.plan(rollout),
  adoptInCases(rollout: Rollout): Promise<{ left: boolean }> {
    const context = Context.current();
    return work.adopt(rollout, { beat: () => context.heartbeat(), signal: context.cancellationSignal });
  },
  finishRollout: (rollout: Rollout): Promise<void> => work.finish(rollout),
});
export type CalendarActivities = ReturnType<typeof calendarActivities>;
