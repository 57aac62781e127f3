import type { AllowedAct } from '../../cases/index.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Asked } from './schemas.ts';

/**
 * A pause rests on a document (通知书 …), whose number (文号) is stated with it. Asked for here and not by the decider: acts already in
 * the record were taken without one, and are decided again when the run of their case is replayed.
 */
export const documentProblem = (asked: Asked): Problem | null =>
  asked.act === 'pause' && asked.documentNo === undefined
    ? problem(422, 'document_no_required', '须写明中止所依据文书的文号。', {
        errors: [{ pointer: '/documentNo', message: '请写明文号' }],
      })
    : null;

/** The same in what is offered. */
export const withDocument = <A extends AllowedAct>(act: A) =>
  act.act === 'pause' ? { ...act, demands: [...act.demands, 'documentNo' as const] } : act;
