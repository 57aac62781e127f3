import { isoOf } from '../../calendar/index.ts';
import { type Column, type Derived, fieldsFor } from '../../procedures/columns.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import { choicesOf, type Field, type Fields } from '../../procedures/fields.ts';
import { columnsOf, REGISTER_COLUMNS } from '../../procedures/register-columns.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { SHARE_CLASS_WORDS } from '../../procedures/words.ts';
import type { BehindLines, CaseOfLine, RegisterLine, StandingChange } from '../../store/index.ts';
import { procedureOf } from '../case-reader.ts';
import { maskedContents, maskedField } from '../present/form.ts';
import { staffName } from '../present/staff.ts';
import type { Names } from '../problems/of-refusal.ts';
import { fieldsOf } from './fields.ts';
import type { Pointer, TitlesOf } from './pointers.ts';

/** What a column of a line shows: words, a list of them, a number, or nothing. */
export type Cell = string | string[] | number | null;

/** What the lines of a page are shown with; `titles`: of what their columns point at. */
export type Backdrop = BehindLines & { names: Names; titles: TitlesOf };

const EVEN = /\s+/gu;
const evenly = (text: string): string => text.normalize('NFKC').replaceAll(EVEN, '').toLowerCase();

/** A value as its field has it: choices by their names, parties as name and number, all masked. */
const cellOf = (field: Field, value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (field.type === 'choice') return field.options[String(value)] ?? String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const shown = maskedContents(maskedField(field, value));
  if (Array.isArray(shown)) return shown.map(String);
  if (typeof shown === 'number') return shown;
  if (typeof shown !== 'object' || shown === null) return String(shown);
  const { name, idNumber, creditCode } = shown as Record<string, unknown>;
  return [name, idNumber ?? creditCode].filter((part) => part !== undefined).join(' ');
};

/** Of a list told together with the names of several things, what stands where the line's own name stands. */
const ownPart = (line: RegisterLine, alongside: string | undefined, of: string): unknown => {
  const value = line.details[of];
  if (alongside === undefined || line.toldBy[alongside]?.[0] !== line.toldBy[of]?.[0]) return value;
  const names = line.details[alongside];
  if (!Array.isArray(value) || !Array.isArray(names) || names.length !== value.length) return value;
  const own = names.findIndex((name) => evenly(String(name)) === evenly(line.name ?? ''));
  return own === -1 ? value : [value[own]];
};

const editionOf = ({ procedure, edition }: CaseOfLine): Procedure => procedureOf(procedure, edition);

/** The field that each part of the details was told by, in the edition of the case that told it last. */
export const fieldsTold = ({ toldBy }: RegisterLine, { cases }: BehindLines): Fields =>
  Object.fromEntries(
    Object.entries(toldBy).flatMap(([name, [, caseNo]]) => {
      const told = cases.get(caseNo);
      const field = told === undefined ? undefined : fieldsOf(editionOf(told))[name];
      return field === undefined ? [] : [[name, field]];
    }),
  );

/** What was said last of all that fills the column, and the field that said it. */
const saidLast = (line: RegisterLine, column: Column, { cases }: BehindLines): Said | null => {
  let best: (Said & { order: number }) | null = null;
  for (const [name, [order, caseNo]] of Object.entries(line.toldBy)) {
    const told = cases.get(caseNo);
    if (told === undefined || (column.whileOpen === true && told.status !== 'open')) continue;
    const procedure = editionOf(told);
    const fields = fieldsFor(column, procedure);
    const field = fieldsOf(procedure)[name];
    if (field === undefined || !fields.includes(name)) continue;
    const later = order - fields.indexOf(name) / (fields.length + 1);
    if (best !== null && later <= best.order) continue;
    best = { order: later, field, value: ownPart(line, column.alongside, name) };
  }
  return best;
};
type Said = { field: Field; value: unknown };
const saidCell = (line: RegisterLine, column: Column, backdrop: BehindLines): Cell => {
  const said = saidLast(line, column, backdrop);
  return said === null ? null : cellOf(said.field, said.value);
};

/** What stands on a line, in words: the matter of the case, and what of it the form says. */
const standingTitle = ({ caseNo }: StandingChange, { cases }: Backdrop): string => {
  const behind = cases.get(caseNo);
  if (behind === undefined) return caseNo;
  const { title, form } = editionOf(behind);
  const matter = choicesOf(form, 'matter')[String(behind.facts.matter)];
  return matter === undefined ? title : `${title}（${matter}）`;
};

/** Marks and suspensions that stand on a line, the earliest first. */
export const standingOf = ({ key }: RegisterLine, backdrop: Backdrop) =>
  (backdrop.standing.get(key) ?? []).map((put) => ({
    op: put.op,
    since: isoOf(put.atMs),
    case: put.caseNo,
    title: standingTitle(put, backdrop),
  }));

