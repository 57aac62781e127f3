import { caseClockFindings } from './check-case-clocks.ts';
import { childFindings } from './check-children.ts';
import { classifiedFindings } from './check-classified.ts';
import { askedFindings } from './check-conditions.ts';
import { countingFindings, settingFindings } from './check-counting.ts';
import { effectFindings } from './check-effects.ts';
import { periodFindings } from './check-period.ts';
import { clockRules } from './clock-rules.ts';
import { isCommonStage } from './common-stages.ts';
import { stageOf } from './conditions.ts';
import { deadStarts } from './dead-ends.ts';
import { endingsOf } from './endings.ts';
import { fieldSetting, setsDate, setsFact } from './facts.ts';
import { choicesOf } from './fields.ts';
import { LADDERS } from './ladders.ts';
import { alternativesOf } from './limits.ts';
import { REGULATIONS } from './regulations.ts';
import { isRole } from './roles.ts';
import type {
  ClockRule,
  ClockStart,
  Condition,
  LimitRule,
  Opening,
  Outcome,
  Procedure,
  Seat,
  Stage,
  StageId,
} from './schema.ts';
import { rolesOf, seatsOf } from './seats.ts';

/**
 * What is wrong with a procedure, in words that name the place; empty when nothing is. Held by a test over all procedures:
 * every stage can be reached, every outcome leads somewhere, every limit has a standing and a citation, every role exists,
 * from every stage an ending can be reached.
 */
export const findingsOf = (procedure: Procedure): string[] => [
  ...heading(procedure),
  ...Object.entries(procedure.stages).flatMap(([id, stage]) => stageFindings(procedure, id, stage)),
  ...askedFindings(procedure),
  ...caseClockFindings(procedure, clockFindings),
  ...graph(procedure),
  ...effectFindings(procedure),
  ...classifiedFindings(procedure),
  ...childFindings(procedure),
];

const SHORTEST_MONTH = 28;

const heading = (procedure: Procedure): string[] => {
  const found: string[] = [];
  const { id, basis, submitters, start, grantedOnSubmission, endings, edition } = procedure;
  if (!/^([a-z]{2}(-[a-z0-9]+)+|risk-assessment|training|drill)$/.test(id))
    found.push(`${id}: id is not kebab-case with its jurisdiction`);
  if (!(basis.regulation in REGULATIONS)) found.push(`${id}: unknown regulation ${basis.regulation}`);
  if (!basis.article.startsWith('第')) found.push(`${id}: the citation names no article`);
  if (edition.validFrom !== REGULATIONS[basis.regulation].validFrom && edition.id.endsWith('-1')) {
    found.push(`${id}: the first edition does not begin with its regulation`);
  }
  if ((procedure.recurrence?.opensOn?.day ?? 1) > SHORTEST_MONTH) {
    found.push(`${id}: a duty must open on a day that every month has`);
  }
  if (submitters.length === 0) found.push(`${id}: nobody may submit`);
  for (const role of submitters) if (!isRole(role)) found.push(`${id}: unknown role ${role}`);
  if ((start.length === 0) !== (grantedOnSubmission !== undefined)) {
    found.push(`${id}: either stages start it or it ends on submission`);
  }
  found.push(...openingFindings(procedure, id, start), ...deadStarts(procedure));
  if (grantedOnSubmission !== undefined && !(grantedOnSubmission in endings)) {
    found.push(`${id}: unknown ending ${grantedOnSubmission}`);
  }
  const level = procedure.acts?.changeLevel;
  if (level !== undefined && Object.keys(choicesOf(procedure.form, level.fact)).length < 2) {
    found.push(`${id}: the form gives no choice of ${level.fact}, so it cannot be changed`);
  }
  const command = procedure.acts?.takeCommand;
  for (const stage of command === undefined ? [] : [command.after, command.opens]) {
    if (procedure.stages[stage] === undefined) found.push(`${id}: command of unknown stage ${stage}`);
  }
  const terminate = procedure.acts?.terminate;
  const commander = command === undefined ? [] : [command.by];
  for (const role of [...(level?.by ?? []), ...commander, ...(terminate?.by ?? [])]) {
    if (!isRole(role)) found.push(`${id}: unknown role ${role}`);
  }
  if (terminate && !(terminate.as in endings)) found.push(`${id}: unknown ending ${terminate.as}`);
  return found;
};

