import { dayOf, isoOf, textOfDay } from '../../calendar/index.ts';
import type { NoticeKind } from '../../store/index.ts';

/** What a message tells: of the procedure, never of people. `stage`, `result`: titles; null: not about one. */
export type Told = {
  kind: NoticeKind;
  caseNo: string;
  procedure: string;
  stage: string | null;
  dueAtMs: number | null;
  result: string | null;
};

export const KINDS_OF_NOTICE: Record<NoticeKind, string> = {
  'task-opened': '新的待办',
  transferred: '转办来的待办',
  'due-soon': '即将到期',
  urged: '催办',
  escalated: '超期上报',
  'supplement-requested': '请补正',
  'case-closed': '已办结',
  copied: '抄送给您的办件',
  'grant-expiring': '数据授权即将到期',
  'licence-expiring': '电子证照即将到期，请提醒持证主体',
  'duty-call': '应急值班呼叫',
};

export const titleOfKind = (kind: NoticeKind): string => KINDS_OF_NOTICE[kind];

/** An instant as people write it, in the time of the place; midnight is the end of the day before: 2026年11月26日24:00. */
export const instantText = (atMs: number): string => {
  const [date, time] = isoOf(atMs).split('T') as [string, string];
  const clock = time.slice(0, 5);
  if (clock === '00:00') return `${dateText(textOfDay(dayOf(atMs) - 1))}24:00`;
  return `${dateText(date)}${clock}`;
};
const dateText = (date: string): string => date.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');

const dueText = ({ kind, dueAtMs }: Told): string => {
  if (dueAtMs === null || kind === 'case-closed') return '';
  return kind === 'escalated'
    ? `期限为${instantText(dueAtMs)}，已经超过。`
    : `请在${instantText(dueAtMs)}前办理。`;
};

/** Subject and text of a message: what is due, of which case, until when, and where to look. Nobody's name, number or words. */
export const wordingOf = (told: Told, publicUrl: string | null): { subject: string; text: string } => {
  const { kind, caseNo, procedure, stage, result } = told;
  const head = KINDS_OF_NOTICE[kind];
  const text = [
    `${head}：${procedure}（${caseNo}）${stage === null ? '' : `“${stage}”`}。`,
    dueText(told),
    result === null ? '' : `结果：${result}。`,
    publicUrl === null ? '' : `\n${publicUrl}/api/v1/cases/${caseNo}`,
  ];
  return { subject: `[时限] ${head}：${procedure} ${caseNo}`, text: text.join('') };
};
