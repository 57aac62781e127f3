import type { Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';

const known = new WeakMap<Procedure, Fields>();

/** Every field that a procedure knows, of its form and of its decisions; a decision's over the form's. */
export const fieldsOf = (procedure: Procedure): Fields => {
  const found = known.get(procedure);
  if (found !== undefined) return found;
  const decided = Object.values(procedure.stages).flatMap(({ outcomes }) =>
    Object.values(outcomes).map(({ fields }) => fields ?? {}),
  );
  const fields: Fields = Object.assign({}, procedure.form, ...decided);
  known.set(procedure, fields);
  return fields;
};