const stageFindings = (procedure: Procedure, id: StageId, stage: Stage): string[] => {
  const at = `${procedure.id}.${id}`;
  const found: string[] = [];
  const roles = rolesOf(stage);
  for (const role of roles) if (!isRole(role)) found.push(`${at}: unknown role ${role}`);
  if (roles.length > 1 && stage.agreement === undefined) found.push(`${at}: several seats, no agreement`);
  if (stage.agreement === 'sequence' && new Set(roles).size < roles.length) {
    found.push(`${at}: seats in sequence must differ in their roles`);
  }
  for (const seat of seatsOf(stage)) found.push(...seatFindings(procedure, at, seat));
  if (isCommonStage(id)) found.push(`${at}: the name is taken by what every procedure has`);
  const known = (ids: StageId[] | undefined, what: string): void => {
    for (const other of ids ?? []) {
      if (procedure.stages[other] === undefined) found.push(`${at}: ${what} unknown stage ${other}`);
    }
  };
  known(stage.join, 'joins');
  known(stage.gate, 'waits for');
  known(stage.gateNoneOpen, 'waits for');
  known(stage.sharesClockOf === undefined ? [] : [stage.sharesClockOf], 'shares the clock of');
  const rules = clockRules(stage);
  if (rules.length === 0 && stage.sharesClockOf === undefined && stage.child === undefined) {
    found.push(`${at}: no clock, so it could stand still unseen`);
  }
  for (const rule of rules) found.push(...clockFindings(procedure, at, rule));
  if (Object.keys(stage.outcomes).length === 0) found.push(`${at}: no outcome`);
  for (const [name, outcome] of Object.entries(stage.outcomes)) {
    found.push(...outcomeFindings(procedure, `${at}:${name}`, id, outcome));
  }
  return found;
};

/** A department named by a fact is one that a form or a decision asks for. */
const seatFindings = (procedure: Procedure, at: string, seat: Seat): string[] =>
  typeof seat === 'string' || fieldSetting(procedure, seat.department)?.type === 'department'
    ? []
    : [`${at}: no field names the department ${seat.department}`];

/** The instant of the receipt is given with every filing. */
const saysInstant = (procedure: Procedure, fact: string): boolean =>
  fact === 'receivedAt' || setsFact(procedure, fact);

const clockFindings = (procedure: Procedure, at: string, rule: ClockRule): string[] => {
  const found: string[] = [];
  const alternatives = alternativesOf(rule);
  const limits = alternatives.map(({ limit }) => limit);
  if (limits.length === 0) found.push(`${at}: a clock without a limit`);
  for (const limit of limits) found.push(...limitFindings(procedure, at, limit));
  for (const { when } of alternatives)
    if (when !== undefined) found.push(...conditionFindings(procedure, at, when));
  found.push(...countingFindings(at, rule, limits));
  if (!((rule.ladder ?? 'ordinary') in LADDERS)) found.push(`${at}: unknown ladder`);
  for (const id of rule.onMissed ?? []) {
    if (procedure.stages[id] === undefined) found.push(`${at}: a missed clock opens unknown stage ${id}`);
  }
  for (const { from } of [rule, ...alternatives])
    if (from !== undefined) found.push(...startFindings(procedure, at, from));
  if (rule.pauses?.supplement !== undefined)
    found.push(`${at}: supplementing pauses every clock, and until it is answered; it is not listed`);
  return found;
};

const startFindings = (procedure: Procedure, at: string, from: ClockStart): string[] => {
  if (typeof from !== 'object') return [];
  if ('settled' in from)
    return from.settled in procedure.stages ? [] : [`${at}: clock from unknown stage ${from.settled}`];
  return saysInstant(procedure, from.fact) ? [] : [`${at}: nothing sets the fact ${from.fact}`];
};

const limitFindings = (procedure: Procedure, at: string, limit: LimitRule): string[] => {
  const found: string[] = [];
  if (!['statutory', 'target', 'house'].includes(limit.kind)) found.push(`${at}: a limit without a standing`);
  if (limit.unit !== 'date' && limit.amount <= 0) found.push(`${at}: a limit of nothing`);
  found.push(...settingFindings(at, limit), ...periodFindings(procedure, at, limit));
  if (!(limit.basis.regulation in REGULATIONS) || !limit.basis.article.startsWith('第')) {
    found.push(`${at}: a limit without a citation`);
  }
  if ('until' in limit && !setsDate(procedure, limit.until.fact)) {
    found.push(`${at}: no date that must be given, within so many days, sets ${limit.until.fact}`);
  }
  return found;
};

