import type { Fact, Procedure } from '../../procedures/schema.ts';
import type { Resource } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { type Problem, problem } from '../problems/problem.ts';

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
