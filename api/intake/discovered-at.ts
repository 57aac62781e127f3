import { msFromIso } from '../../calendar/index.ts';
import { steeringFacts } from '../../procedures/fields.ts';
import type { ClockRule, Fact, Procedure } from '../../procedures/schema.ts';
import { SKEW_MS } from '../forms/zod-of-fields.ts';
import { malformed, type Problem, problem } from '../problems/problem.ts';

/** The fact that tells when a matter was found out (查明); given beside the form. */
export const DISCOVERED = 'discoveredAt';

const startsFrom = ({ from }: ClockRule): boolean =>
  typeof from === 'object' && 'fact' in from && from.fact === DISCOVERED;

/** Whether anything in the procedure depends on when the matter was discovered. */
export const usesDiscovery = (procedure: Procedure): boolean =>
  DISCOVERED in steeringFacts(procedure.form) ||
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
  if (!usesDiscovery(procedure))
    return discoveredAt === undefined
      ? {}
      : malformed([{ pointer: `/${DISCOVERED}`, message: '此办理事项不使用该字段' }]);
  if (discoveredAt === undefined) return { [DISCOVERED]: facts[DISCOVERED] ?? facts.foundAt ?? nowMs };
  const atMs = msFromIso(discoveredAt) ?? nowMs;
  if (atMs > nowMs + SKEW_MS || atMs < notBeforeMs) {
    const message = atMs > nowMs ? '不能晚于现在' : '时间过早，请核对';
    return problem(422, 'form_invalid', '填写的内容不符合要求，请看各项说明。', {
      errors: [{ pointer: `/${DISCOVERED}`, message }],
    });
  }
  return { [DISCOVERED]: Math.min(atMs, nowMs) };
};
