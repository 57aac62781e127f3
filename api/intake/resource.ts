import type { Fact, Procedure } from '../../procedures/schema.ts';
import type { Resource } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import type { Contents } from '../forms/check.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

const unsuitable = (pointer: string, message: string): Problem =>
  problem(422, 'resource_not_suitable', `${message}。`, { errors: [{ pointer, message }] });

/** Whether the procedure is the one for entries of this share class (共享类型). */
export const isForClassOf = ({ shareClasses }: Procedure, { shareType }: Resource): boolean =>
  shareClasses?.includes(shareType) !== false;

/** The catalogue entry a form asks for; null where the procedure asks for none. */
export const resourceOf = async (
  { store }: Desk,
  procedure: Procedure,
  form: Record<string, unknown>,
): Promise<Resource | null | Problem> => {
  const name = Object.entries(procedure.form).find(([, field]) => field.type === 'resource')?.[0];
  if (name === undefined || typeof form[name] !== 'string') return null;
  const pointer = `/form/${name}`;
  const resource = await store.catalogue.resource(form[name], procedure.jurisdiction);
  if (resource === null) return unsuitable(pointer, '目录中没有这项数据资源');
  if (resource.withdrawn) return unsuitable(pointer, '该数据资源已从目录撤销');
  return isForClassOf(procedure, resource)
    ? resource
    : unsuitable(pointer, '该数据资源的共享类型不适用此办理事项');
};

/** The fact that the entry asked for sets where its procedure asks for one: its share class as it is now. */
export const shareClassFact = ({ form }: Procedure, resource: Resource | null): Record<string, Fact> => {
  const steers = Object.values(form).find(({ type }) => type === 'resource')?.steers;
  return steers === undefined || resource === null ? {} : { [steers]: resource.shareType };
};

/** Items asked for that the entry does not have, where it lists those that it has. `at`: where the contents stand in the request. */
export const itemsProblem = (
  { form: fields }: Procedure,
  contents: Contents,
  resource: Pick<Resource, 'items'> | null,
  at: string,
): Problem | null => {
  if (resource === null || resource.items.length === 0) return null;
  const known = new Set(resource.items.map(plainly));
  const errors = Object.entries(fields).flatMap(([name, { amongItemsOf }]): FieldError[] => {
    const asked = amongItemsOf === undefined ? undefined : contents[name];
    return (Array.isArray(asked) ? asked : []).flatMap((item, index) =>
      known.has(plainly(String(item)))
        ? []
        : [{ pointer: `/${at}/${name}/${index}`, message: `该数据资源没有数据项“${item}”` }],
    );
  });
  return errors.length === 0
    ? null
    : problem(422, 'items_unknown', '申请的数据项不在目录所列该数据资源的数据项之内。', { errors });
};

const plainly = (item: string): string => item.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
