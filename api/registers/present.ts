import { isoOf } from '../../calendar/index.ts';

import type { Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { GrantUse, LineChange, RegisterLine } from '../../store/index.ts';
import { maskedForm } from '../present/form.ts';
import { presentActor } from '../present/task.ts';
import type { Content, ContentOf } from '../present/writings.ts';
import type { Names } from '../problems/of-refusal.ts';
import { REGISTERS } from './titles.ts';

export const presentLine = (line: RegisterLine) => ({
  id: line.key,
  register: line.register,
  registerTitle: REGISTERS[line.register],
  title: line.title,
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

export type LineView = {
  line: RegisterLine;
  procedure: Procedure;
  history: readonly LineChange[];
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
  const { line, procedure, history, uses, names, contentOf, allowed } = view;
  return {
    ...presentLine(line),
    details: maskedForm(fieldsOf(procedure), line.details),
    history: history.map(({ op, atMs, caseNo, actor, commandId }) => ({
      op,
      at: isoOf(atMs),
      case: caseNo,
      actor: actor === 'system' ? ('system' as const) : presentActor(actor, names),
      reasons: actor === 'system' || commandId === null ? null : reasonsIn(contentOf(commandId)),
    })),
    uses: uses.map(({ atMs, count, againstPurpose, commandId }) => ({
      ...{ at: isoOf(atMs), count, againstPurpose, purpose: purposeIn(contentOf(commandId)) },
    })),
    allowedActions: allowed,
  };
};
