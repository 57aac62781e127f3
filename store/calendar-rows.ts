import type { CalendarLayer, Closure, Finding, Notice, OfficeHours, Release } from '../calendar/tables.ts';

/** A release as kept: drafted, released for good, or discarded. */
export type StoredRelease = Required<Omit<Release, 'version'>> & {
  /** 1, 2, 3 … within its calendar, in the order of drafting. */
  number: number;
  state: 'draft' | 'released' | 'discarded';
  /** 1, 2, 3 … within its calendar, in the order of release; null: not released. */
  version: number | null;
  /** Place among the releases of all calendars. */
  releaseOrder: number | null;
  findings: Finding[];
  /** Codes of the errors that the drafter took on. */
  acknowledged: string[];
  /** null: it came with the program. */
  draftedBy: string | null;
  draftedAtMs: number;
  releasedBy: string | null;
  releasedAtMs: number | null;
};

export type NewDraft = {
  calendarId: string;
  notice: Notice;
  coverage: Release['coverage'];
  days: Release['days'];
  closures: Closure[];
  officeHours: OfficeHours[];
  findings: Finding[];
  acknowledged: string[];
  draftedBy: string;
};

/** Layers in an order in which each comes after the one above it. */
export const outermostFirst = (layers: readonly CalendarLayer[]): CalendarLayer[] => {
  const depth = (layer: CalendarLayer): number => {
    const parent = layers.find(({ id }) => id === layer.parentId);
    return parent === undefined ? 0 : 1 + depth(parent);
  };
  return layers.toSorted((a, b) => depth(a) - depth(b));
};

/** In the order in which the notices were published; on one day outer layers first. */
export const byPublication = (releases: readonly Release[], layers: readonly CalendarLayer[]): Release[] => {
  const rank = outermostFirst(layers).map(({ id }) => id);
  return releases.toSorted(
    (a, b) =>
      a.notice.publishedAt.localeCompare(b.notice.publishedAt) ||
      rank.indexOf(a.calendarId) - rank.indexOf(b.calendarId) ||
      a.version - b.version,
  );
};

type Content = Pick<Release, 'calendarId' | 'notice' | 'coverage' | 'days' | 'closures' | 'officeHours'>;
const contentRow = ({ calendarId, notice, coverage, days, closures = [], officeHours = [] }: Content) => ({
  calendar_id: calendarId,
  notice: JSON.stringify(notice),
  coverage_from: coverage.from,
  coverage_to: coverage.to,
  days: JSON.stringify(days),
  closures: JSON.stringify(closures),
  office_hours: JSON.stringify(officeHours),
});

/** Row of a draft that a person made. */
export const draftRow = (draft: NewDraft, number: number) => ({
  ...contentRow(draft),
  number,
  state: 'draft',
  findings: JSON.stringify(draft.findings),
  acknowledged: draft.acknowledged,
  drafted_by: draft.draftedBy,
  drafted_at: new Date(),
});

/** What a shipped release says, as a row without its state. */
export const shippedContent = (release: Release, number: number) => ({
  ...contentRow(release),
  number,
  shipped_version: release.version,
  findings: '[]',
  drafted_at: new Date(),
});

/** Row of a shipped release in its place among all of them. */
export const shippedRow = (release: Release, index: number) => ({
  ...shippedContent(release, release.version),
  state: 'released',
  version: release.version,
  release_order: index + 1,
  released_at: new Date(),
});

export const layerRow = ({ id, name, level, parentId, department }: CalendarLayer) => ({
  ...{ id, name, level },
  parent_id: parentId,
  department_id: department ?? null,
});

/** A layer of a row. */
export const toLayer = ({
  id,
  name,
  level,
  parent_id,
  department_id,
}: Record<string, never>): CalendarLayer => ({
  ...{ id: id!, name: name!, level: level!, parentId: parent_id! },
  ...(department_id === null ? {} : { department: department_id! }),
});

/** A row in its types. */
export const toRelease = (row: Record<string, never>): StoredRelease => ({
  calendarId: row.calendar_id!,
  number: row.number!,
  state: row.state!,
  version: row.version!,
  releaseOrder: row.release_order!,
  notice: row.notice!,
  coverage: { from: row.coverage_from!, to: row.coverage_to! },
  days: row.days!,
  closures: row.closures!,
  officeHours: row.office_hours!,
  findings: row.findings!,
  acknowledged: row.acknowledged!,
  draftedBy: row.drafted_by!,
  draftedAtMs: row.drafted_at!,
  releasedBy: row.released_by!,
  releasedAtMs: row.released_at!,
});