const outcomeFindings = (procedure: Procedure, at: string, stageId: StageId, outcome: Outcome): string[] => {
  const found: string[] = [];
  const opens = opened(outcome);
  found.push(...openingFindings(procedure, at, outcome.opens ?? []));
  for (const id of outcome.cancels ?? []) {
    if (procedure.stages[id] === undefined) found.push(`${at}: unknown stage ${id}`);
  }
  if (outcome.fields !== undefined && !outcome.demands?.includes('fields')) {
    const required = Object.values(outcome.fields).some((field) => field.required !== false);
    if (required) found.push(`${at}: required fields that are not demanded`);
  }
  const endings = endingsOf(procedure, outcome);
  for (const ending of endings) {
    if (!(ending in procedure.endings)) found.push(`${at}: unknown ending ${ending}`);
  }
  if (opens.length === 0 && endings.length === 0 && !waitedFor(procedure, stageId)) {
    found.push(`${at}: leads nowhere`);
  }
  return found;
};

const openingFindings = (procedure: Procedure, at: string, openings: readonly Opening[]): string[] =>
  openings.flatMap((opening) => [
    ...(procedure.stages[stageOf(opening)] === undefined ? [`${at}: unknown stage ${stageOf(opening)}`] : []),
    ...(typeof opening === 'string' ? [] : conditionFindings(procedure, at, opening.when)),
  ]);

const conditionFindings = (procedure: Procedure, at: string, condition: Condition): string[] => {
  if ('fact' in condition) {
    return setsFact(procedure, condition.fact) ? [] : [`${at}: nothing sets the fact ${condition.fact}`];
  }
  if ('month' in condition) {
    const field = fieldSetting(procedure, condition.of);
    return field?.type === 'period' && field.every === 'month'
      ? []
      : [`${at}: no field asks for the month ${condition.of}`];
  }
  if ('settled' in condition) {
    return condition.settled in procedure.stages ? [] : [`${at}: unknown stage ${condition.settled}`];
  }
  if ('not' in condition) return conditionFindings(procedure, at, condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap((part) =>
    conditionFindings(procedure, at, part),
  );
};

/** Another stage can only go on when this one is settled. */
const waitedFor = (procedure: Procedure, id: StageId): boolean =>
  Object.values(procedure.stages).some(
    (stage) => stage.gate?.includes(id) || stage.gateNoneOpen?.includes(id) || stage.join?.includes(id),
  );

const opened = ({ opens = [] }: Outcome): StageId[] => opens.map(stageOf);

const graph = (procedure: Procedure): string[] => {
  const found: string[] = [];
  const { stages } = procedure;
  const start = procedure.start.map(stageOf);
  const next = (id: StageId): StageId[] => {
    const stage = stages[id];
    if (stage === undefined) return [];
    return [
      ...Object.values(stage.outcomes).flatMap(opened),
      ...clockRules(stage).flatMap((r) => r.onMissed ?? []),
    ];
  };
  const late = Object.values(procedure.caseClocks ?? {}).flatMap(({ onMissed = [] }) => onMissed);
  const reached = closure([...start, ...late, ...(procedure.acts?.reopen?.opens ?? [])], next);
  for (const id of Object.keys(stages)) {
    if (!reached.has(id)) found.push(`${procedure.id}.${id}: never opens`);
  }
  for (const [id, stage] of Object.entries(stages)) {
    for (const joined of stage.join ?? []) {
      const misses = Object.entries(stages[joined]?.outcomes ?? {}).filter(
        ([, outcome]) => outcome.ends === undefined && !opened(outcome).includes(id),
      );
      for (const [outcome] of misses) {
        found.push(`${procedure.id}.${joined}:${outcome}: ${id} joins it, but it does not call for ${id}`);
      }
    }
  }
  const ends = (id: StageId): boolean =>
    Object.values(stages[id]?.outcomes ?? {}).some((outcome) => outcome.ends !== undefined);
  for (const id of start) {
    if (![...closure([id, ...start], next)].some(ends))
      found.push(`${procedure.id}.${id}: no way to an ending`);
  }
  return found;
};

const closure = (from: StageId[], next: (id: StageId) => StageId[]): Set<StageId> => {
  const seen = new Set(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const following of next(id)) {
      if (!seen.has(following)) {
        seen.add(following);
        queue.push(following);
      }
    }
  }
  return seen;
};
