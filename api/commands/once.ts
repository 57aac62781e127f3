import type { StoredCommand, Used } from '../../store/commands.ts';
import type { Desk } from '../deps.ts';
import { isProblem, problem } from '../problems/problem.ts';
import type { Answer } from '../routing/answer.ts';
import { commandIdOf, digestOf } from './keys.ts';

const inUse = () =>
  problem(409, 'idempotency_key_in_use', '使用同一幂等键的请求正在办理，请稍后以同样的内容重试。', {
    retryAfter: 1,
  });
const reused = () =>
  problem(422, 'idempotency_key_reused', '此幂等键已用于另一内容的请求，请换一个新的幂等键。', {
    errors: [{ pointer: '/Idempotency-Key', message: '已用于另一内容的请求' }],
  });

const asReplay = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'Idempotent-Replay': 'true' },
});

export type Sent = {
  personId: string;
  key: string /** What makes the request what it is. */;
  request: unknown;
};
export type Ticket = { id: string; personId: string; key: string; requestDigest: string };

type Steps = {
  /** The request as received before, or null; by default looked up by its id. */
  look?(ticket: Ticket): Promise<StoredCommand | null>;
  /** Carries out a request that has not been seen before. */
  perform(ticket: Ticket): Promise<Answer | Used>;
  /** Makes the first answer again from the record. */
  answerAgain(command: StoredCommand): Promise<Answer>;
};

const isReceipt = (outcome: object): outcome is Used => 'kind' in outcome;

/**
 * One person, one key, one effect: the first request is performed; the same again gets the first answer, another body is
 * turned away, and one that is still being carried out is asked to wait.
 */
export const once = async (
  desk: Desk,
  sent: Sent,
  { look, perform, answerAgain }: Steps,
): Promise<Answer> => {
  const { store, inFlight } = desk;
  const { personId, key, request } = sent;
  const ticket: Ticket = { id: commandIdOf(personId, key), personId, key, requestDigest: digestOf(request) };
  const running = inFlight.get(ticket.id);
  if (running !== undefined) return running === ticket.requestDigest ? inUse() : reused();
  inFlight.set(ticket.id, ticket.requestDigest);
  try {
    const seen = await (look?.(ticket) ?? store.commands.get(ticket.id));
    if (seen !== null)
      return seen.requestDigest === ticket.requestDigest ? asReplay(await answerAgain(seen)) : reused();
    const outcome = await perform(ticket);
    if (isProblem(outcome) || !isReceipt(outcome)) return outcome;
    // Another process was faster.
    if (outcome.kind === 'other-body') return reused();
    return outcome.kind === 'running' ? inUse() : asReplay(await answerAgain(outcome.command));
  } finally {
    inFlight.delete(ticket.id);
  }
};
