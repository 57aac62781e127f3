import { isRole } from './roles.ts';
import type { ClockRule, PauseGround, Procedure } from './schema.ts';
import { rolesOf } from './seats.ts';

type ClockFindings = (procedure: Procedure, at: string, rule: ClockRule) => string[];

/**
 * What is wrong with the limits over the whole case: as with those of stages (`clockFindings`), and what only they can be: without an organ
 * that answers for them, mistaken for one of a stage, or standing still when no stage does.
 */
export const caseClockFindings = (procedure: Procedure, clockFindings: ClockFindings): string[] => {
  const stages = Object.values(procedure.stages);
  const ofStages = stages.flatMap(({ clocks = [] }) => clocks);
  const taken = new Set([...Object.keys(procedure.stages), ...ofStages.map(({ id }) => id)]);
  const deciding = new Set(stages.flatMap(rolesOf));
  return Object.entries(procedure.caseClocks ?? {}).flatMap(([id, rule]) => {
    const at = `${procedure.id}, ${id}`;
    const found = clockFindings(procedure, at, rule);
    if (!isRole(rule.by)) found.push(`${at}: unknown role ${rule.by}`);
    else if (!deciding.has(rule.by)) found.push(`${at}: the limit of ${rule.by}, who decides no stage`);
    const { to } = rule;
    if (to?.as.some((outcome) => procedure.stages[to.settled]?.outcomes[outcome] === undefined))
      found.push(`${at}: kept by an outcome that ${to.settled} has not`);
    if (taken.has(id)) found.push(`${at}: a stage, or a clock of one, has the same name`);
    for (const act of ['extension', 'adjustable'] as const) {
      if (rule[act] !== undefined && ofStages.some((clock) => clock[act] !== undefined))
        found.push(`${at}: ${act} both here and in a stage, and the act names only the task`);
    }
    for (const ground of Object.keys(rule.pausedWith ?? {}) as PauseGround[]) {
      if (!ofStages.some(({ pauses }) => pauses?.[ground] !== undefined))
        found.push(`${at}: stands still with a stage on ${ground}, on which none does`);
    }
    return found;
  });
};
