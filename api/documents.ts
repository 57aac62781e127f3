import type { CaseState } from '../cases/index.ts';
import type { LimitRule } from '../procedures/schema.ts';
import type { Desk } from './deps.ts';
import { type Documents, NO_DOCUMENTS } from './present/limit.ts';

type Store = Pick<Desk, 'store'>;

const read = async ({ store }: Store, settings: readonly string[]): Promise<Documents> =>
  settings.length === 0 ? NO_DOCUMENTS : store.targets.documents([...new Set(settings)]);

/** The documents by which the targets were set that cases were filed under. Nothing is read where none was. */
export const documentsOfCases = (
  desk: Store,
  cases: readonly Pick<CaseState, 'targets'>[],
): Promise<Documents> =>
  read(
    desk,
    cases.flatMap(({ targets = [] }) => targets.map(({ setting }) => setting)),
  );

/** The documents by which those of the limits were set that bear a setting. Nothing is read where none does. */
export const documentsOfLimits = (
  desk: Store,
  limits: readonly (LimitRule | null | undefined)[],
): Promise<Documents> =>
  read(
    desk,
    limits.flatMap((limit) => (limit != null && 'setting' in limit ? (limit.setting ?? []) : [])),
  );
