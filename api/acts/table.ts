import type { CommandBody } from '../../cases/index.ts';
import type { Prepared } from '../commands/send.ts';
import type { Problem } from '../problems/problem.ts';
import { prepareCopy, prepareLink, prepareOpinion } from './addressed.ts';
import { prepareArrival } from './arrival.ts';
import { type Asking, givenReasons, ready } from './ready.ts';
import { prepareAnswer, prepareComment } from './remarks.ts';
import type { Asked, AskedTo } from './schemas.ts';
import { prepareSupplement } from './supplement.ts';
import { prepareTransfer } from './transfer.ts';

type Addressed =
  | 'comment'
  | 'give-opinion'
  | 'transfer'
  | 'supplement'
  | 'ask-opinion'
  | 'copy'
  | 'link'
  | 'correct-arrival';
type Plain = Exclude<Asked, AskedTo<Addressed>>;

/** The command of an act that concerns the case or a task alone. */
const bodyOf = (asked: Plain): CommandBody => {
  const gives = 'reasons' in asked ? givenReasons(asked.reasons) : [];
  switch (asked.act) {
    case 'withdraw':
    case 'urge':
    case 'mark-read':
      return { type: asked.act };
    case 'pause':
      return { type: 'pause', task: asked.task, ground: asked.ground, gives };
    case 'extend':
    case 'set-limit':
      return { type: asked.act, task: asked.task, amount: asked.amount, gives };
    case 'return':
      return { type: 'return', task: asked.task, to: asked.to, gives };
    case 'request-supplement':
    case 'resume':
      return { type: asked.act, task: asked.task, gives };
    case 'change-level':
      return { type: 'change-level', level: asked.level, gives };
    case 'take-command':
    case 'terminate':
    case 'reopen':
    case 'dispute':
      return { type: asked.act, gives };
  }
};

/** What a person wrote with it; null: nothing. */
const writtenIn = (asked: Plain): Record<string, string> | null => {
  const reasons = 'reasons' in asked ? asked.reasons : undefined;
  const documentNo = 'documentNo' in asked ? asked.documentNo : undefined;
  const written = Object.entries({ reasons, documentNo }).filter(([, text]) => text !== undefined);
  return written.length === 0 ? null : (Object.fromEntries(written) as Record<string, string>);
};

/** Makes an act ready: who it is addressed to must exist, what it says must be in reason, the rest is for the decider. */
export const prepareAct = async (asking: Asking, asked: Asked): Promise<Prepared | Problem> => {
  switch (asked.act) {
    case 'transfer':
      return prepareTransfer(asking, asked);
    case 'supplement':
      return prepareSupplement(asking, asked);
    case 'ask-opinion':
      return prepareOpinion(asking, asked);
    case 'copy':
      return prepareCopy(asking, asked);
    case 'link':
      return prepareLink(asking, asked);
    case 'comment':
      return prepareComment(asking, asked);
    case 'give-opinion':
      return prepareAnswer(asking, asked);
    case 'correct-arrival':
      return prepareArrival(asking, asked);
    default: {
      return ready(asking, bodyOf(asked), writtenIn(asked));
    }
  }
};
