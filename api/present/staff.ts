import type { Names } from '../problems/of-refusal.ts';
import { maskName } from './mask.ts';

/**
 * The name of a member of staff wherever an answer tells who did or is to do something: masked, whoever asks. In full it stands only to the person,
 * in the people of one's own departments and in their rota (值班表), which are there for finding them. Empty for an unknown person.
 */
export const staffName = (names: Names, personId: string | null): string =>
  maskName(names.get(personId ?? '') ?? '');
