import { clockRules } from './clock-rules.ts';
import { stageOf } from './conditions.ts';
import { endingsOf } from './endings.ts';
import { alternativesOf } from './limits.ts';
import { ROLES } from './roles.ts';
import type { ClockRule, LimitRule, Opening, Outcome, Procedure, Stage, StageId } from './schema.ts';
import { rolesOf } from './seats.ts';
import { KIND_WORDS, UNIT_WORDS } from './words.ts';

/** Where a case stands in its procedure: stages that are settled, and those that are open. */
export type Place = { done: readonly StageId[]; current: readonly StageId[]; ending: string | null };

/** Setting of a target → the number of the document by which it was set. */
export type Documents = ReadonlyMap<string, string>;

/** A limit in words: `3个工作日（法定）`, `每月25日前（目标）`, of a target that has been set the number of the document with it. */
export const limitText = (limit: LimitRule, documents: Documents = new Map()): string => {
  const documentNo = 'setting' in limit ? documents.get(limit.setting ?? '') : undefined;
  return `${amountText(limit)}（${[KIND_WORDS[limit.kind], ...(documentNo === undefined ? [] : [documentNo])].join('，')}）`;
};

const amountText = (limit: LimitRule): string => {
  if ('prolongedByHolidays' in limit && limit.prolongedByHolidays) return `${plainText(limit)}，遇长假顺延`;
  if ('fromNextHour' in limit && limit.fromNextHour) return `次时起${plainText(limit)}`;
  return plainText(limit);
};

const plainText = (limit: LimitRule): string => {
  if (limit.unit !== 'date') return `${limit.amount}${UNIT_WORDS[limit.unit]}`;
  if ('until' in limit) return '所定日期止';
  const { rule } = limit;
  const comesBack = 'datedBy' in limit && 'every' in limit.datedBy && limit.datedBy.periods === 1;
  switch (rule.kind) {
    case 'day-of-month':
      return rule.day === 31 ? '当月末前' : `每月${rule.day}日前`;
    case 'month-end':
      return `${rule.month}月末前`;
    case 'period-end':
      return { month: '当月末前', quarter: '当季末前', 'half-year': '当半年末前', year: '当年末前' }[rule.of];
    case 'quarter-first-ten-days':
      return comesBack ? '下一季度首月上旬内' : '季度首月上旬内';
    case 'on':
      return `${rule.date}前`;
  }
};

/** Every limit of a clock; several where it depends on the case. */
export const limitsOf = (rule: ClockRule): LimitRule[] => alternativesOf(rule).map(({ limit }) => limit);

/**
 * A procedure as a Mermaid flowchart: its stages with who acts and within what limit, an arrow for each outcome, dotted ones for what
 * has to be settled first and for what a missed limit opens. With `place`, the stages are marked done, current or future; with `documents`,
 * targets that have been set say by which.
 */
export const diagramOf = (procedure: Procedure, place?: Place, documents?: Documents): string =>
  [
    'flowchart TD',
    ...nodes(procedure, documents),
    ...procedure.start.map((opening) => openingArrow('submitted', '', opening)),
    ...(procedure.grantedOnSubmission === undefined
      ? []
      : [`  submitted --> ${endOf(procedure.grantedOnSubmission)}`]),
    ...Object.entries(procedure.stages).flatMap(([id, stage]) => arrows(procedure, id, stage)),
    ...(place === undefined ? [] : marks(procedure, place)),
    '',
  ].join('\n');

const nodes = (procedure: Procedure, documents: Documents | undefined): string[] => [
  `  submitted(["${quoted(procedure.recurrence === undefined ? '提交' : '立案')}"])`,
  ...Object.entries(procedure.stages).map(([id, stage]) => `  ${nodeOf(id)}["${labelOf(stage, documents)}"]`),
  ...endingsReached(procedure).map(
    (ending) => `  ${endOf(ending)}(["${quoted(procedure.endings[ending] ?? ending)}"])`,
  ),
];

// Stages and endings may bear the same name, and Mermaid has reserved words.
const nodeOf = (id: StageId): string => `s_${id.replaceAll('-', '_')}`;
const endOf = (ending: string): string => `e_${ending.replaceAll('-', '_')}`;

