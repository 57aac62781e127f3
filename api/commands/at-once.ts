import type { Desk } from '../deps.ts';
import { isProblem, type Problem } from '../problems/problem.ts';
import type { Answer } from '../routing/answer.ts';
import { once } from './once.ts';

/** Why nothing is kept; as a function where it has to be looked up once the transaction is over. */
export type Refused = Problem | (() => Promise<Problem>);

type AtOnce<P> = {
  personId: string;
  key: string;
  /** What makes the request what it is; only its digest is kept. */
  request: unknown;
  /** What the receipt says was asked for: nothing that people wrote. */
  body: unknown;
  /** Checks a request that has not been seen before, and reads what the effect needs. */
  prepare(atMs: number): Promise<P | Problem>;
  /** The effect, in the transaction that keeps the receipt. null: done. */
  work(
    trx: Desk['store']['db'],
    ticket: { commandId: string; atMs: number },
    prepared: P,
  ): Promise<Refused | null>;
  /** The answer, to the first request and to the same again. */
  answer(commandId: string): Promise<Answer>;
};

class TakenBack extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super('taken back');
    this.why = why;
  }
}

/** Carries out what needs nothing but PostgreSQL, once for one key: receipt and effect are there together or not at all. */
export const atOnce = <P>(desk: Desk, asked: AtOnce<P>): Promise<Answer> => {
  const { personId, key, request, body, prepare, work, answer } = asked;
  return once(
    desk,
    { personId, key, request },
    {
      answerAgain: ({ id }) => answer(id),
      async perform(ticket) {
        const atMs = desk.clock.nowMs();
        const prepared = await prepare(atMs);
        if (isProblem(prepared)) return prepared;
        const command = { ...ticket, caseNo: null, receivedAtMs: atMs, body, content: null };
        try {
          const outcome = await desk.store.commands.carryOutAtOnce(command, 201, async (trx) => {
            const refused = await work(trx, { commandId: ticket.id, atMs }, prepared);
            if (refused !== null) throw new TakenBack(refused);
          });
          return outcome.kind === 'new' ? answer(ticket.id) : outcome;
        } catch (error) {
          if (!(error instanceof TakenBack)) throw error;
          return typeof error.why === 'function' ? error.why() : error.why;
        }
      },
    },
  );
};

/** Where there is nothing to check beforehand. */
export const nothingToPrepare = async (): Promise<null> => null;
