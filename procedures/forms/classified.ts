import type { Field, Fields } from '../fields.ts';
import type { Jurisdiction } from '../regulations.ts';
import type { Procedure, Stage } from '../schema.ts';

/**
 * 涉密材料一律不收 (LZ-D 第二十四条; LZ-P 第二十条、第六十条; AH 第五条; LY-E 第二十一条; LS-N 第十七条): asked of whoever hands in data or
 * documents, and material said to be classified is refused at intake, with nothing stored. `classifiedFindings` holds every procedure to it.
 */
export const CLASSIFIED: Fields = { classified: { title: '是否涉密', type: 'not-classified' } };

/** What a place keeps off its system besides state secrets, as it is asked there. */
const ASKED_IN: Partial<Record<Jurisdiction, string>> = {
  // LS-N 第十七条：依托政务外网构架的应用系统，不得传输、处理、储存涉及国家秘密、工作秘密以及不予公开的信息.
  ls: '填报内容是否涉及国家秘密、工作秘密或者不予公开的信息',
};

/** The procedure with that question put as its place puts it, wherever it is asked. */
export const withSecrecyOfPlace = (procedure: Procedure): Procedure => {
  const title = ASKED_IN[procedure.jurisdiction];
  if (title === undefined) return procedure;
  const put = (fields: Fields): Fields =>
    mapped(fields, (field): Field => (field.type === 'not-classified' ? { ...field, title } : field));
  const ofStage = (stage: Stage): Stage => ({
    ...stage,
    outcomes: mapped(stage.outcomes, (outcome) =>
      outcome.fields === undefined ? outcome : { ...outcome, fields: put(outcome.fields) },
    ),
  });
  return { ...procedure, form: put(procedure.form), stages: mapped(procedure.stages, ofStage) };
};

const mapped = <T>(record: Record<string, T>, change: (each: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, each]) => [key, change(each)]));
