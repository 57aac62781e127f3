import { decide, isRefusal, type PersonCommand, unborn } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { StoredCommand } from '../../store/commands.ts';
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
 * the engine is told, without waiting for it. May be repeated; the case is born once. Answers the case number.
 */
export const carryOutSubmission = async (
  { store, engine, calendars, logger }: Pick<ApiDeps, 'store' | 'engine' | 'calendars' | 'logger'>,
  { id, receivedAtMs, body, content }: ReceivedSubmission,
): Promise<string> => {
  const procedure = procedureById(body.procedure, body.edition);
  if (procedure === null) throw new Error(`no procedure ${body.procedure}@${body.edition}`);
  const events = decide(rulesForNew(calendars, procedure), unborn, body, receivedAtMs);
  if (isRefusal(events)) throw new Error(`submission ${id} refused after receipt: ${events.code}`);
  const { state } = await store.record.birth({
    events,
    file: {
      ...content,
      family: procedure.family,
      jurisdiction: procedure.jurisdiction,
      requesterPerson: body.actor.personId,
      requesterDepartment: body.actor.department,
    },
    command: { id, httpStatus: 201 },
  });
  if (state.status === 'open')
    engine.start(body.no).catch((error: unknown) => {
      logger.warn(
        { case: body.no, reason: error instanceof Error ? error.name : 'unknown' },
        'case not started yet',
      );
    });
  return body.no;
};

/** A stored submission in its types; what was stored was made by this module's callers only. */
export const submissionOf = (command: StoredCommand): ReceivedSubmission => ({
  id: command.id,
  receivedAtMs: command.receivedAtMs,
  body: command.body as Submit,
  content: command.content as SubmissionContent,
});
