import type { DutyOpened, DutyRound } from '../store/index.ts';

/** What the rounds of duties need of the store. */
export type DutyRecord = { ask(round: DutyRound, nowMs: number): Promise<DutyOpened> };

/** Asks for the cases of a turn. May run twice; each case comes out once. Answers how many are new and whether the duty stands still. */
export const dutyActivities = (duties: DutyRecord, nowMs: () => Promise<number>) => ({
  async openDuties(round: DutyRound): Promise<{ opened: number; existing: number; paused: boolean }> {
    const { opened, existing, paused } = await duties.ask(round, await nowMs());
    return { opened: opened.length, existing: existing.length, paused: paused !== null };
  },
});
export type DutyActivities = ReturnType<typeof dutyActivities>;
