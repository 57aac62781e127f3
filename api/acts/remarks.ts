import type { Prepared } from '../commands/send.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type Asking, givenReasons, ready } from './ready.ts';
import type { AskedTo } from './schemas.ts';

/** A remark (批注) of the deciding side is for that side unless it says otherwise; everybody else writes for all. */
export const prepareComment = (
  asking: Asking,
  { reasons, audience: asked }: AskedTo<'comment'>,
): Prepared | Problem => {
  const { inside } = asking.found.reader;
  const audience = asked ?? (inside ? 'deciding' : 'everyone');
  if (audience === 'deciding' && !inside)
    return problem(422, 'audience_invalid', '只有承办一方可以只写给承办一方。', {
      errors: [{ pointer: '/audience', message: '只有承办一方可以选择' }],
    });
  return ready(asking, { type: 'comment', gives: givenReasons(reasons) }, { reasons, audience });
};

/** An opinion (意见) is for the deciding side until the case is decided. */
export const prepareAnswer = (
  asking: Asking,
  { task, reasons }: AskedTo<'give-opinion'>,
): Prepared | Problem =>
  ready(
    asking,
    { type: 'give-opinion', task, gives: givenReasons(reasons) },
    { reasons, audience: 'deciding-until-end' },
  );
