import { house } from './limits.ts';
import type { ClockRule, Procedure, StageId } from './schema.ts';

type CommonStage = { title: string; within: { workingDays: number; why: string } };

/**
 * Stages that every procedure has beside its own: what the holder of a task asks of others. The texts set them no limit; ours (H) let
 * nobody wait unseen. At their end there is only the ladder: the waiting clock goes on standing still, and silence decides nothing.
 */
export const COMMON_STAGES = {
  supplement: {
    title: '补正材料',
    within: { workingDays: 10, why: '参照行政复议法第三十一条补正的十日' },
  },
  opinion: {
    title: '答复意见',
    within: { workingDays: 5, why: '与多数审核环节的时限相当' },
  },
} as const satisfies Record<string, CommonStage>;

export const isCommonStage = (id: StageId): id is keyof typeof COMMON_STAGES =>
  Object.hasOwn(COMMON_STAGES, id);

/** What readers call a stage, a common one or the procedure's own; its id where the procedure has no such stage. */
export const stageTitle = ({ stages }: Pick<Procedure, 'stages'>, id: StageId): string =>
  isCommonStage(id) ? COMMON_STAGES[id].title : (stages[id]?.title ?? id);

/** The clock of a common stage: from when it is asked, under the ordinary ladder. null for a procedure's own stages. */
export const commonClock = ({ basis }: Procedure, id: StageId): ClockRule | null =>
  isCommonStage(id) ? { limit: house(COMMON_STAGES[id].within.workingDays, 'working-day', basis) } : null;

/** 事件和故障的报告: an account of what has happened, not an application. Nobody supplements it (补正), for nothing stops its clocks. */
export const isReport = ({ family }: Pick<Procedure, 'family'>): boolean =>
  family === 'incident' || family === 'fault';

/** No text known here says what a supplement does to a limit: ours is to exclude the wait, see `ClockRule.correction`. */
const WAITING =
  '等待补正的时间不计入承办单位的时限和全程时限：条文没有写明，是本系统规则，因为所需补正应当一次告知，材料补齐以前无从办理（参照政府采购法实施条例第五十八条）。';

/** What readers of a procedure are told of these stages. */
export const commonStageRules = (procedure: Procedure): string[] => {
  const { supplement, opinion } = COMMON_STAGES;
  const until = '期满未答复的逐级上报，不产生其他后果。';
  return [
    isReport(procedure)
      ? '事件、故障的报告不设补正，时限不因此停止。'
      : `承办单位要求补正的，申请一方应在${supplement.within.workingDays}个工作日内补正（${supplement.within.why}），${until}申请一方不得要求自己补正。${WAITING}`,
    `征求其他单位意见的，应在${opinion.within.workingDays}个工作日内答复（${opinion.within.why}），${until}只有列明该事由的承办单位的时限停止计算。`,
  ];
};