const labelOf = (stage: Stage, documents: Documents | undefined): string => {
  const limits = clockRules(stage)
    .flatMap(limitsOf)
    .map((limit) => limitText(limit, documents));
  const roles = rolesOf(stage).map((role) => ROLES[role].title);
  const who = [...new Set(roles)].join('、');
  const lines = [
    stage.title,
    stage.child === undefined ? who : `${who}另案提出`,
    [...new Set(limits)].join('；'),
  ];
  return lines
    .filter((line) => line !== '')
    .map(quoted)
    .join('<br/>');
};

/** Text inside a quoted label; Mermaid takes entities by number with `#`. */
const quoted = (text: string): string =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');

/** Endings that an outcome names, or the ending of its stage's namesake. Withdrawal can come at any time and is left out. */
const endingsReached = (procedure: Procedure): string[] => {
  const outcomes = Object.values(procedure.stages).flatMap(({ outcomes }) => Object.values(outcomes));
  const named = outcomes.flatMap((outcome) => endingsOf(procedure, outcome));
  const immediate = procedure.grantedOnSubmission === undefined ? [] : [procedure.grantedOnSubmission];
  return [...new Set([...immediate, ...named])];
};

const arrows = (procedure: Procedure, id: StageId, stage: Stage): string[] => {
  const from = nodeOf(id);
  const outcomes = Object.values(stage.outcomes).flatMap((outcome) =>
    outcomeArrows(procedure, from, outcome),
  );
  const joins = (stage.join ?? []).map((other) => `  ${nodeOf(other)} -.->|汇合| ${from}`);
  const gates = (stage.gate ?? []).map((other) => `  ${nodeOf(other)} -.->|办结后方可办结| ${from}`);
  const noneOpen = (stage.gateNoneOpen ?? []).map(
    (other) => `  ${nodeOf(other)} -.->|没有未办结的方可办结| ${from}`,
  );
  const missed = clockRules(stage).flatMap(({ onMissed = [] }) =>
    onMissed.map((other) => `  ${from} -.->|超时| ${nodeOf(other)}`),
  );
  return [...new Set([...outcomes, ...joins, ...gates, ...noneOpen, ...missed])];
};

const conditional = (title: string): string => (title.endsWith(IF) ? title : `${title}${IF}`);
const IF = '（有条件）';

/** What brings a stage about, and that it depends on a condition where it does. */
const openingArrow = (from: string, why: string, opening: Opening): string => {
  const label = typeof opening === 'string' ? why : conditional(why);
  return `  ${from} -->${label === '' ? '' : `|"${label}"|`} ${nodeOf(stageOf(opening))}`;
};

const outcomeArrows = (procedure: Procedure, from: string, outcome: Outcome): string[] => {
  const title = quoted(outcome.when === undefined ? outcome.title : conditional(outcome.title));
  const opens = (outcome.opens ?? []).map((opening) => openingArrow(from, title, opening));
  return [
    ...opens,
    ...endingsOf(procedure, outcome).map((ending) => `  ${from} -->|"${title}"| ${endOf(ending)}`),
  ];
};

const marks = (procedure: Procedure, { done, current, ending }: Place): string[] => {
  const future = Object.keys(procedure.stages).filter((id) => !done.includes(id) && !current.includes(id));
  const ended = ending !== null && endingsReached(procedure).includes(ending) ? [endOf(ending)] : [];
  const marked = (name: string, ids: string[]): string[] =>
    ids.length === 0 ? [] : [`  class ${ids.join(',')} ${name}`];
  return [
    '  classDef done fill:#d5e8d4,stroke:#82b366',
    '  classDef current fill:#fff2cc,stroke:#d6b656,stroke-width:3px',
    '  classDef future fill:#f5f5f5,stroke:#b3b3b3,color:#808080',
    ...marked('done', ['submitted', ...done.filter((id) => !current.includes(id)).map(nodeOf), ...ended]),
    ...marked('current', current.map(nodeOf)),
    ...marked('future', future.map(nodeOf)),
  ];
};
