import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allProcedures, procedureById } from '../procedures/index.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import type { ClockRule, Demand, PauseGround, Procedure, Stage } from '../procedures/schema.ts';
import { actor, type PureCase } from '../test/support/pure-case.ts';
import { randomCourse, randomSteps, waits } from '../test/support/random-course.ts';
import { type AllowedAct, allowedActs } from './allowed-acts.ts';
import type { CommandBody, PersonCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { fold } from './evolve.ts';
import type { Rules } from './rules.ts';
import { type Actor, arrivalMs, type CaseState, openTasks, type Task } from './state.ts';

/** Runs a procedure; a seed is printed by fast-check when one fails. */
const RUNS = 20;

const GROUNDS: PauseGround[] = [
  'supplement',
  'hearing',
  'inspection',
  'testing',
  'appraisal',
  'expert-review',
  'third-party-opinion',
  'dispute',
];
const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

/** A button and the command behind it; `name` tells buttons apart. */
type Button = { name: string; body: CommandBody };

const onTask = (rules: Rules, { id: task, stage, role }: Task): Button[] => {
  const gives = ALL;
  const outcomes = [...Object.keys(rules.procedure.stages[stage]?.outcomes ?? {}), 'no-such-outcome'];
  const opinion = { role: role === 'expert' ? 'auditor' : 'expert', department: 'elsewhere' } as const;
  const plain: CommandBody[] = [
    { type: 'transfer', task, toDepartment: 'elsewhere', toPerson: null, gives },
    { type: 'request-supplement', task, gives },
    { type: 'resume', task, gives },
    { type: 'extend', task, amount: 1, gives },
    { type: 'set-limit', task, amount: 1, gives },
    { type: 'ask-opinion', task, ...opinion, gives },
    { type: 'give-opinion', task, gives },
  ];
  return [
    ...outcomes.map((outcome): Button => {
      const body: CommandBody = { type: 'decide', task, outcome, gives, facts: {}, digest: '' };
      return { name: `decide ${task} ${outcome}`, body };
    }),
    ...GROUNDS.map((ground): Button => {
      return { name: `pause ${task} ${ground}`, body: { type: 'pause', task, ground, gives } };
    }),
    ...Object.keys(rules.procedure.stages).map((to): Button => {
      return { name: `return ${task} ${to}`, body: { type: 'return', task, to, gives } };
    }),
    ...plain.map((body): Button => ({ name: `${body.type} ${task}`, body })),
  ];
};

const LEVELS = ['I', 'II', 'III', 'IV', 'no-such-level'];
const onCase = (state: CaseState): Button[] => {
  const gives = ALL;
  const bodies: CommandBody[] = [
    { type: 'supplement', facts: {}, digest: '' },
    { type: 'urge' },
    { type: 'withdraw' },
    { type: 'correct-arrival', arrivedAtMs: arrivalMs(state) - 1, gives },
    { type: 'take-command', gives },
    { type: 'terminate', gives },
    { type: 'reopen', gives },
    { type: 'dispute', gives },
    { type: 'comment', gives },
    { type: 'copy', people: ['a-reader'] },
    { type: 'mark-read' },
    { type: 'link', other: 'T-9' },
  ];
  return [
    ...bodies.map((body) => ({ name: body.type, body })),
    ...LEVELS.map((level): Button => {
      return { name: `change-level ${level}`, body: { type: 'change-level', level, gives } };
    }),
  ];
};

/** Every button that a case could ever show, whether it does now or not. */
const everyButton = ({ rules, state }: PureCase, nowMs: number): Button[] => {
  const { tasks } = fold(decide(rules, state, { type: 'tick' }, nowMs) as CaseEvent[], state);
  return [...Object.values(tasks).flatMap((task) => onTask(rules, task)), ...onCase(state)];
};

/** The names of the buttons that are shown, each with what it demands. */
const shown = (acts: readonly AllowedAct[]): Map<string, readonly Demand[]> =>
  new Map(
    acts.flatMap((act): [string, readonly Demand[]][] => {
      if (act.act === 'decide') {
        return act.outcomes.map(({ id, demands }) => [`decide ${act.task} ${id}`, demands]);
      }
      if (act.act === 'change-level') {
        return act.levels.map(({ id }) => [`change-level ${id}`, act.demands]);
      }
      if (act.act === 'pause') return act.grounds.map((g) => [`pause ${act.task} ${g}`, act.demands]);
      if (act.act === 'return') return act.to.map((to) => [`return ${act.task} ${to}`, act.demands]);
      return [['task' in act ? `${act.act} ${act.task}` : act.act, act.demands]];
    }),
  );

/** Whoever holds an open task, filed the case, or is named by the procedure; and two who may look at any case. */
const everybody = ({ state, rules: { procedure } }: PureCase): Actor[] => {
  const named = JSON.stringify([
    procedure.stages,
    procedure.acts,
    procedure.caseClocks,
    procedure.submitters,
  ]);
  const roles = (Object.keys(ROLES) as Role[]).filter(
    (role) => named.includes(`"${role}"`) || role === 'supervisor' || role === 'auditor',
  );
  const holders = openTasks(state).map(({ role, department }) => {
    return { personId: `${role}/two`, department, role };
  });
  return [...holders, ...roles.map((role) => actor(role))];
};

const accepts = ({ rules, state }: PureCase, body: CommandBody, by: Actor, nowMs: number): boolean =>
  Array.isArray(decide(rules, state, { ...body, id: 'x', actor: by } as PersonCommand, nowMs));

const share = procedureById('lz-share-conditional') as Procedure;
const basis = share.basis;
/** What the mechanism provides beyond what regulated procedures use: every listed pause, and silence that settles a stage (视为). */
const withPausesAndSilence: Procedure = {
  ...share,
  id: 'made-up-for-this-test',
  stages: {
    ...share.stages,
    review: { ...(share.stages.review as Stage), deemed: { outcome: 'pass', basis } },
    authorise: {
      ...(share.stages.authorise as Stage),
      clocks: [
        {
          limit: { amount: 3, unit: 'working-day', kind: 'statutory', basis },
          pauses: {
            hearing: { by: 'data-provider', basis },
            'expert-review': { by: 'data-provider-lead', basis, capWorkingDays: 5 },
          } as NonNullable<ClockRule['pauses']>,
        },
      ],
    },
  },
};

const all = [...allProcedures(), withPausesAndSilence];
describe.each(all.map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
  it('gives the buttons of exactly those acts that the decider accepts', () => {
    fc.assert(
      fc.property(randomSteps, waits, fc.nat(1000), (script, laterMs, pick) => {
        const course = randomCourse(procedure, script);
        const { theCase } = course;
        const nowMs = course.nowMs + laterMs;
        const people = everybody(theCase);
        const by = people[pick % people.length] as Actor;
        const buttons = everyButton(theCase, nowMs);
        const offered = shown(allowedActs(theCase.rules, theCase.state, by, nowMs));
        for (const { name, body } of buttons) {
          const demands = offered.get(name);
          expect(accepts(theCase, body, by, nowMs), `${name} by ${by.role}`).toBe(demands !== undefined);
          if (demands === undefined || !('gives' in body)) continue;
          const exactly = { ...body, gives: [...demands] } as CommandBody;
          expect(accepts(theCase, exactly, by, nowMs), `${name} with what it demands`).toBe(true);
          const bare = { ...body, gives: [] } as CommandBody;
          expect(accepts(theCase, bare, by, nowMs), `${name} with nothing`).toBe(demands.length === 0);
        }
        const known = new Set(buttons.map(({ name }) => name));
        expect([...offered.keys()].filter((name) => !known.has(name))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
