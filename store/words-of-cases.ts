import type { Conditions } from './conditions.ts';
import { evenly, gramsToFind } from './words.ts';

const CASE_NUMBER = /^[A-Z]{2,4}-\d[\d-]*$/;

/** Of rows whose column `no` names a case: those of a case number or its beginning, or of a part of the title. Nothing asked, nothing added. */
export const findWords = (where: Conditions, no: string, asked: string | undefined): Conditions => {
  const q = asked?.trim() ?? '';
  if (q === '') return where;
  if (CASE_NUMBER.test(q.toUpperCase())) return where.and(`${no} LIKE ?`, `${q.toUpperCase()}%`);
  return where.and(
    // strpos, not LIKE: the planner's guess at a pattern would spoil what it knows of the grams.
    `${no} IN (SELECT w.case_no FROM case_files w WHERE w.title_grams @> ?::text[] AND strpos(lower(w.title), ?) > 0)`,
    gramsToFind(q),
    evenly(q),
  );
};
