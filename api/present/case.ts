import { isoOf } from '../../calendar/index.ts';
import { type CaseState, caseLight, openTasks } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { withDocument } from '../acts/document.ts';
import type { Names } from '../problems/of-refusal.ts';
import { seesPersonalData } from '../security/sight.ts';
import type { PresentedCall } from './call.ts';
import { type CalendarOf, presentCaseClock } from './clock.ts';
import { nobody } from './clock-changes.ts';
import { maskedForm } from './form.ts';
import { withInstants } from './instants.ts';
import type { Documents } from './limit.ts';
import { maskName } from './mask.ts';
import { staffName } from './staff.ts';
import { presentTask, type TaskView } from './task.ts';
import { presentTimeline } from './timeline.ts';
import { type ContentOf, type Reader, supplementsOf, writingsFor } from './writings.ts';

/** What is filed beside the events, in PostgreSQL only. */
export type FiledCase = {
  title: string;
  /** As it stands: see `formAsItStands`. */
  form: Record<string, unknown>;
  requesterPerson: string;
  requesterDepartment: string;
  queryCode: string;
};

/** A case that this one is linked with; `told` null: it is not the reader's to see. */
export type Linked = { no: string; told: { title: string; procedure: Procedure } | null };

/** All that a case is shown from. */
export type CaseView = {
  state: CaseState;
  file: FiledCase;
  procedure: Procedure;
  calendarOf: CalendarOf;
  documents: Documents;
  names: Names;
  contentOf: ContentOf;
  calls: readonly PresentedCall[];
  reader: Reader;
  allowed: readonly ReturnType<typeof withDocument>[];
  links: readonly Linked[];
  nowMs: number;
};

type Summary = Pick<CaseView, 'state' | 'procedure' | 'names' | 'nowMs'> & {
  file: Pick<FiledCase, 'title' | 'requesterPerson' | 'requesterDepartment'>;
  /** The requester's name in full: to that person only. */
  own: boolean;
};

/** What a case and an item of a list have in common. */
const presentSummary = ({ state, file, procedure, names, nowMs, own }: Summary) => {
  const name = names.get(file.requesterPerson) ?? '';
  return {
    no: state.no,
    procedure: state.procedure,
    procedureTitle: procedure.title,
    edition: state.edition,
    title: file.title,
    family: procedure.family,
    jurisdiction: procedure.jurisdiction,
    status: state.status === 'closed' ? ('closed' as const) : ('open' as const),
    result: state.result,
    resultTitle: state.result === null ? null : (procedure.endings[state.result] ?? state.result),
    submittedAt: isoOf(state.submittedAtMs),
    closedAt: state.closedAtMs === null ? null : isoOf(state.closedAtMs),
    light: caseLight(state, nowMs),
    requester: { department: file.requesterDepartment, name: own ? name : maskName(name) },
  };
};

const nothing = () => null;

/** A case as an item of a list: no contents, names masked. */
export const presentCaseItem = (
  view: Omit<Summary, 'own'> & { calendarOf: CalendarOf; documents: Documents; unread: boolean },
) => ({
  ...presentSummary({ ...view, own: false }),
  unread: view.unread,
  openTasks: openTasks(view.state).map((task) => presentTask(task, { ...view, writingsOf: nothing })),
});

/** People that the presentation of a state names. */
export const peopleOf = (state: CaseState, requesterPerson: string): string[] => [
  requesterPerson,
  state.submitter.personId,
  ...Object.keys(state.copies),
  ...Object.values(state.tasks).flatMap((task) =>
    [task.assignee, task.decidedBy?.personId].filter((id) => id != null),
  ),
  ...Object.values(state.clocks).flatMap(({ setBy }) => setBy?.by.personId ?? []),
];

/** Commands whose contents the presentation of a state shows. */
export const contentIdsOf = (state: CaseState): string[] => [
  ...Object.values(state.tasks).flatMap(({ contentId }) => contentId ?? []),
  ...Object.values(state.clocks).flatMap(({ setBy }) => setBy?.contentId ?? []),
];

/** The case as its reader may see it, at one instant. */
export const presentCase = (view: CaseView) => {
  const { state, file, procedure, calendarOf, documents, names, contentOf, reader, allowed, nowMs } = view;
  const { sight } = reader;
  const writingsOf = writingsFor(reader, contentOf);
  const tasks: TaskView = { state, procedure, calendarOf, documents, names, writingsOf, nowMs };
  return {
    ...presentSummary({ ...view, own: sight === 'own' }),
    ...(sight === 'own' ? { queryCode: file.queryCode } : {}),
    form: seesPersonalData(sight) ? file.form : maskedForm(procedure.form, file.form),
    supplements: supplementsOf(state, procedure, sight, contentOf),
    facts: withInstants(state.facts) as Record<string, unknown>,
    tasks: Object.values(state.tasks).map((task) => presentTask(task, tasks)),
    caseClocks: Object.values(state.clocks)
      .filter((clock) => clock.stage === null)
      .map((clock) =>
        presentCaseClock(clock, procedure, calendarOf, documents, nowMs, {
          names,
          writingsOf,
          authorOf: nobody,
        }),
      ),
    stages: presentTimeline(state, procedure),
    escalations: state.escalations.map(({ clock, rung, atMs, to }) => ({ clock, rung, at: isoOf(atMs), to })),
    allowedActions: [...allowed],
    calls: [...view.calls],
    copies: Object.entries(state.copies).map(([id, readAtMs]) => ({
      name: staffName(names, id),
      readAt: readAtMs === null ? null : isoOf(readAtMs),
    })),
    links: view.links.map(({ no, told }) => ({
      ...{ no, title: told?.title ?? null, procedureTitle: told?.procedure.title ?? null },
    })),
    parent: state.parent,
    children: state.children.map(({ no, procedure: id, stage, result, clocks }) => ({
      ...{ no, procedure: id, procedureTitle: procedureById(id)?.title ?? id, stage, result, clocks },
    })),
    seq: state.seq,
  };
};
