import { stageTitle } from '../../procedures/common-stages.ts';
import { procedureById } from '../../procedures/index.ts';
import type { CallWay, Handling, WaitingNotice } from '../../store/index.ts';
import { isCalledFor } from '../calls/calling.ts';
import { CHANNELS_OF } from './channels-of.ts';
import { wordingOf } from './wording.ts';

export type HandOverDeps = {
  /** Channels that are switched on, beside the application. */
  channels: readonly string[];
  publicUrl: string | null;
  way: CallWay;
  /** When a call counts as made whose task came to the department at the instant. Epoch milliseconds. */
  calledAtMs(openedAtMs: number): number;
};

/** What was to be done has been done meanwhile: nobody need hear of it outside the application. */
const isMoot = ({ kind, task }: WaitingNotice): boolean =>
  (kind === 'task-opened' || kind === 'transferred') && task !== null && !task.isOpen;

/** What becomes of a notice: by which channels it goes out and in what words, and whether the rota is called in its place. */
export const handling =
  ({ channels, publicUrl, way, calledAtMs }: HandOverDeps) =>
  (notice: WaitingNotice): Handling => {
    const { kind, caseNo, seq, clock, ground, task } = notice;
    const procedure = procedureById(notice.procedure, notice.edition);
    const stage = notice.stage === null ? null : procedure && stageTitle(procedure, notice.stage);
    const result = notice.result === null ? null : (procedure?.endings[notice.result] ?? null);
    const told = { caseNo, procedure: procedure?.title ?? notice.procedure, stage, clock, ground, result };
    const { channels: wanted, urgent } = CHANNELS_OF[kind];
    const on = isMoot(notice) ? [] : wanted.filter((channel) => channels.includes(channel));
    const sending = { ...wordingOf({ ...told, kind }, publicUrl), channels: on, urgent };
    if (task === null || !isCalledFor(notice, procedure)) return { sending, call: null };
    const { id: taskId, role, department } = task;
    const words = wordingOf({ ...told, kind: 'duty-call' }, publicUrl);
    const instants = { occasionAtMs: notice.atMs, atMs: calledAtMs(notice.atMs) };
    return { sending, call: { caseNo, taskId, seq, role, department, ...words, ...instants, way } };
  };