/** Where the case that opened a line has got to: its open stages, or how it ended. */
const stepOf = ({ caseNo, register }: RegisterLine, { cases }: Backdrop): Cell => {
  const behind = cases.get(caseNo);
  if (behind === undefined) return null;
  const procedure = editionOf(behind);
  if (!opens(procedure, register)) return null;
  return behind.result === null
    ? behind.openStages.map((stage) => stageTitle(procedure, stage))
    : (procedure.endings[behind.result] ?? null);
};
const opens = ({ stages, onEnding = {} }: Procedure, register: RegisterLine['register']): boolean =>
  [
    ...Object.values(onEnding).flat(),
    ...Object.values(stages).flatMap(({ outcomes }) =>
      Object.values(outcomes).flatMap(({ effects = [] }) => effects),
    ),
  ].some((effect) => effect.register === register && effect.op === 'open');

/** The seal on a document: a mark that stands. Whoever changes the document takes it back, and the sign-off with it (LZ-P 第一百四十一条). */
const sealOn = ({ key }: RegisterLine, { standing }: Backdrop): StandingChange | undefined =>
  standing.get(key)?.find(({ op }) => op === 'mark');
/** The decision by which the document was signed off last, as long as that stands: not while it is approved over again. */
const signOffOf = ({ state, caseNo, toldBy }: RegisterLine, { decisions }: Backdrop) => {
  if (state !== 'open' && state !== 'marked') return undefined;
  const cases = new Set([caseNo, ...Object.values(toldBy).map(([, no]) => no)]);
  return [...cases]
    .flatMap((no) => decisions.get(`${no} sign sign`) ?? [])
    .toSorted((one, other) => other.atMs - one.atMs)[0];
};

export const isoOrNull = (atMs: number | undefined): string | null =>
  atMs === undefined ? null : isoOf(atMs);

const DERIVED: Record<Derived, (line: RegisterLine, backdrop: Backdrop) => Cell> = {
  until: ({ until }) => until,
  'suspended-since': (line, backdrop) =>
    standingOf(line, backdrop).find(({ op }) => op === 'suspend')?.since ?? null,
  'closed-at': ({ key }, { closedAtMs }) => isoOrNull(closedAtMs.get(key)),
  marks: (line, backdrop) =>
    standingOf(line, backdrop).map(({ title, since }) => `${title}，自${since.slice(0, 10)}`),
  uses: ({ caseNo }, { uses }) => uses.get(caseNo)?.uses ?? 0,
  'uses-against-purpose': ({ caseNo }, { uses }) => uses.get(caseNo)?.againstPurpose ?? 0,
  'uses-after-end': ({ caseNo }, { uses }) => uses.get(caseNo)?.afterEnd ?? 0,
  owner: ({ key }, { entries }) => entries.get(key)?.department ?? null,
  'share-type': ({ key }, { entries }) => {
    const type = entries.get(key)?.shareType;
    return type === undefined ? null : SHARE_CLASS_WORDS[type];
  },
  conditions: ({ key }, { entries }) => entries.get(key)?.conditions ?? null,
  'update-rhythm': ({ key }, { entries }) => entries.get(key)?.updateRhythm ?? null,
  responsible: ({ key }, { entries }) => entries.get(key)?.responsible ?? null,
  version: ({ key }, { entries }) => entries.get(key)?.versions ?? null,
  step: stepOf,
  'signed-off-by': (line, backdrop) => {
    const decision = signOffOf(line, backdrop);
    return decision === undefined ? null : staffName(backdrop.names, decision.by.personId);
  },
  'signed-off-at': (line, backdrop) => isoOrNull(signOffOf(line, backdrop)?.atMs),
  'sealed-at': (line, backdrop) => isoOrNull(sealOn(line, backdrop)?.atMs),
  matter: ({ caseNo }, { cases }) => {
    const behind = cases.get(caseNo);
    return behind === undefined ? null : editionOf(behind).title;
  },
};

/** The columns of a line filled in; those that its kind of thing does not have are left out. */
export const cellsOf = (line: RegisterLine, backdrop: Backdrop): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(columnsOf(line.register, line.thing)).map(([id, column]) => {
      const derived = column.derived === undefined ? null : DERIVED[column.derived](line, backdrop);
      return [id, derived ?? saidCell(line, column, backdrop)];
    }),
  );

/** Columns that show the id of a department or of an entry of the catalogue: which one of which. */
export const pointersOf = (line: RegisterLine, behind: BehindLines): Record<string, Pointer> =>
  Object.fromEntries(
    Object.entries(columnsOf(line.register, line.thing)).flatMap(([column, rule]): [string, Pointer][] => {
      const entry = behind.entries.get(line.key);
      const derived = { owner: entry?.department, responsible: entry?.responsible };
      const department = derived[rule.derived as keyof typeof derived];
      if (typeof department === 'string') return [[column, { kind: 'department', id: department }]];
      const said = saidLast(line, rule, behind);
      const kind = said?.field.type;
      if (kind !== 'department' && kind !== 'resource') return [];
      return typeof said?.value === 'string' ? [[column, { kind, id: said.value }]] : [];
    }),
  );

/** People whose names the columns of these lines show. */
export const peopleIn = ({ decisions }: BehindLines): string[] => [
  ...new Set([...decisions.values()].map(({ by }) => by.personId)),
];

/** The head of a register. */
export const presentColumns = (register: RegisterLine['register']) =>
  Object.entries(REGISTER_COLUMNS[register]).map(([id, { title, of, masks }]) => ({
    ...{ id, title, things: of ?? null, masks: masks ?? 'numbers' },
  }));
