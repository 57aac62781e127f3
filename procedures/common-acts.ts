import { commonStageRules, isReport } from './common-stages.ts';
import { ROLES } from './roles.ts';
import type { Effect, Ending, Procedure, TerminateRule } from './schema.ts';

/** As what an incident or a fault ends that was none. */
export const FALSE_ALARM_ENDING = 'false-alarm';

/** 误报或查无实情: by the platform manager, or by the unit's security lead, who verifies what the duty officer does. */
const FALSE_ALARM = {
  rule: { by: ['platform-manager', 'security-lead'], as: FALSE_ALARM_ENDING, basis: null },
  title: '误报或查无实情',
  when: '事件、故障系误报或者查无实情的',
} as const;
/** 终止: the matter has fallen away. By the department that supervises: whoever is bound by a limit of the case cannot end it so. */
const MOOT = {
  rule: { by: ['competent-department'], as: 'terminated', basis: null },
  title: '已终止',
  when: '申请单位撤并、事项被取代等情况使案件不必再办的',
} as const;

const commonTerminate = (procedure: Procedure) => (isReport(procedure) ? FALSE_ALARM : MOOT);

/** What the case has marked or suspended in a register while it went on, taken back: nothing of what has fallen away stays. */
const takenBack = ({ stages }: Procedure): Effect[] => {
  const effects = Object.values(stages).flatMap(({ outcomes }) =>
    Object.values(outcomes).flatMap(({ ends, effects = [] }) => (ends === undefined ? effects : [])),
  );
  return effects.flatMap(({ op, register, key, when }): Effect[] => {
    const line = { register, ...(key && { key }), ...(when && { when }), own: true } as const;
    if (op === 'mark') return [{ ...line, op: 'unmark' }];
    return op === 'suspend' ? [{ ...line, op: 'resume' }] : [];
  });
};

const asTerminated = (effect: Effect): Effect =>
  effect.reached === undefined ? effect : { ...effect, reached: 'terminated' };

/**
 * What the registers are told of it. A register that a withdrawal puts right is left as by a withdrawal; what else the case has put there
 * is taken back. Where the article has it stay, the file of the procedure says so itself, as what is told of that ending.
 */
const toldOf = (procedure: Procedure, ending: Ending): Effect[] | undefined => {
  const { onEnding = {} } = procedure;
  if (onEnding[ending] !== undefined) return onEnding[ending];
  const withdrawn = isReport(procedure) ? [] : (onEnding.withdrawn ?? []).map(asTerminated);
  const told = [
    ...withdrawn,
    ...takenBack(procedure).filter(
      ({ register }) => !withdrawn.some((effect) => effect.register === register),
    ),
  ];
  return told.length === 0 ? undefined : told;
};

/**
 * The procedure with the acts that every procedure has unless its own file says otherwise: to be ended, with reasons, when there is nothing
 * left to decide. Without stages there is nothing to end.
 */
export const withCommonActs = (procedure: Procedure): Procedure => {
  const { acts, endings, onEnding, stages } = procedure;
  if (acts?.terminate !== undefined || Object.keys(stages).length === 0) return procedure;
  const { rule, title } = commonTerminate(procedure);
  const told = toldOf(procedure, rule.as);
  return {
    ...procedure,
    endings: { ...endings, [rule.as]: title },
    acts: { ...acts, terminate: { ...rule, by: [...rule.by] } },
    ...(told === undefined ? {} : { onEnding: { ...onEnding, [rule.as]: told } }),
  };
};

/** House rules on what every procedure has beside what its text says; not repeated in the files of the procedures. */
export const commonRules = (procedure: Procedure): string[] => {
  const { terminate } = procedure.acts ?? {};
  if (Object.keys(procedure.stages).length === 0) return [];
  return [
    ...commonStageRules(procedure),
    ...(terminate == null || terminate.basis !== null ? [] : [terminateText(procedure, terminate)]),
  ];
};

const terminateText = (procedure: Procedure, { by, as }: TerminateRule): string => {
  const roles = by.map((role) => ROLES[role].title).join('或');
  const { when } = commonTerminate(procedure);
  const left = leavesText(procedure, as);
  return `${when}，由${roles}说明理由后终止，以“${procedure.endings[as] ?? as}”办结，${left}；提出本案的一方不得自行终止。`;
};

const leavesText = (procedure: Procedure, ending: Ending): string => {
  const told = procedure.onEnding?.[ending];
  if (told?.length === 0) return '台账的记载仍予保留';
  const withdrawn = procedure.onEnding?.withdrawn ?? [];
  const isMore = told?.some(({ register }) => !withdrawn.some((effect) => effect.register === register));
  return isReport(procedure) || isMore ? '本案在台账中所作的标注、暂停一并解除' : '台账的记载与撤回时相同';
};
