import { factsIn } from './combinations.ts';
import { holds, stageOf } from './conditions.ts';
import type { Field } from './fields.ts';
import { procedureById } from './index.ts';
import type { Outcome, Procedure, Stage, StageId } from './schema.ts';
import { roleOf } from './seats.ts';

/**
 * What is wrong with the cases that a procedure opens and waits for: each must be filed whole, by a side that may file it, and however it
 * ends, the waiting case must know how to go on.
 */
export const childFindings = (procedure: Procedure): string[] => {
  const { dispute } = procedure.acts ?? {};
  return [
    ...(dispute !== undefined && procedureById(dispute.procedure) === null
      ? [`${procedure.id}: disputes go to the unknown procedure ${dispute.procedure}`]
      : []),
    ...Object.entries(procedure.stages).flatMap(([id, stage]) => stageFindings(procedure, id, stage)),
  ];
};

const stageFindings = (procedure: Procedure, id: StageId, stage: Stage): string[] => {
  if (stage.child === undefined) return [];
  const at = `${procedure.id}.${id}`;
  const child = procedureById(stage.child.procedure);
  if (child === null) return [`${at}: waits for a case of the unknown procedure ${stage.child.procedure}`];
  const found: string[] = [];
  if (child.jurisdiction !== procedure.jurisdiction) found.push(`${at}: waits for a case of elsewhere`);
  if (Array.isArray(stage.by)) found.push(`${at}: the case waited for is filed by one side`);
  else if (!child.submitters.includes(roleOf(stage.by)))
    found.push(`${at}: ${roleOf(stage.by)} may not file it`);
  if (stage.within !== undefined || stage.clocks !== undefined)
    found.push(`${at}: the clocks are those of the case waited for`);
  for (const ending of Object.keys(child.endings)) {
    if (!(ending in stage.outcomes)) found.push(`${at}: does not go on when that case ends as ${ending}`);
  }
  for (const [name, { demands, fields }] of Object.entries(stage.outcomes)) {
    if (!(name in child.endings)) found.push(`${at}:${name}: is no ending of that case`);
    if (demands !== undefined || fields !== undefined)
      found.push(`${at}:${name}: nobody is there to be asked`);
  }
  return [...found, ...filingFindings(procedure, at, id, stage, child)];
};

/** The acts that open the stage: by whom, and what is told with them. */
const openers = ({ stages }: Procedure, id: StageId): { at: string; by: Stage['by']; outcome: Outcome }[] =>
  Object.entries(stages).flatMap(([from, { by, outcomes }]) =>
    Object.entries(outcomes)
      .filter(([, { opens = [] }]) => opens.map(stageOf).includes(id))
      .map(([name, outcome]) => ({ at: `${from}:${name}`, by, outcome })),
  );

/** It is filed with what the waiting case and the decision that opens it say, on the side of whoever decides. */
const filingFindings = (
  procedure: Procedure,
  at: string,
  id: StageId,
  stage: Stage,
  child: Procedure,
): string[] => {
  const { form, start, stages } = procedure;
  const ofTime = Object.values(stages).flatMap(({ clocks = [] }) => clocks.flatMap((c) => c.onMissed ?? []));
  if (start.map(stageOf).includes(id) || ofTime.includes(id)) return [`${at}: no decision opens it`];
  return openers(procedure, id).flatMap(({ at: from, by, outcome }) => [
    ...(JSON.stringify(by) === JSON.stringify(stage.by)
      ? []
      : [`${at}: opened by ${from}, which is not decided by who files it`]),
    ...Object.entries(child.form)
      .filter(([, field]) => field.required !== false && mayBeAsked(field, outcome))
      .filter(([name, field]) => !isTold(name, field, form, outcome))
      .map(([name]) => `${at}: opened by ${from}, which leaves ${name} untold`),
  ]);
};

/** Whether what the decision sets leaves it open that the field is asked for. */
const mayBeAsked = ({ when }: Field, { sets = {} }: Outcome): boolean =>
  when === undefined ||
  !factsIn(when).every((fact) => fact in sets) ||
  holds(when, { facts: sets, results: {} });

const isTold = (name: string, field: Field, form: Procedure['form'], { fields, sets }: Outcome): boolean => {
  const set = field.steers === undefined ? undefined : sets?.[field.steers];
  if (field.type === 'choice' && set !== undefined) return typeof set === 'string' && set in field.options;
  const told = fields?.[name] ?? form[name];
  // What is asked on a condition may be asked in vain.
  return told !== undefined && told.type === field.type && told.required !== false && told.when === undefined;
};
