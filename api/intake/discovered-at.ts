import { msFromIso } from '../../calendar/index.ts';
import { steeringFacts } from '../../procedures/fields.ts';
import type { ClockRule, Fact, Procedure } from '../../procedures/schema.ts';
import { SKEW_MS } from '../forms/zod-of-fields.ts';
import { malformed, type Problem, problem } from '../problems/problem.ts';

const FACT = 'discoveredAt';

const startsFrom = ({ from }: ClockRule): boolean =>
  typeof from === 'object' && 'fact' in from && from.fact === FACT;

/** Whether anything in the procedure depends on when the matter was discovered. */
const usesIt = (procedure: Procedure): boolean =>
  FACT in steeringFacts(procedure.form) ||
  Object.values(procedure.caseClocks ?? {}).some(startsFrom) ||
  Object.values(procedure.stages).some((stage) => (stage.clocks ?? []).some(startsFrom));

type Given = {
  procedure: Procedure;
  discoveredAt: string | undefined;
  facts: Record<string, Fact>;
  nowMs: number;
  notBeforeMs: number;
};

/** The fact `discoveredAt`: as given, else when the matter was found, else now; no fact where nothing depends on it. */
export const discoveredFact = ({
  procedure,
  discoveredAt,
  facts,
  nowMs,
  notBeforeMs,
}: Given): Record<string, Fact> | Problem => {
  if (!usesIt(procedure))
    return discoveredAt === undefined
      ? {}
      : malformed([{ pointer: `/${FACT}`, message: '此办理事项不使用该字段' }]);
  if (discoveredAt === undefined) return { [FACT]: facts[FACT] ?? facts.foundAt ?? nowMs };
  const atMs = msFromIso(discoveredAt) ?? nowMs;
  if (atMs > nowMs + SKEW_MS || atMs < notBeforeMs) {
    const message = atMs > nowMs ? '不能晚于现在' : '时间过早，请核对';
    return problem(422, 'form_invalid', '填写的内容不符合要求，请看各项说明。', {
      errors: [{ pointer: `/${FACT}`, message }],
    });
  }
  return { [FACT]: Math.min(atMs, nowMs) };
};
