import { answeredSupplements, type CaseState } from '../../cases/index.ts';
import type { Contents } from './check.ts';

/** What people wrote with a command, as far as it matters to the form. */
type Answered = { fields?: Contents | undefined } | null;

/** The commands that have put the form right since it was filed, in their order. */
export const supplementIdsOf = (state: Pick<CaseState, 'tasks'>): string[] =>
  answeredSupplements(state as CaseState).flatMap(({ contentId }) => contentId ?? []);

/**
 * The form as it stands: as filed, with what the answers to supplements (补正) have put right since, field by field. What is decided,
 * granted and shown goes by this; the database says the same of lines of registers (`register_details`).
 */
export const formAsItStands = (
  filed: Contents,
  state: Pick<CaseState, 'tasks'>,
  answered: (commandId: string) => Answered,
): Contents => Object.assign({}, filed, ...supplementIdsOf(state).map((id) => answered(id)?.fields));
