import { isoOf, msFromIso } from '../../calendar/index.ts';
import type { Prepared } from '../commands/send.ts';
import { momentOf } from '../intake/moment.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type Asking, givenReasons, ready } from './ready.ts';
import type { AskedTo } from './schemas.ts';

/** Another arrival is as far back as a form could have said, and no farther. */
export const prepareArrival = async (
  asking: Asking,
  { arrivedAt, reasons }: AskedTo<'correct-arrival'>,
): Promise<Prepared | Problem> => {
  const { desk, found, atMs } = asking;
  const { notBeforeMs } = momentOf(desk, found.procedure.jurisdiction, atMs);
  const arrivedAtMs = msFromIso(arrivedAt) ?? atMs;
  if (arrivedAtMs < notBeforeMs)
    return problem(422, 'arrival_too_early', '收到时间过早，请核对。', {
      errors: [{ pointer: '/arrivedAt', message: `不能早于${isoOf(notBeforeMs)}` }],
    });
  return ready(asking, { type: 'correct-arrival', arrivedAtMs, gives: givenReasons(reasons) }, { reasons });
};
