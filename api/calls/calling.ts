import { LADDERS } from '../../procedures/ladders.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { CallWay, WaitingNotice } from '../../store/index.ts';
import { CHANNELS_OF } from '../notify/channels-of.ts';
import { instantText } from '../present/instants.ts';

const MINUTE_MS = 60_000;

/**
 * How long whoever is called has to answer before the next in line is called: a target of ours (T). LZ-P 第一百六十八条 wants
 * the call 及时 and 立即 and names no number; a quarter of an hour is what this system takes 立即 to mean everywhere, and the
 * distance of the rungs by which an unanswered call goes to the head of the unit.
 */
export const ANSWER_WITHIN_MS = (LADDERS['inform-call'][1]?.after.amount ?? 15) * MINUTE_MS;

/**
 * Whether a task that was opened, or transferred to another department, has the rota called there: the calls of the procedures (通知、通报、报告; their ladder says so), and
 * of an incident the first task of the duty officer (值班人员). Of several tasks that open in a department at one instant only
 * the first has it called: one telephone call says it. What is handed on within a department has nobody called again.
 */
export const isCalledFor = (
  { kind, family, task }: Pick<WaitingNotice, 'kind' | 'family' | 'task'>,
  procedure: Procedure | null,
): boolean => {
  if (kind !== 'task-opened' && kind !== 'transferred') return false;
  if (task === null || !task.isOpen) return false;
  const { clocks = [] } = procedure?.stages[task.stage] ?? {};
  const isCall = clocks.some(({ ladder }) => ladder === 'inform-call');
  return isCall || (family === 'incident' && task.role === 'duty-officer' && task.isFirstOfRole);
};

/** Procedures in which somebody can be called at all. */
export const hasCalls = ({ family, stages }: Procedure): boolean =>
  family === 'incident' ||
  Object.values(stages).some(({ clocks = [] }) => clocks.some(({ ladder }) => ladder === 'inform-call'));

const saying = (text: string, ackByMs: number | null): string =>
  ackByMs === null
    ? `${text}\n值班人员均未应答，请立即处理。`
    : `${text}\n请在${instantText(ackByMs)}前确认接听；逾时将呼叫下一顺位。`;

/** The way people are called by the channels that are switched on. */
export const callWay = (channels: readonly string[]): CallWay => ({
  ackWithinMs: ANSWER_WITHIN_MS,
  channels: CHANNELS_OF['duty-call'].channels.filter((channel) => channels.includes(channel)),
  textOf: saying,
});
