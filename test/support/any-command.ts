import type { Actor, CommandBody } from '../../cases/index.ts';
import { chosenFacts } from '../../procedures/asked.ts';
import { closedValues } from '../../procedures/combinations.ts';
import type { Fields } from '../../procedures/fields.ts';
import type { Role } from '../../procedures/roles.ts';
import type { Fact } from '../../procedures/schema.ts';
import { actor as onlyInRole, type PureCase } from './pure-case.ts';

export type Try = { body: CommandBody; by: Actor };
const HOUR = 3_600_000;

/** The facts that fields set when every choice is the first one, and when it is the last. */
const answers = (fields: Fields, known: Readonly<Record<string, Fact>>): Record<string, Fact>[] => {
  const at = (index: 0 | -1) => chosenFacts(fields, (_fact, field) => closedValues(field)?.at(index), known);
  const [first, last] = [at(0), at(-1)];
  return Object.keys(first).length === 0 ? [first] : [first, last];
};

/** Somebody who holds every role: each but the first that they act in is refused. */
export const EVERYBODY = 'everybody';
const actor = (role: Role, person: string): Actor =>
  person === EVERYBODY ? { ...onlyInRole(role), personId: EVERYBODY } : onlyInRole(role, person);

/** Everything anybody could try on the case as it stands, sensible or not. */
export const anyCommand = (theCase: PureCase, person: string): Try[] => {
  const { procedure } = theCase.rules;
  const all: Try[] = [];
  const requester = actor(procedure.submitters[0] as Role, person);
  for (const task of Object.values(theCase.state.tasks)) {
    const by = { ...actor(task.role, person), department: task.department };
    const outcomes = procedure.stages[task.stage]?.outcomes ?? { none: { title: 'none' } };
    for (const [outcome, { fields = {} }] of Object.entries(outcomes)) {
      for (const facts of answers(fields, theCase.state.facts)) {
        all.push({ body: { type: 'decide', task: task.id, outcome, gives: [], facts, digest: '' }, by });
      }
    }
    all.push({ body: { type: 'request-supplement', task: task.id, gives: [] }, by });
    const away = { type: 'transfer', task: task.id, toPerson: null, gives: [] } as const;
    all.push({ body: { ...away, gives: [], toDepartment: `${task.department}-b` }, by });
    for (const ground of ['hearing', 'expert-review', 'third-party-opinion'] as const) {
      all.push({ body: { type: 'pause', task: task.id, ground, gives: [] }, by });
    }
    all.push({ body: { type: 'resume', task: task.id, gives: [] }, by });
    for (const to of Object.keys(procedure.stages)) {
      all.push({ body: { type: 'return', task: task.id, to, gives: [] }, by });
    }
    const other = { role: 'expert', department: 'dept-of-expert' } as const;
    all.push({ body: { type: 'ask-opinion', task: task.id, ...other, gives: [] }, by });
    all.push({ body: { type: 'give-opinion', task: task.id, gives: [] }, by });
    const arrivedAtMs = theCase.state.submittedAtMs - 30 * HOUR;
    all.push({ body: { type: 'correct-arrival', arrivedAtMs, gives: [] }, by });
    const rules = procedure.stages[task.stage]?.clocks ?? [];
    for (const { extension, adjustable } of rules) {
      if (extension !== undefined) {
        const head = { ...actor(extension.by, person), department: task.department };
        all.push({ body: { type: 'extend', task: task.id, amount: 3, gives: [] }, by: head });
      }
      if (adjustable !== undefined) {
        all.push({
          body: { type: 'set-limit', task: task.id, amount: 4, gives: [] },
          by: actor(adjustable.by, person),
        });
      }
    }
  }
  const { terminate, reopen } = procedure.acts ?? {};
  for (const role of [...(terminate?.by ?? []), ...(reopen === undefined ? [] : [reopen.by])]) {
    const by = actor(role, person);
    all.push({ body: { type: 'terminate', gives: [] }, by }, { body: { type: 'reopen', gives: [] }, by });
  }
  const command = procedure.acts?.takeCommand;
  if (command !== undefined)
    all.push({ body: { type: 'take-command', gives: [] }, by: actor(command.by, person) });
  for (const role of procedure.acts?.changeLevel?.by ?? []) {
    for (const level of ['I', 'IV']) {
      all.push({ body: { type: 'change-level', level, gives: [] }, by: actor(role, person) });
    }
  }
  for (const role of procedure.acts?.dispute?.by ?? []) {
    all.push({ body: { type: 'dispute', gives: [] }, by: actor(role, person) });
  }
  all.push({ body: { type: 'comment', gives: [] }, by: actor('auditor', person) });
  all.push({ body: { type: 'copy', people: ['reader'] }, by: requester });
  all.push({ body: { type: 'link', other: 'T-2' }, by: requester });
  all.push({ body: { type: 'supplement', facts: {}, digest: '' }, by: requester });
  all.push({ body: { type: 'urge' }, by: requester }, { body: { type: 'withdraw' }, by: requester });
  all.push({ body: { type: 'withdraw' }, by: actor('auditor', person) });
  return all;
};
