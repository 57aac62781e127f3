import { clockRules } from '../../procedures/clock-rules.ts';
import { commonRules } from '../../procedures/common-acts.ts';
import { stageOf } from '../../procedures/conditions.ts';
import { choicesOf } from '../../procedures/fields.ts';
import { alternativesOf } from '../../procedures/limits.ts';
import { citationText, JURISDICTIONS } from '../../procedures/regulations.ts';
import { ROLES } from '../../procedures/roles.ts';
import type { ClockRule, ClockStart, Opening, Outcome, Procedure, Stage } from '../../procedures/schema.ts';
import { rolesOf } from '../../procedures/seats.ts';
import { limitsIn } from '../../procedures/targets.ts';
import { UNIT_WORDS } from '../../procedures/words.ts';
import { withChoosers } from '../forms/choosers.ts';
import { jsonSchemaOfFields } from '../forms/zod-of-fields.ts';
import { type PresentedCondition, presentWhen } from './condition.ts';
import { presentFacts } from './facts.ts';
import { type Documents, NO_DOCUMENTS, presentLimit } from './limit.ts';
import type { PresentedMeasure } from './measure.ts';

/** A procedure as an item of a list. */
export const presentProcedureItem = (procedure: Procedure) => ({
  id: procedure.id,
  title: procedure.title,
  family: procedure.family,
  jurisdiction: procedure.jurisdiction,
  jurisdictionTitle: JURISDICTIONS[procedure.jurisdiction].title,
  basis: citationText(procedure.basis),
  edition: procedure.edition.id,
  submitters: procedure.submitters,
});

const presentOpening = (opening: Opening) => ({
  stage: stageOf(opening),
  when: presentWhen(typeof opening === 'string' ? undefined : opening.when),
});

const presentOutcome = (procedure: Procedure, id: string, outcome: Outcome) => ({
  id,
  title: outcome.title,
  when: presentWhen(outcome.when),
  demands: outcome.demands ?? [],
  fields:
    outcome.fields === undefined
      ? null
      : withChoosers(procedure, outcome.fields, jsonSchemaOfFields(outcome.fields)),
  opens: (outcome.opens ?? []).map(presentOpening),
  ends: outcome.ends === undefined ? null : typeof outcome.ends === 'string' ? outcome.ends : outcome.ends.as,
});

type PresentedLimit = ReturnType<typeof presentLimit> & { when: PresentedCondition | null; from: ClockStart };

/** A limit of a clock; those of a conditional one each with its condition and the event that starts it. */
const presentClockRule = (rule: ClockRule, fallbackId: string, documents: Documents) => {
  const { from = 'opened' } = rule;
  return {
    id: rule.id ?? fallbackId,
    title: rule.title ?? null,
    from,
    limits: alternativesOf(rule).map((each) => ({
      ...presentLimit(each.limit, documents),
      when: presentWhen(each.when),
      from: each.from ?? from,
    })),
  };
};

/** The limit of a clock without the condition it depends on, and its start. */
const limitAlone = ({ when: _when, from: _from, ...limit }: PresentedLimit) => limit;

const presentStage = (procedure: Procedure, id: string, stage: Stage, documents: Documents) => {
  const { acts } = procedure;
  const clocks = clockRules(stage).map((rule) => presentClockRule(rule, id, documents));
  const [first] = clocks[0]?.limits ?? [];
  const roles = rolesOf(stage);
  return {
    stage: id,
    title: stage.title,
    basis: citationText(stage.basis),
    role: roles[0],
    roles: roles.map((role) => ({ id: role, title: ROLES[role].title })),
    child: stage.child ?? null,
    agreement: stage.agreement ?? (roles.length > 1 ? 'all' : null),
    limit: first === undefined ? null : limitAlone(first),
    clocks,
    sharesClockOf: stage.sharesClockOf ?? null,
    returnTo: (acts?.returns ?? []).filter(({ from }) => from === id).map(({ to }) => to),
    reentry: stage.reentry ?? 'restart',
    gate: stage.gate ?? [],
    join: stage.join ?? [],
    outcomes: Object.entries(stage.outcomes).map(([outcome, rule]) =>
      presentOutcome(procedure, outcome, rule),
    ),
  };
};

const presentLevelRule = ({ acts, form }: Procedure) =>
  acts?.changeLevel === undefined
    ? null
    : {
        fact: acts.changeLevel.fact,
        by: acts.changeLevel.by,
        basis: acts.changeLevel.basis && citationText(acts.changeLevel.basis),
        levels: Object.entries(choicesOf(form, acts.changeLevel.fact)).map(([id, title]) => ({ id, title })),
      };

const presentCommandRule = ({ acts }: Procedure) => {
  if (acts?.takeCommand === undefined) return null;
  const { by, after, opens, basis } = acts.takeCommand;
  return { by, after, opens, basis: citationText(basis) };
};

const presentTerminate = ({ acts }: Procedure) => {
  if (acts?.terminate == null) return null;
  const { by, as, basis } = acts.terminate;
  return { by, ending: as, basis: basis === null ? null : citationText(basis) };
};

/** Targets that have been set, in words: house rules of the edition tell the amounts that it ships. */
const targetRules = (procedure: Procedure, documents: Documents): string[] =>
  limitsIn(procedure).flatMap(({ title, limit }) => {
    const documentNo = 'setting' in limit ? documents.get(limit.setting ?? '') : undefined;
    if (documentNo === undefined || limit.unit === 'date') return [];
    return [`“${title}”的服务目标经管理员设定为${limit.amount}${UNIT_WORDS[limit.unit]}（${documentNo}）。`];
  });

/** What is shown beside the edition: the documents by which its targets have been set, the measures it rests on, and a warning of them. */
export type Beside = {
  documents: Documents;
  measures: readonly (PresentedMeasure & { warning: string | null })[];
};
const NOTHING_BESIDE: Beside = { documents: NO_DOCUMENTS, measures: [] };

/** The regulation as data: what a client needs to file, follow and explain a case of the procedure. */
export const presentProcedure = (
  procedure: Procedure,
  editions: readonly Procedure[],
  { documents, measures }: Beside = NOTHING_BESIDE,
) => ({
  ...presentProcedureItem(procedure),
  editions: editions.map(({ edition }) => ({
    id: edition.id,
    validFrom: edition.validFrom,
    validThrough: edition.validThrough ?? null,
  })),
  start: procedure.start.map(presentOpening),
  stages: Object.entries(procedure.stages).map(([id, stage]) =>
    presentStage(procedure, id, stage, documents),
  ),
  caseClocks: Object.entries(procedure.caseClocks ?? {}).map(([id, rule]) => ({
    ...presentClockRule({ from: 'submitted', ...rule }, id, documents),
    role: rule.by,
    to: rule.to === undefined ? null : { stage: rule.to.settled, outcomes: rule.to.as },
    pausedWith: Object.entries(rule.pausedWith ?? {}).map(([ground, basis]) => ({
      ground,
      basis: citationText(basis),
    })),
  })),
  endings: Object.entries(procedure.endings).map(([id, title]) => ({ id, title })),
  changeLevel: presentLevelRule(procedure),
  takeCommand: presentCommandRule(procedure),
  terminate: presentTerminate(procedure),
  houseRules: [
    ...(procedure.houseRules ?? []),
    ...targetRules(procedure, documents),
    ...commonRules(procedure),
  ],
  measures: [...measures],
  facts: presentFacts(procedure),
  form: withChoosers(procedure, procedure.form, jsonSchemaOfFields(procedure.form)),
});
