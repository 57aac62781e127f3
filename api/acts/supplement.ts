import { askedFields } from '../../procedures/asked.ts';
import type { Fields } from '../../procedures/fields.ts';
import { mustsAtIntake } from '../../procedures/musts.ts';
import type { Fact } from '../../procedures/schema.ts';
import type { SeenCase } from '../case-reader.ts';
import { digestOf } from '../commands/keys.ts';
import type { Prepared } from '../commands/send.ts';
import type { Desk } from '../deps.ts';
import { type Contents, checkContents } from '../forms/check.ts';
import { factsOf } from '../forms/facts.ts';
import { departmentsProblem } from '../intake/departments.ts';
import { momentOf } from '../intake/moment.ts';
import { itemsProblem } from '../intake/resource.ts';
import { thingsProblem } from '../intake/things.ts';
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

/** Another entry of the catalogue has another owner, who decides: such a request is another one. */
const otherEntry = (fields: Fields, given: Contents, standing: Contents): Problem | null => {
  const errors = Object.entries(fields).flatMap(([name, { type }]) =>
    type === 'resource' && given[name] !== undefined && given[name] !== standing[name]
      ? [{ pointer: `/fields/${name}`, message: '补正不得改为另一项数据资源' }]
      : [],
  );
  return errors.length === 0
    ? null
    : problem(422, 'file_anew', '补正不得改变由谁办理；申请的数据资源有变的，请撤回后另行提出。', { errors });
};

/** Items asked for anew are held to those of the entry, as it stands in the catalogue by now. */
const unknownItems = async (
  desk: Desk,
  { procedure, file }: SeenCase,
  given: Contents,
): Promise<Problem | null> => {
  const name = Object.entries(procedure.form).find(([, { type }]) => type === 'resource')?.[0];
  const entry = name === undefined ? undefined : file.form[name];
  const resource =
    typeof entry === 'string' ? await desk.store.catalogue.resource(entry, procedure.jurisdiction) : null;
  return itemsProblem(procedure, given, resource, 'fields');
};

/** Things that the answer names anew, held to the same as those of a filing. */
const missingThings = (
  desk: Desk,
  found: SeenCase,
  given: Contents,
  facts: Facts,
): Promise<Problem | null> => {
  const { procedure, state, file } = found;
  const renamed = mustsAtIntake(procedure, { ...state.facts, ...facts }).filter(
    ({ key }) => given[key.field.split('.')[0] as string] !== undefined,
  );
  const place = { jurisdiction: procedure.jurisdiction, department: state.submitter.department };
  return thingsProblem(desk, {
    ...{ effects: renamed, contents: { ...file.form, ...given }, place, caseNo: state.no },
    pointerOf: (field) => `/fields/${field.replaceAll('.', '/')}`,
  });
};

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
      moment: momentOf(asking.desk, procedure.jurisdiction, atMs),
      at: 'fields',
      code: 'form_invalid',
      facts: state.facts,
    });
    const unfit =
      wrong ??
      otherEntry(form, fields, found.file.form) ??
      (await unknownItems(asking.desk, found, fields)) ??
      (await departmentsProblem(asking.desk, procedure, form, fields, 'fields')) ??
      (await missingThings(asking.desk, found, fields, facts));
    if (unfit !== null) return unfit;
  }
  return ready(
    asking,
    { type: 'supplement', facts, digest: digestOf({ fields, comment }) },
    { fields, comment },
  );
};
