/** Calendars as layers of published releases (R13, R14). */
import type { Closure } from './closures.ts';
import type { OpenHours, Season } from './office-hours.ts';

/** A jurisdiction's or organ's calendar; each layer may switch a day of the layers above it either way. */
export type CalendarLayer = {
  id: string;
  name: string;
  level: 'nation' | 'province' | 'city' | 'organ';
  parentId: string | null;
  /** Id of the department whose own the calendar is, of level organ. */
  department?: string;
};

export type Notice = { title: string; number?: string; publishedAt: string };

/** Office hours of a season by the name that the notice gives them ('夏季作息时间'). */
export type OfficeHours = OpenHours & { name: string; season: Season };

/** What one notice says: days, closures, office hours. Where it names days, those of the coverage that it does not name are
 *  Monday to Friday working, weekends off; it may name days just outside (a New Year swap in the December before). Office
 *  hours are in force for the coverage. */
export type Release = {
  calendarId: string;
  /** 1, 2, 3 … within its calendar, in the order of publication. */
  version: number;
  notice: Notice;
  coverage: { from: string; to: string };
  days: Record<string, { state: 'working' | 'off'; name: string }>;
  /** On a day that it both names and closes, the closure is what counts. */
  closures?: Closure[];
  /** Where two seasons hold a day, the later one counts. */
  officeHours?: OfficeHours[];
};

/** The chain above a calendar, outermost first. RangeError for an unknown id or a circle. */
export const parentsOf = (layers: readonly CalendarLayer[], id: string): string[] => {
  const parentOf = (child: string): string | null => {
    const layer = layers.find((l) => l.id === child);
    if (!layer) throw new RangeError(`no such calendar: ${child}`);
    return layer.parentId;
  };
  const chain: string[] = [];
  for (let parent = parentOf(id); parent !== null; parent = parentOf(parent)) {
    if (chain.includes(parent)) throw new RangeError(`a circle of calendars above ${id}`);
    chain.unshift(parent);
  }
  return chain;
};

export type Selection = {
  calendarId: string;
  /** The chain above the calendar, outermost (national) first. */
  parents: readonly string[];
  /** Only releases published on or before this civil day; absent = all. */
  knownOn?: string;
};

/** The releases of a chain that were known, quietest first: upper layers before lower ones, older before newer. */
export const chainOf = (
  releases: readonly Release[],
  { calendarId, parents, knownOn }: Selection,
): Release[] =>
  [...parents, calendarId].flatMap((id) =>
    releases
      .filter((r) => r.calendarId === id && (knownOn === undefined || r.notice.publishedAt <= knownOn))
      .sort((a, b) =>
        a.notice.publishedAt === b.notice.publishedAt
          ? a.version - b.version
          : a.notice.publishedAt < b.notice.publishedAt
            ? -1
            : 1,
      ),
  );

/** '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）'. */
export const citationOf = ({ title, number }: Notice): string => (number ? `${title}（${number}）` : title);
