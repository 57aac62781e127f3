import type { CommandBody } from '../commands.ts';
import type { Act } from './act.ts';
import { decision } from './decision.ts';
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
};
