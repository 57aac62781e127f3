import { describe, expect, it } from 'vitest';
import { stageClocks } from '../../cases/clocks.ts';
import type { CaseEvent } from '../../cases/index.ts';
import { allProcedures } from '../../procedures/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { playPure } from '../support/play-pure.ts';
import { allStories } from './index.ts';

/** What the stories of a procedure come to, taken together. */
type Told = { missed: Set<string>; taken: Set<string>; inTime: boolean };

const ruleOf = (clockId: string): string => clockId.replace(/-\d+$/, '');
const isMissed = (event: CaseEvent) => event.type === 'ClockMissed';

const told = new Map<string, Told>();
for (const story of allStories) {
  const { events, state } = playPure(story);
  const sum = told.get(story.procedure) ?? { missed: new Set(), taken: new Set(), inTime: false };
  told.set(story.procedure, sum);
  for (const event of events) {
    if (event.type === 'ClockMissed') sum.missed.add(ruleOf(event.data.clock));
    if (event.type === 'StageSettled') sum.taken.add(`${event.data.stage}:${event.data.outcome}`);
    if (event.type === 'Decided') {
      const { task, outcome } = event.data;
      sum.taken.add(`${state.tasks[task]?.stage}:${outcome}`);
    }
  }
  sum.inTime ||= state.status === 'closed' && !events.some(isMissed);
}

const clocksOf = (procedure: Procedure): string[] => {
  const rules = { procedure } as Parameters<typeof stageClocks>[0];
  const ofStages = Object.keys(procedure.stages).flatMap((stage) => stageClocks(rules, stage));
  return [...new Set([...ofStages.map(({ id }) => id), ...Object.keys(procedure.caseClocks ?? {})])];
};
const outcomesOf = ({ stages }: Procedure): string[] =>
  Object.entries(stages).flatMap(([stage, { outcomes }]) =>
    Object.keys(outcomes).map((outcome) => `${stage}:${outcome}`),
  );

/** Every story is played on the decider and over HTTP: what is told here has been seen on both. */
describe.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
  'the stories of %s, taken together,',
  (id, procedure) => {
    it('go its course in time, miss each of its limits, and take every outcome, refusals among them', () => {
      const { missed, taken, inTime } = told.get(id) as Told;
      expect(inTime, 'a course without a missed limit').toBe(true);
      expect(
        clocksOf(procedure).filter((clock) => !missed.has(clock)),
        'limits never missed',
      ).toEqual([]);
      expect(
        outcomesOf(procedure).filter((outcome) => !taken.has(outcome)),
        'outcomes never taken',
      ).toEqual([]);
    });
  },
);
