import { decide, isRefusal, type PersonCommand, unborn } from '../../cases/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { type LoadedCase, type NewCommand, RecordConflict } from '../../store/index.ts';
import { rulesForNew } from '../calendars.ts';
import type { ApiDeps } from '../deps.ts';

/** What is kept of a submission besides its command. */
export type SubmissionContent = { form: Record<string, unknown>; title: string; queryCode: string };
export type Submit = Extract<PersonCommand, { type: 'submit' }>;
export type Submission = Pick<NewCommand, 'id' | 'personId' | 'key' | 'requestDigest' | 'receivedAtMs'> & {
  body: Submit;
  content: SubmissionContent;
};

/**
 * Gives birth to the case of a submission: its receipt, its first events and its file are there together or not at all. Then the engine
 * is told, without waiting for it. Answers the case as recorded; null when the key has been used by another request meanwhile.
 */
export const carryOutSubmission = async (
  { store, engine, calendars, logger }: Pick<ApiDeps, 'store' | 'engine' | 'calendars' | 'logger'>,
  procedure: Procedure,
  { body, content, ...ticket }: Submission,
): Promise<Pick<LoadedCase, 'state' | 'file'> | null> => {
  const { id, receivedAtMs } = ticket;
  const events = decide(rulesForNew(calendars, procedure, body), unborn, body, receivedAtMs);
  if (isRefusal(events)) throw new Error(`submission ${id} refused after it was checked: ${events.code}`);
  const file = {
    ...content,
    family: procedure.family,
    jurisdiction: procedure.jurisdiction,
    requesterPerson: body.actor.personId,
    requesterDepartment: body.actor.department,
  };
  const receipt = { ...ticket, caseNo: body.no, body, content, knownSeq: 0 };
  const born = await store.record
    .birth({ events, file, command: { id }, receipt })
    .catch((error: unknown) => {
      if (error instanceof RecordConflict) return null;
      throw error;
    });
  if (born === null) return null;
  const { state } = born;
  if (state.status === 'open')
    engine.start(body.no, { state, events }).catch((error: unknown) => {
      logger.warn(
        { case: body.no, reason: error instanceof Error ? error.name : 'unknown' },
        'case not started yet',
      );
    });
  return { state, file: { ...file, commandId: id } };
};
