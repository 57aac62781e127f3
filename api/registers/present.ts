import { isoOf } from '../../calendar/index.ts';

import type { Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { GrantUse, LineChange, RegisterLine } from '../../store/index.ts';
import { maskedContents, maskedForm } from '../present/form.ts';
import { maskText } from '../present/mask.ts';
import { presentActor } from '../present/task.ts';
import type { Content, ContentOf } from '../present/writings.ts';
import type { Names } from '../problems/of-refusal.ts';
import { REGISTERS } from './titles.ts';

export const presentLine = (line: RegisterLine) => ({
  id: line.key,
  register: line.register,
  registerTitle: REGISTERS[line.register],
  thing: line.thing,
  name: line.name === null ? null : maskText(line.name),
  title: maskText(line.title),
  case: line.caseNo,
  department: line.department,
  ownerDepartment: line.ownerDepartment,
  jurisdiction: line.jurisdiction,
  state: line.state,
  openedAt: isoOf(line.openedAtMs),
  changedAt: isoOf(line.changedAtMs),
  until: line.until,
});

/** Every field that a procedure knows, of its form and of its decisions; a decision's over the form's. */
const fieldsOf = ({ form, stages }: Procedure): Fields => ({
  ...form,
  ...Object.assign(
    {},
    ...Object.values(stages).flatMap(({ outcomes }) =>
      Object.values(outcomes).map(({ fields }) => fields ?? {}),
    ),
  ),
});

/** A case behind a change whose words the viewer may read. */
export type CaseBehind = { title: string; procedure: Procedure };
export type ChangeView = LineChange & { behind: CaseBehind | null };

/** A change with the case behind it; what that case said only where the viewer may read it, personal data masked all the same. */
export const presentChange = (
  { op, atMs, caseNo, actor, commandId, details, behind }: ChangeView,
  { names, contentOf }: { names: Names; contentOf: ContentOf },
) => ({
  op,
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
  /** Those of the cases that say what the thing is like, the earliest first. */
  procedures: readonly Procedure[];
  history: readonly ChangeView[];
  changes: number;
  uses: readonly GrantUse[];
  names: Names;
  contentOf: ContentOf;
  allowed: string[];
};

const reasonsIn = (content: Content | null): string | null => content?.reasons ?? null;
const purposeIn = (content: Content | null): string | null => {
  const purpose = (content as { purpose?: unknown } | null)?.purpose;
  return typeof purpose === 'string' ? purpose : null;
};

/** A line with everything behind it; personal data masked whoever reads. */
export const presentLineInFull = (view: LineView) => {
  const { line, procedures, history, changes, uses, names, contentOf, allowed } = view;
  return {
    ...presentLine(line),
    // Several procedures may mean something else by one field: what the last of them does not mask is masked by its looks.
    details: maskedContents(maskedForm(Object.assign({}, ...procedures.map(fieldsOf)), line.details)),
    history: history.map((change) => presentChange(change, { names, contentOf })),
    changes,
    uses: uses.map(({ atMs, count, againstPurpose, afterEnd = false, standing = 'open', commandId }) => ({
      ...{ at: isoOf(atMs), count, againstPurpose, afterEnd, standing },
      purpose: purposeIn(contentOf(commandId)),
    })),
    allowedActions: allowed,
  };
};
