import { isRefusal, type Refusal } from '../../cases/index.ts';
import type { StoredCommand } from '../../store/commands.ts';
import type { Desk } from '../deps.ts';
import { problemOfRefusal, statusOfRefusal } from '../problems/of-refusal.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Reply } from '../routing/answer.ts';

export const commandPath = (id: string): string => `/api/v1/commands/${id}`;
export const casePath = (no: string): string => `/api/v1/cases/${no}`;

/** Received, and carried out once the engine answers. */
export const pendingReply = (id: string): Reply => ({
  status: 202,
  body: { id, state: 'pending' },
  headers: { Location: commandPath(id), 'Retry-After': '2' },
});

/** A refusal as a problem, with the name of whoever was faster. */
export const refusalProblem = async ({ store }: Pick<Desk, 'store'>, refusal: unknown): Promise<Problem> => {
  if (!isRefusal(refusal)) return problem(409, 'act_not_allowed', '此请求未被受理。');
  const by = refusal.already?.by;
  return problemOfRefusal(refusal, by ? await store.people.names([by.personId]) : new Map());
};

/** What a refused command was told. */
export const refusedAnswer = (desk: Pick<Desk, 'store'>, command: StoredCommand): Promise<Problem> =>
  refusalProblem(desk, command.problem);

/** Writes a refusal down as the command's answer, to be told again to whoever sends the same key. */
export const writeRefusal = (store: Desk['store'], commandId: string, refusal: Refusal): Promise<void> =>
  store.commands.refuse(commandId, refusal, statusOfRefusal(refusal));
