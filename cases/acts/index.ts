import type { CommandBody } from '../commands.ts';
import type { Act } from './act.ts';
import { dispute } from './children.ts';
import { takeCommand } from './command.ts';
import { reopen, returnTo, terminate } from './course.ts';
import { decision } from './decision.ts';
import { extend, setLimit } from './extend.ts';
import { changeGrant, recordUse } from './grants.ts';
import { changeLevel } from './level.ts';
import { comment, copy, link, markRead } from './notes.ts';
import { askOpinion, giveOpinion } from './opinion.ts';
import { pause, resume } from './pause.ts';
import { correctArrival } from './recount.ts';
import { submit } from './submit.ts';
import { requestSupplement, supplement } from './supplement.ts';
import { transfer } from './transfer.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

/** Every command a person can give, by its type. */
export const ACTS: { [T in CommandBody['type']]: Act<T> } = {
  submit,
  decide: decision,
  withdraw,
  urge,
  transfer,
  'request-supplement': requestSupplement,
  supplement,
  pause,
  resume,
  extend,
  'set-limit': setLimit,
  'correct-arrival': correctArrival,
  'change-level': changeLevel,
  'take-command': takeCommand,
  return: returnTo,
  terminate,
  reopen,
  dispute,
  'ask-opinion': askOpinion,
  'give-opinion': giveOpinion,
  'change-grant': changeGrant,
  'record-use': recordUse,
  comment,
  copy,
  'mark-read': markRead,
  link,
};

/** Acts that a closed case still takes. */
export const AFTER_THE_END: ReadonlySet<CommandBody['type']> = new Set([
  'reopen',
  'dispute',
  'change-grant',
  'record-use',
  'comment',
  'copy',
  'mark-read',
  'link',
]);
