import { offeredOutcomes } from './asked.ts';
import { caseCombinations, closedValues, factsIn, filedForm, steering } from './combinations.ts';
import { type Condition, stageOf } from './conditions.ts';
import type { Fields } from './fields.ts';
import type { Effect, Fact, Outcome, Procedure, Stage, StageId } from './schema.ts';
import { seatsOf } from './seats.ts';

/**
 * What is wrong with the conditions under which fields are asked for and outcomes offered: each must ask about what is known by then,
 * and whatever is known, a stage must have an outcome to offer.
 */
export const askedFindings = (procedure: Procedure): string[] => [
  ...fieldFindings(procedure, `${procedure.id}.form`, procedure.form, new Set()),
  ...Object.entries(procedure.stages).flatMap(([id, stage]) => stageFindings(procedure, id, stage)),
  ...Object.entries(procedure.onEnding ?? {}).flatMap(([ending, effects]) =>
    effectFindings(
      procedure,
      `${procedure.id}.${ending}`,
      effects,
      steering(procedure.form).map(({ fact }) => fact),
    ),
  ),
];

/** Conditions of effects: over what is known when they come about. */
const effectFindings = (
  procedure: Procedure,
  at: string,
  effects: readonly Effect[],
  known: Iterable<string>,
): string[] =>
  effects.flatMap(({ when }) =>
    when === undefined ? [] : whenFindings(procedure, at, when, new Set(known)),
  );

const stageFindings = (procedure: Procedure, id: StageId, stage: Stage): string[] => {
  const at = `${procedure.id}.${id}`;
  const known = factsBefore(procedure, stage.repeats === true ? null : id);
  const outcomes = Object.entries(stage.outcomes);
  return [
    ...outcomes.flatMap(([name, { when, fields = {}, sets = {}, effects = [] }]) => [
      ...(when === undefined ? [] : whenFindings(procedure, `${at}:${name}`, when, known)),
      ...fieldFindings(procedure, `${at}:${name}`, fields, known),
      ...effectFindings(procedure, `${at}:${name}`, effects, [...known, ...setBy({ fields, sets })]),
    ]),
    ...fixedFindings(at, stage),
    ...emptyOffers(procedure, at, stage),
  ];
};

/** Conditions of fields, each over facts that are known before or set by fields that stand before it. */
const fieldFindings = (
  procedure: Procedure,
  at: string,
  fields: Fields,
  before: ReadonlySet<string>,
  form: Fields = fields,
): string[] => {
  const known = new Set(before);
  const isAmbiguous = (fact: string): boolean =>
    steering(form).filter((each) => each.fact === fact).length > 1;
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = `${at}.${name}`;
    const { when } = field;
    const found = when === undefined ? [] : whenFindings(procedure, here, when, known);
    for (const fact of when === undefined ? [] : factsIn(when).filter(isAmbiguous)) {
      found.push(`${here}: several fields set ${fact}, so a schema cannot say which it asks about`);
    }
    if (field.type === 'object') found.push(...fieldFindings(procedure, here, field.fields, known, form));
    for (const { fact } of steering({ [name]: field })) known.add(fact);
    return found;
  });
};

const whenFindings = (
  procedure: Procedure,
  at: string,
  when: Condition,
  known: ReadonlySet<string>,
): string[] => {
  if ('settled' in when || 'month' in when)
    return [`${at}: what is asked and offered depends on facts, not on a stage or a month`];
  if ('not' in when) return whenFindings(procedure, at, when.not, known);
  if (!('fact' in when)) {
    return ('all' in when ? when.all : when.any).flatMap((part) => whenFindings(procedure, at, part, known));
  }
  if (!known.has(when.fact)) return [`${at}: nothing before it sets ${when.fact}`];
  const values = valuesOf(procedure, when.fact);
  if (values === null) return [`${at}: what ${when.fact} can be is no closed choice`];
  return when.in
    .filter((value) => !values.includes(value))
    .map((value) => `${at}: ${when.fact} is never ${value}`);
};

