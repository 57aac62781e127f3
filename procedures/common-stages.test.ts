import { expect, it } from 'vitest';
import { clockRules } from './clock-rules.ts';
import { commonStageRules, isReport } from './common-stages.ts';
import { allProcedures } from './index.ts';

const EXCLUDED = '等待补正的时间不计入承办单位的时限和全程时限';

it('readers are told that waiting for a supplement does not count, and no clock does otherwise', () => {
  for (const procedure of allProcedures().filter((each) => !isReport(each))) {
    expect(commonStageRules(procedure).join(''), procedure.id).toContain(EXCLUDED);
    const rules = [
      ...Object.values(procedure.stages).flatMap((stage) => clockRules(stage)),
      ...Object.values(procedure.caseClocks ?? {}),
    ];
    for (const { correction = 'exclude' } of rules) expect(correction, procedure.id).toBe('exclude');
  }
});

it('of a report they are told that nobody supplements it', () => {
  for (const procedure of allProcedures().filter(isReport)) {
    expect(commonStageRules(procedure).join(''), procedure.id).not.toContain(EXCLUDED);
  }
});
