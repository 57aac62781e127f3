import { commonRules } from '../../procedures/common-acts.ts';
import { stageOf } from '../../procedures/conditions.ts';
import { choicesOf } from '../../procedures/fields.ts';
import { citationText, JURISDICTIONS } from '../../procedures/regulations.ts';
import { ROLES } from '../../procedures/roles.ts';
import type { ClockRule, Opening, Outcome, Procedure, Stage } from '../../procedures/schema.ts';
import { rolesOf } from '../../procedures/seats.ts';
import { withChoosers } from '../forms/choosers.ts';
import { jsonSchemaOfFields } from '../forms/zod-of-fields.ts';
import { type PresentedCondition, presentWhen } from './condition.ts';
import { presentFacts } from './facts.ts';
import { presentLimit } from './limit.ts';

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

type PresentedLimit = ReturnType<typeof presentLimit> & { when: PresentedCondition | null };

/** A limit of a clock; those of a conditional one each with its condition. */
const presentClockRule = (rule: ClockRule, fallbackId: string) => {
  const limits = Array.isArray(rule.limit) ? rule.limit : [{ when: undefined, limit: rule.limit }];
  return {
    id: rule.id ?? fallbackId,
    title: rule.title ?? null,
    from: rule.from ?? 'opened',
    limits: limits.map(({ when, limit }) => ({ ...presentLimit(limit), when: presentWhen(when) })),
  };
};

/** The limit of a clock without the condition it depends on. */
const limitAlone = ({ when: _when, ...limit }: PresentedLimit) => limit;

const clockRulesOf = (id: string, stage: Stage): ClockRule[] =>
  stage.clocks ?? (stage.within === undefined ? [] : [{ id, limit: stage.within }]);

const presentStage = (procedure: Procedure, id: string, stage: Stage) => {
  const { acts } = procedure;
  const clocks = clockRulesOf(id, stage).map((rule) => presentClockRule(rule, id));
  const [first] = clocks[0]?.limits ?? [];
  const roles = rolesOf(stage);
  return {
    stage: id,
    title: stage.title,
    basis: citationText(stage.basis),
    role: roles[0],
    roles: roles.map((role) => ({ id: role, title: ROLES[role].title })),
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
        basis: citationText(acts.changeLevel.basis),
        levels: Object.entries(choicesOf(form, acts.changeLevel.fact)).map(([id, title]) => ({ id, title })),
      };

const presentTerminate = ({ acts }: Procedure) => {
  if (acts?.terminate == null) return null;
  const { by, as, basis } = acts.terminate;
  return { by, ending: as, basis: basis === null ? null : citationText(basis) };
};

/** The regulation as data: what a client needs to file, follow and explain a case of the procedure. */
export const presentProcedure = (procedure: Procedure, editions: readonly Procedure[]) => ({
  ...presentProcedureItem(procedure),
  editions: editions.map(({ edition }) => ({
    id: edition.id,
    validFrom: edition.validFrom,
    validThrough: edition.validThrough ?? null,
  })),
  start: procedure.start.map(presentOpening),
  stages: Object.entries(procedure.stages).map(([id, stage]) => presentStage(procedure, id, stage)),
  caseClocks: Object.entries(procedure.caseClocks ?? {}).map(([id, rule]) => ({
    ...presentClockRule({ from: 'submitted', ...rule }, id),
    role: rule.by,
    pausedWith: Object.entries(rule.pausedWith ?? {}).map(([ground, basis]) => ({
      ground,
      basis: citationText(basis),
    })),
  })),
  endings: Object.entries(procedure.endings).map(([id, title]) => ({ id, title })),
  changeLevel: presentLevelRule(procedure),
  terminate: presentTerminate(procedure),
  houseRules: [...(procedure.houseRules ?? []), ...commonRules(procedure)],
  facts: presentFacts(procedure),
  form: withChoosers(procedure, procedure.form, jsonSchemaOfFields(procedure.form)),
});
