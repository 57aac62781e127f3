import { describe, expect, it } from 'vitest';
import { stageClocks } from '../../cases/clocks.ts';
import type { CaseEvent } from '../../cases/index.ts';
import { allProcedures } from '../../procedures/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { playPure } from '../support/play-pure.ts';
import type { Story } from '../support/story.ts';
import { allStories } from './index.ts';

/** What the stories of a procedure come to, taken together. */
type Told = {
  missed: Set<string>;
  taken: Set<string>;
  kinds: Set<Story['kind']>;
  endings: Set<string>;
  inTime: boolean;
};

/** Procedures whose article has nothing beyond the shape they share, and why. */
const NOTHING_PECULIAR: Record<string, string> = {
  'lz-device-parameter':
    '第四十一条（一） says no more than that parameters are not changed without approval',
  'lz-filing-equipment':
    '第七条（三）、第二十九条（三） say no more than that the use of devices is reported',
  'lz-filing-platform':
    '第八十一条 says no more than whose particulars are filed; the accounts are lz-account-platform',
  'lz-filing-security-staff': '第一百二十四条 says no more than whose particulars are filed, and with whom',
  'ls-grading': '第四十条 names what is carried out and filed; each is a field of the form',
  'dq-network-new':
    '第九条 says no more than that a new network needs approval; its special need is a field of the form',
};

const ruleOf = (clockId: string): string => clockId.replace(/-\d+$/, '');
const isMissed = (event: CaseEvent) => event.type === 'ClockMissed';

const told = new Map<string, Told>();
for (const story of allStories) {
  const { events, state } = playPure(story);
  const sum = told.get(story.procedure) ?? {
    ...{ missed: new Set(), taken: new Set(), kinds: new Set(), endings: new Set() },
    inTime: false,
  };
  told.set(story.procedure, sum);
  sum.kinds.add(story.kind);
  if (state.result !== null) sum.endings.add(state.result);
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
/** Whether some decision can end it against whoever filed it. */
const canRefuse = ({ stages }: Procedure): boolean =>
  Object.values(stages).some(({ outcomes }) =>
    Object.values(outcomes).some(({ demands, ends }) => demands?.includes('reasons') && ends !== undefined),
  );
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

    it('tell of a refusal and of a withdrawal where it has one, and of what only its article has', () => {
      const { kinds, endings } = told.get(id) as Told;
      if (canRefuse(procedure)) expect([...kinds], 'a refusal').toContain('refused');
      if ('withdrawn' in procedure.endings) expect([...endings], 'a withdrawal').toContain('withdrawn');
      if (NOTHING_PECULIAR[id] === undefined)
        expect([...kinds], 'something peculiar, or a reason why there is nothing').toContain('peculiar');
    });
  },
);

it('no reason is kept for a procedure that is not there, or that has something peculiar after all', () => {
  for (const id of Object.keys(NOTHING_PECULIAR))
    expect([...(told.get(id)?.kinds ?? ['peculiar'])]).not.toContain('peculiar');
});
