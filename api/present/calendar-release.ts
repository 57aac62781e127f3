import { isoOf, type OpenHours } from '../../calendar/index.ts';
import type { StoredRelease } from '../../store/index.ts';
import type { Names } from '../problems/of-refusal.ts';
import { staffName } from './staff.ts';

const nameOf = (personId: string | null, names: Names): string | null =>
  personId === null ? null : staffName(names, personId);

const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');

/** Office hours for readers, as times of the day. */
export const presentHours = ({ opensAtMinute, closesAtMinute }: OpenHours) => ({
  opensAt: timeOf(opensAtMinute),
  closesAt: timeOf(closesAtMinute),
});

const contentOf = (release: StoredRelease, names: Names) => ({
  calendar: release.calendarId,
  number: release.number,
  notice: release.notice,
  coverage: release.coverage,
  days: Object.entries(release.days)
    .map(([date, { state, name }]) => ({ date, state, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1)),
  closures: release.closures,
  officeHours: release.officeHours.map(({ name, season, ...hours }) => ({
    name,
    season,
    ...presentHours(hours),
  })),
  findings: release.findings,
  acknowledged: release.acknowledged,
  draftedBy: nameOf(release.draftedBy, names),
  draftedAt: isoOf(release.draftedAtMs),
  version: release.version,
});

/** A draft for readers, whatever became of it; who drafted it by masked name. */
export const presentDraft = (release: StoredRelease, names: Names) => ({
  ...contentOf(release, names),
  state: release.state,
});

/** A release for readers. */
export const presentRelease = (release: StoredRelease, names: Names) => ({
  ...contentOf(release, names),
  releasedBy: nameOf(release.releasedBy, names),
  releasedAt: isoOf(release.releasedAtMs ?? release.draftedAtMs),
});

/** People that releases name. */
export const peopleOfReleases = (releases: readonly StoredRelease[]): string[] =>
  releases.flatMap(({ draftedBy, releasedBy }) => [draftedBy, releasedBy].filter((id) => id !== null));
