import type { Clock } from '../../cases/index.ts';
import type { PauseGround } from '../../procedures/schema.ts';
import { GROUND_WORDS, KIND_WORDS } from '../../procedures/words.ts';
import type { NoticeKind } from '../../store/index.ts';
import { instantText } from '../present/instants.ts';
import { rangeText } from '../present/range.ts';

/** What a message tells: of the procedure, never of people. `stage`, `result`: titles; null: not about one. */
export type Told = {
  kind: NoticeKind;
  caseNo: string;
  procedure: string;
  stage: string | null;
  clock: Pick<Clock, 'limit' | 'dueAtMs' | 'provisional' | 'earliestAtMs' | 'latestAtMs'> | null;
  ground: PauseGround | null;
  result: string | null;
};

export const KINDS_OF_NOTICE: Record<NoticeKind, string> = {
  'task-opened': '新的待办',
  transferred: '转办来的待办',
  'due-soon': '即将到期',
  urged: '催办',
  escalated: '超期上报',
  'supplement-requested': '请补正',
  'clock-paused': '时限已中止',
  'clock-resumed': '时限已恢复',
  'clock-extended': '期限已延长',
  'deadline-moved': '期限已变动',
  'case-closed': '已办结',
  copied: '抄送给您的办件',
  'grant-expiring': '数据授权即将到期',
  'licence-expiring': '电子证照即将到期，请提醒持证主体',
  'grant-suspended': '数据授权已暂停',
  'grant-resumed': '数据授权已恢复',
  'grant-revoked': '数据授权已撤销',
  'grant-misused': '数据使用与授权不符',
  'duty-call': '应急值班呼叫',
};

export const titleOfKind = (kind: NoticeKind): string => KINDS_OF_NOTICE[kind];

const TO_DO = (end: string): string => `请在${end}前办理`;
/** What a notice says of the end of a limit; one that is not here says nothing of it. */
const SAYS_OF_END: Partial<Record<NoticeKind, (end: string) => string>> = {
  'task-opened': TO_DO,
  transferred: TO_DO,
  'due-soon': TO_DO,
  'duty-call': TO_DO,
  escalated: (end) => `期限为${end}，已经超过`,
  'clock-resumed': (end) => `时限继续计算，至${end}届满`,
  'clock-extended': (end) => `期限延长至${end}`,
  'deadline-moved': (end) => `期限变动为${end}`,
};

/** The end with the standing of the limit, and where it can yet come to lie: 2026年11月26日24:00（法定期限）. */
const dueText = ({ kind, clock }: Told): string => {
  const says = SAYS_OF_END[kind];
  if (says === undefined || clock === null || clock.dueAtMs === null) return '';
  const standing = [`${KIND_WORDS[clock.limit.kind]}期限`, rangeText(clock)].filter((text) => text !== null);
  return `${says(instantText(clock.dueAtMs))}（${standing.join('；')}）。`;
};

/** Subject and text of a message: what is due, of which case, until when, and where to look. Nobody's name, number or words. */
export const wordingOf = (told: Told, publicUrl: string | null): { subject: string; text: string } => {
  const { kind, caseNo, procedure, stage, ground, result } = told;
  const head = KINDS_OF_NOTICE[kind];
  const text = [
    `${head}：${procedure}（${caseNo}）${stage === null ? '' : `“${stage}”`}。`,
    ground === null ? '' : `事由：${GROUND_WORDS[ground]}。`,
    dueText(told),
    result === null ? '' : `结果：${result}。`,
    publicUrl === null ? '' : `\n${publicUrl}/api/v1/cases/${caseNo}`,
  ];
  return { subject: `[时限] ${head}：${procedure} ${caseNo}`, text: text.join('') };
};
