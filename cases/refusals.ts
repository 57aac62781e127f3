import type { Demand } from '../procedures/schema.ts';
import type { Refusal, RefusalCode } from './commands.ts';

/** What each refusal says to the person who asked, without a full stop: it also stands as a note beside a field. */
const MESSAGES: Record<RefusalCode, string> = {
  case_not_found: '没有这个案件',
  already_submitted: '该案件编号已被使用',
  procedure_unknown: '没有这个办理事项或其版本',
  case_closed: '案件已办结，不能再作处理',
  task_not_found: '案件中没有这项任务',
  task_already_decided: '该任务已经办结',
  task_cancelled: '该任务已取消',
  outcome_not_allowed: '该环节现在没有这种处理结果',
  gate_closed: '前置环节尚未办结，本环节暂不能办结',
  reasons_required: '须说明理由',
  legal_basis_required: '须注明法律依据',
  fields_required: '须填写处理结果所要求的内容',
  not_your_task: '该任务不由您承办',
  role_not_allowed: '您的角色不能作此操作',
  separation_of_roles: '同一案件中一人只能担任一种角色',
  act_not_allowed: '案件现在不能作此操作',
  supplement_already_requested: '本环节已要求补正过一次，不得再次要求',
  supplement_not_provided: '事件、故障的报告不设补正，时限继续计算',
  file_anew: '补正不得改变由谁办理、按什么流程办理；所申请的数据资源、承办部门等有变的，请撤回后另行提出',
  own_clock: '不得停止或者推后本单位自己的时限，申请一方也不能向自己要求补正',
  urged_already: '今日已催办过，请明日再催',
  transfer_to_self: '任务已在该部门或该人员名下',
  ground_not_listed: '该事由不在本事项规定的中止事由之列，时限继续计算',
  clock_not_running: '该任务的时限现在没有在计算',
  clock_not_paused: '该任务的时限没有因此中止',
  extension_not_provided: '本环节没有延期的规定',
  extended_already: '延期次数已用完',
  extension_too_long: '超过了可以延长的上限',
  limit_too_long: '另定的期限不得超过规定期限的三倍',
  limit_has_run: '时限已届满，延期须在届满前作出',
  arrival_in_future: '收到时间不得晚于现在',
  arrival_not_stated: '本事项的申请没有载明收到时间，时限不由其起算，没有可以更正的',
  arrival_after_filing: '收到时间不得晚于在本系统提出的时间',
  arrival_moves_nothing: '现在没有自收到时间起算的时限，或者更正后与原来相同',
  level_unknown: '没有这个级别',
  level_unchanged: '现在就是这个级别',
  return_not_provided: '本环节不能退回到该环节',
  ending_not_reopenable: '该办理结果没有重新办理的规定',
  dispute_pending: '争议协调尚未办结，案件等待其结果',
  nothing_to_dispute: '其他各方还没有作出附有理由或者条件的决定，没有可以提请协调的分歧',
  grant_not_so: '该授权现在的状态不能作此操作',
  link_to_self: '不能关联案件自身',
  linked_already: '该案件已经关联',
  not_copied: '该案件没有抄送给您',
  copied_already: '所列人员都已收到抄送',
  read_already: '您已阅过该案件',
};

export const refuse = (
  code: RefusalCode,
  more: Partial<Pick<Refusal, 'already' | 'allowed'>> = {},
): Refusal => ({
  refused: true,
  code,
  message: MESSAGES[code],
  ...more,
});

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;

const MISSING: Record<Demand, RefusalCode> = {
  reasons: 'reasons_required',
  legalBasis: 'legal_basis_required',
  fields: 'fields_required',
};

/** The refusal for the first demand that is not met, or null. Nothing is refused without reasons. */
export const missing = (demands: readonly Demand[], gives: readonly Demand[]): Refusal | null => {
  const lacking = demands.find((demand) => !gives.includes(demand));
  return lacking === undefined ? null : refuse(MISSING[lacking]);
};
