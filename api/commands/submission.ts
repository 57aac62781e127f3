import { decide, isRefusal, type PersonCommand, unborn } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { StoredCommand } from '../../store/commands.ts';
import type { LoadedCase } from '../../store/index.ts';
import { rulesForNew } from '../calendars.ts';
import type { ApiDeps } from '../deps.ts';

/** What is kept of a submission besides its command. */
export type SubmissionContent = { form: Record<string, unknown>; title: string; queryCode: string };
export type Submit = Extract<PersonCommand, { type: 'submit' }>;
export type ReceivedSubmission = Pick<StoredCommand, 'id' | 'receivedAtMs'> & {
  body: Submit;
  content: SubmissionContent;
};

export const isSubmission = (command: StoredCommand): boolean =>
  (command.body as { type?: unknown } | null)?.type === 'submit';

/**
 * Gives birth to the case of a received submission: its first events and its file in one transaction, the command done. Then
 * the engine is told, without waiting for it. May be repeated; the case is born once. Answers the case as recorded.
 */
export const carryOutSubmission = async (
  { store, engine, calendars, logger }: Pick<ApiDeps, 'store' | 'engine' | 'calendars' | 'logger'>,
  { id, receivedAtMs, body, content }: ReceivedSubmission,
): Promise<Pick<LoadedCase, 'state' | 'file'>> => {
  const procedure = procedureById(body.procedure, body.edition);
  if (procedure === null) throw new Error(`no procedure ${body.procedure}@${body.edition}`);
  const events = decide(rulesForNew(calendars, procedure), unborn, body, receivedAtMs);
  if (isRefusal(events)) throw new Error(`submission ${id} refused after receipt: ${events.code}`);
  const file = {
    ...content,
    family: procedure.family,
    jurisdiction: procedure.jurisdiction,
    requesterPerson: body.actor.personId,
    requesterDepartment: body.actor.department,
  };
  const { state, appended } = await store.record.birth({ events, file, command: { id, httpStatus: 201 } });
  const born = appended === events.length ? { state, events } : undefined;
  if (state.status === 'open')
    engine.start(body.no, born).catch((error: unknown) => {
      logger.warn(
        { case: body.no, reason: error instanceof Error ? error.name : 'unknown' },
        'case not started yet',
      );
    });
  return { state, file: { ...file, commandId: id } };
};

/** A stored submission in its types; what was stored was made by this module's callers only. */
export const submissionOf = (command: StoredCommand): ReceivedSubmission => ({
  id: command.id,
  receivedAtMs: command.receivedAtMs,
  body: command.body as Submit,
  content: command.content as SubmissionContent,
});
