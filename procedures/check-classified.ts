import { filedForm } from './combinations.ts';
import { stageOf } from './conditions.ts';
import type { Fields } from './fields.ts';
import type { Procedure } from './schema.ts';

/** Whether everybody who fills these in must say that what they hand in is not classified. */
const asks = (fields: Fields): boolean =>
  Object.values(fields).some(
    ({ type, required, when }) => type === 'not-classified' && required !== false && when === undefined,
  );

/**
 * Where classified material (涉密材料) could come in unasked: with the form, or where a duty comes up without one, with the first
 * decision that hands something in.
 */
export const classifiedFindings = (procedure: Procedure): string[] => {
  const { id, start, stages } = procedure;
  if (Object.keys(filedForm(procedure)).length > 0)
    return asks(procedure.form) ? [] : [`${id}: the form does not ask whether it is classified`];
  return start.map(stageOf).flatMap((stage) =>
    Object.entries(stages[stage]?.outcomes ?? {})
      .filter(([, { fields }]) => fields !== undefined && !asks(fields))
      .map(([outcome]) => `${id}.${stage}:${outcome}: does not ask whether what it hands in is classified`),
  );
};
