/** What a check of a release finds. */
import { dayFromText } from './days.ts';

export type FindingCode =
  | 'bad-date'
  | 'bad-coverage'
  | 'no-days'
  | 'no-name'
  | 'no-notice'
  | 'contradiction'
  | 'duplicate'
  | 'outside-coverage'
  | 'make-up-on-weekday'
  | 'statutory-day-worked'
  | 'balance'
  | 'long-run'
  | 'version-not-next'
  | 'published-before-last'
  | 'published-after-coverage'
  | 'covered-already'
  | 'unchecked-year'
  | 'bad-closure'
  | 'closure-overlap'
  | 'closure-changed'
  | 'bad-office-hours'
  | 'office-hours-overlap';

/** `message` is Chinese, for the people who release; an error must be put right, a warning must be looked at. */
export type Finding = { code: FindingCode; severity: 'error' | 'warning'; message: string; dates?: string[] };

export const finding = (
  severity: Finding['severity'],
  code: FindingCode,
  message: string,
  dates: readonly string[] = [],
): Finding[] => [{ code, severity, message, ...(dates.length > 0 ? { dates: [...dates] } : {}) }];

/** Whether a text is a date that exists. */
export const isDate = (text: string): boolean => {
  try {
    dayFromText(text);
    return true;
  } catch {
    return false;
  }
};
