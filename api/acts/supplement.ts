import { askedFields } from '../../procedures/asked.ts';
import type { Fields } from '../../procedures/fields.ts';
import type { Fact } from '../../procedures/schema.ts';
import { digestOf } from '../commands/keys.ts';
import type { Prepared } from '../commands/send.ts';
import { checkContents } from '../forms/check.ts';
import { factsOf } from '../forms/facts.ts';
import { departmentsProblem } from '../intake/departments.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type Asking, ready } from './ready.ts';
import type { AskedTo } from './schemas.ts';

type Facts = Readonly<Record<string, Fact>>;

/** The same fields, each free to be left out that is not asked for only since the facts are those `after` the answer. */
const changes = (fields: Fields, before: Facts, after: Facts): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const [was, is] = [askedFields({ field }, before), askedFields({ field }, after)];
      const isNews = JSON.stringify(is) !== JSON.stringify(was);
      return [name, isNews ? field : { ...field, required: false }];
    }),
  );

/** An answer to a request for supplements: changed fields of the form, or words, or both. */
export const prepareSupplement = async (
  asking: Asking,
  { fields, comment }: AskedTo<'supplement'>,
): Promise<Prepared | Problem> => {
  const { found, atMs } = asking;
  if (fields === undefined && comment === undefined)
    return problem(422, 'fields_required', '请填写补正的内容或说明。', {
      errors: [{ pointer: '/fields', message: '请填写补正的内容，或在 comment 中说明' }],
    });
  const { procedure, state } = found;
  const { form } = procedure;
  const facts = fields === undefined ? {} : factsOf(form, fields, atMs);
  if (fields !== undefined) {
    const wrong = checkContents({
      fields: changes(form, state.facts, { ...state.facts, ...facts }),
      contents: fields,
      moment: { nowMs: atMs },
      at: 'fields',
      code: 'form_invalid',
      facts: state.facts,
    });
    const unfit = wrong ?? (await departmentsProblem(asking.desk, procedure, form, fields, 'fields'));
    if (unfit !== null) return unfit;
  }
  return ready(
    asking,
    { type: 'supplement', facts, digest: digestOf({ fields, comment }) },
    { fields, comment },
  );
};