/** All that a fact can be, set by the form or by decisions; null where there is no closed list. */
const valuesOf = ({ form, stages }: Procedure, fact: string): Fact[] | null => {
  const outcomes = Object.values(stages).flatMap((stage) => Object.values(stage.outcomes));
  const fields = [form, ...outcomes.map((outcome) => outcome.fields ?? {})];
  const lists = fields
    .flatMap((each) => steering(each))
    .filter((each) => each.fact === fact)
    .map(({ field }) => closedValues(field));
  const set = outcomes.flatMap(({ sets = {} }) => (sets[fact] === undefined ? [] : [sets[fact]]));
  return lists.includes(null) ? null : [...lists.flatMap((list) => list ?? []), ...set];
};

/** What may be known when a stage opens: set by the form, or by a stage that the case can come through without it (null: any). */
const factsBefore = (procedure: Procedure, without: StageId | null): Set<string> => {
  const { start, stages, acts } = procedure;
  const facts = new Set(steering(filedForm(procedure)).map(({ fact }) => fact));
  const reached = new Set([...start.map(stageOf), ...(acts?.reopen?.opens ?? [])]);
  for (let size = -1; size !== facts.size + reached.size; ) {
    size = facts.size + reached.size;
    for (const id of reached) {
      if (id === without) continue;
      for (const next of nextStages(stages[id], facts)) reached.add(next);
      for (const outcome of possible(stages[id], facts)) for (const fact of setBy(outcome)) facts.add(fact);
    }
  }
  return facts;
};

const possible = (stage: Stage | undefined, facts: ReadonlySet<string>): Outcome[] =>
  Object.values(stage?.outcomes ?? {}).filter(({ when }) => when === undefined || canHold(when, facts));

/** Outcomes that only need each other's facts are never possible: a circle. */
const canHold = (when: Condition, facts: ReadonlySet<string>): boolean => {
  if ('fact' in when) return facts.has(when.fact);
  if ('month' in when) return facts.has(when.of);
  if ('all' in when) return when.all.every((part) => canHold(part, facts));
  return 'any' in when ? when.any.some((part) => canHold(part, facts)) : true;
};

const setBy = ({ fields = {}, sets = {} }: Pick<Outcome, 'fields' | 'sets'>): string[] => [
  ...steering(fields).map(({ fact }) => fact),
  ...Object.keys(sets),
];

const nextStages = (stage: Stage | undefined, facts: ReadonlySet<string>): StageId[] => [
  ...possible(stage, facts).flatMap(({ opens = [] }) => opens.map(stageOf)),
  ...(stage?.clocks ?? []).flatMap(({ onMissed = [] }) => onMissed),
];

/** Outcomes that must always be there: the agreeing one of several seats, what silence or another case settles. */
const fixedFindings = (at: string, stage: Stage): string[] => {
  const conditional = Object.entries(stage.outcomes).flatMap(([id, { when }]) =>
    when === undefined ? [] : [id],
  );
  const [agreeing = ''] = Object.keys(stage.outcomes);
  const fixed = [
    ...(seatsOf(stage).length > 1 ? [agreeing] : []),
    ...(stage.deemed === undefined ? [] : [stage.deemed.outcome]),
    ...(stage.child === undefined ? [] : Object.keys(stage.outcomes)),
  ];
  return conditional
    .filter((id) => fixed.includes(id))
    .map((id) => `${at}:${id}: settles the stage by itself or by agreement, so it cannot depend on a fact`);
};

/** Facts with which a stage has nothing to offer. */
const emptyOffers = (procedure: Procedure, at: string, stage: Stage): string[] => {
  const whens = Object.values(stage.outcomes).map(({ when }) => when);
  if (whens.length === 0 || whens.includes(undefined)) return [];
  const asked = [...new Set(whens.flatMap((when) => (when === undefined ? [] : factsIn(when))))];
  return caseCombinations(procedure, asked)
    .filter((facts) => Object.keys(offeredOutcomes(stage, { facts })).length === 0)
    .map((facts) => `${at}: no outcome is offered when ${JSON.stringify(facts)}`);
};
