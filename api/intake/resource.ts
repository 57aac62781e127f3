import { ROLES } from '../../procedures/roles.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { Resource, ShareType } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { rolesOfStage } from '../present/timeline.ts';
import { type Problem, problem } from '../problems/problem.ts';

/** The kind of sharing a share procedure is for: at once, decided by the owner, or only reviewed. null: any. */
const shareTypeOf = (procedure: Procedure): ShareType | null => {
  if (procedure.family !== 'share') return null;
  if (procedure.grantedOnSubmission !== undefined) return 'open';
  const ownerDecides = Object.values(procedure.stages).some(({ by }) =>
    rolesOfStage(by).some((role) => ROLES[role].scope === 'resource-owner'),
  );
  return ownerDecides ? 'conditional' : 'unconditional';
};

const unsuitable = (pointer: string, message: string): Problem =>
  problem(422, 'resource_not_suitable', `${message}。`, { errors: [{ pointer, message }] });

/** The catalogue entry a form asks for; null where the procedure asks for none. */
export const resourceOf = async (
  { store }: Desk,
  procedure: Procedure,
  form: Record<string, unknown>,
): Promise<Resource | null | Problem> => {
  const name = Object.entries(procedure.form).find(([, field]) => field.type === 'resource')?.[0];
  if (name === undefined || typeof form[name] !== 'string') return null;
  const pointer = `/form/${name}`;
  const resource = await store.catalogue.resource(form[name]);
  if (resource === null || resource.jurisdiction !== procedure.jurisdiction)
    return unsuitable(pointer, '目录中没有这项数据资源');
  const wanted = shareTypeOf(procedure);
  return wanted !== null && resource.shareType !== wanted
    ? unsuitable(pointer, '该数据资源的共享类型不适用此办理事项')
    : resource;
};
