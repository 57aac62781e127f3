import { isoOf } from '../../calendar/index.ts';

import type { Procedure } from '../../procedures/schema.ts';
import type { GrantUse, LineChange, RegisterLine } from '../../store/index.ts';
import { maskedContents, maskedForm } from '../present/form.ts';
import { maskText } from '../present/mask.ts';
import { presentActor } from '../present/task.ts';
import type { GrantAct } from '../present/vocabulary.ts';
import type { Content, ContentOf } from '../present/writings.ts';
import type { Names } from '../problems/of-refusal.ts';
import { type Backdrop, cellsOf, fieldsTold, isoOrNull, pointersOf, standingOf } from './columns.ts';
import { fieldsOf } from './fields.ts';
import { REGISTERS } from './titles.ts';

/** A line as lists show it; personal data masked whoever reads. */
export const presentLine = (line: RegisterLine, backdrop: Backdrop) => ({
  id: line.key,
  register: line.register,
  registerTitle: REGISTERS[line.register],
  thing: line.thing,
  name: line.name === null ? null : maskText(line.name),
  title: maskText(line.title),
  case: line.caseNo,
  department: line.department,
  departmentTitle: backdrop.titles(line, { kind: 'department', id: line.department }),
  ownerDepartment: line.ownerDepartment,
  ownerDepartmentTitle:
    line.ownerDepartment === null
      ? null
      : backdrop.titles(line, { kind: 'department', id: line.ownerDepartment }),
  jurisdiction: line.jurisdiction,
  state: line.state,
  reached: line.reached,
  openedAt: isoOf(line.openedAtMs),
  changedAt: isoOf(line.changedAtMs),
  until: line.until,
  closedAt: isoOrNull(backdrop.closedAtMs.get(line.key)),
  standing: standingOf(line, backdrop),
  columns: cellsOf(line, backdrop),
  columnTitles: Object.fromEntries(
    Object.entries(pointersOf(line, backdrop)).map(([id, pointer]) => [id, backdrop.titles(line, pointer)]),
  ),
});

/** A case behind a change whose words the viewer may read. */
export type CaseBehind = { title: string; procedure: Procedure };
export type ChangeView = LineChange & { behind: CaseBehind | null };

/** A change with the case behind it; what that case said only where the viewer may read it, personal data masked all the same. */
export const presentChange = (
  { op, reached, atMs, caseNo, actor, commandId, details, behind }: ChangeView,
  { names, contentOf }: { names: Names; contentOf: ContentOf },
) => ({
  op,
  reached,
  at: isoOf(atMs),
  case: caseNo,
  caseTitle: behind?.title ?? null,
  actor: actor === 'system' ? ('system' as const) : presentActor(actor, names),
  reasons:
    behind === null || actor === 'system' || commandId === null ? null : reasonsIn(contentOf(commandId)),
  details: behind === null ? null : maskedForm(fieldsOf(behind.procedure), details),
});

export type LineView = {
  line: RegisterLine;
  /** Whether what its cases said is the reader's to see beside its columns. */
  inFull: boolean;
  backdrop: Backdrop;
  history: readonly ChangeView[];
  changes: number;
  uses: readonly GrantUse[];
  names: Names;
  contentOf: ContentOf;
  allowed: GrantAct[];
};

const reasonsIn = (content: Content | null): string | null => content?.reasons ?? null;
const purposeIn = (content: Content | null): string | null => {
  const purpose = (content as { purpose?: unknown } | null)?.purpose;
  return typeof purpose === 'string' ? purpose : null;
};

/** A line with everything behind it; personal data masked whoever reads. */
export const presentLineInFull = (view: LineView) => {
  const { line, inFull, backdrop, history, changes, uses, names, contentOf, allowed } = view;
  return {
    ...presentLine(line, backdrop),
    // What a procedure means otherwise in its form than in a decision is masked by its looks.
    details: inFull ? maskedContents(maskedForm(fieldsTold(line, backdrop), line.details)) : {},
    history: history.map((change) => presentChange(change, { names, contentOf })),
    changes,
    uses: uses.map(({ atMs, count, againstPurpose, afterEnd = false, standing = 'open', commandId }) => ({
      ...{ at: isoOf(atMs), count, againstPurpose, afterEnd, standing },
      purpose: purposeIn(contentOf(commandId)),
    })),
    allowedActions: allowed,
  };
};
