import { z } from 'zod';
import { dayOf, textOfDay } from '../../calendar/index.ts';
import type { PersonCommand } from '../../cases/index.ts';
import { refusalOf } from '../../cases/index.ts';
import type { RegisterId } from '../../procedures/schema.ts';
import { type LineChange, type LineScope, MALFORMED_CURSOR, type RegisterLine } from '../../store/index.ts';
import { contentsOf, findCase, procedureOf, seenBy } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { countedOn, DEFAULT_LIMIT, listAnswer, malformedCursor, pagingOf } from '../lists.ts';
import { notFound } from '../problems/problem.ts';
import { type Backdrop, peopleIn, presentColumns } from '../registers/columns.ts';
import {
  type CaseBehind,
  type ChangeView,
  presentChange,
  presentLine,
  presentLineInFull,
} from '../registers/present.ts';
import { isRegister, REGISTERS } from '../registers/titles.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import {
  lineChangeSchema,
  lineInFullSchema,
  lineSchema,
  lineStateSchema,
  progressSchema,
  registerSchema,
} from '../schemas/register.ts';
import { actorsOf, oversees, supervisionScope, type Viewer } from '../security/viewer.ts';

/** Lines of the viewer's own departments and of jurisdictions the viewer watches over. */
export const lineScopeOf = (viewer: Viewer): LineScope =>
  oversees(viewer)
    ? 'all'
    : {
        departments: [...new Set(viewer.grants.map(({ department }) => department))],
        jurisdictions: supervisionScope(viewer)?.jurisdictions ?? [],
      };

/** The civil day as of which lines are shown. */
export const todayOf = ({ clock }: Desk): string => textOfDay(dayOf(clock.nowMs()));

const GRANT_ACTS = [
  ...(['suspend', 'resume', 'revoke'] as const).map((change) => ({
    name: change as string,
    body: { type: 'change-grant' as const, change, gives: ['reasons' as const] },
  })),
  { name: 'uses', body: { type: 'record-use' as const, count: 1, againstPurpose: false } },
];

/** What the viewer may do with a grant now. */
const allowedOn = async (desk: Desk, viewer: Viewer, line: RegisterLine): Promise<string[]> => {
  if (line.register !== 'data-grants' || !viewer.rights.has('case:act')) return [];
  const found = await findCase(desk, viewer, line.caseNo);
  if (found === null) return [];
  const nowMs = desk.clock.nowMs();
  const may = (body: object): boolean =>
    actorsOf(viewer).some(
      (actor) =>
        refusalOf(found.rules, found.state, { ...body, id: '', actor } as PersonCommand, nowMs) === null,
    );
  return GRANT_ACTS.filter(({ body }) => may(body)).map(({ name }) => name);
};

/** The cases behind changes of a line whose words the viewer may read: those the viewer sees, and the one that the line shows itself. */
const withCases = async (
  desk: Desk,
  viewer: Viewer,
  line: RegisterLine,
  changes: readonly LineChange[],
): Promise<ChangeView[]> => {
  const numbers = [...new Set(changes.map(({ caseNo }) => caseNo))];
  const behind = await Promise.all(
    numbers.map(async (no): Promise<[string, CaseBehind][]> => {
      const loaded = await desk.store.record.load(no);
      if (loaded === null) return [];
      if (no !== line.caseNo && (await seenBy(desk, viewer, loaded)) === null) return [];
      const { state, file } = loaded;
      return [[no, { title: file.title, procedure: procedureOf(state.procedure, state.edition) }]];
    }),
  );
  const byNumber = new Map(behind.flat());
  return changes.map((change) => ({ ...change, behind: byNumber.get(change.caseNo) ?? null }));
};

/** Who made the changes, and what was written with them. */
const writingsOf = async (
  desk: Desk,
  written: readonly { commandId: string | null; actor?: LineChange['actor'] }[],
) => {
  const commands = written.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
  const people = written.flatMap(({ actor = 'system' }) => (actor === 'system' ? [] : [actor.personId]));
  const [names, contentOf] = await Promise.all([desk.store.people.names(people), contentsOf(desk, commands)]);
  return { names, contentOf };
};

/** What the lines of a page are shown with: the same few questions for one line as for many. */
const backdropOf = async (
  { store }: Desk,
  register: RegisterId,
  lines: readonly RegisterLine[],
): Promise<Backdrop> => {
  const behind = await store.registers.behind(register, lines);
  const people = peopleIn(behind);
  return { ...behind, names: people.length === 0 ? new Map() : await store.people.names(people) };
};

/** The line with its latest changes, as the viewer may see it; null: none. */
export const showLine = async (desk: Desk, viewer: Viewer, register: RegisterId, id: string) => {
  const { store } = desk;
  const line = await store.registers.line({ register, key: id }, lineScopeOf(viewer), todayOf(desk));
  if (line === null) return null;
  const [backdrop, latest, changes, uses] = await Promise.all([
    backdropOf(desk, register, [line]),
    store.registers.history(line, { limit: DEFAULT_LIMIT }),
    store.registers.countHistory(line),
    line.name === null ? store.registers.uses(line.caseNo) : [],
  ]);
  const told = latest === MALFORMED_CURSOR ? [] : latest.items.toReversed();
  const [history, writings, allowed] = await Promise.all([
    withCases(desk, viewer, line, told),
    writingsOf(desk, [...told, ...uses]),
    allowedOn(desk, viewer, line),
  ]);
  return presentLineInFull({ line, backdrop, history, changes, uses, ...writings, allowed });
};

const lineParams = z.object({ register: z.string().min(1).max(40), id: z.string().min(1).max(120) });

/** Registers (台账): what cases have granted, opened or changed. */
export const registerRoutes = (desk: Desk): Route[] => {
  const { store } = desk;
  const tag = '台账';
  const registers = route({
    method: 'get',
    path: '/api/v1/registers',
    access: 'case:read',
    audit: 'LIST_REGISTERS',
    tag,
    summary: '全部台账及条目数',
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '台账', schema: listOf(registerSchema) } },
    async handle({ query, viewer, req }) {
      const counts = await store.registers.counts(lineScopeOf(viewer), todayOf(desk));
      const items = Object.entries(REGISTERS).map(([register, title]) => {
        const byState = { open: 0, marked: 0, suspended: 0, expired: 0, closed: 0 };
        for (const count of counts) if (count.register === register) byState[count.state] = count.lines;
        const lines = Object.values(byState).reduce((sum, n) => sum + n, 0);
        return { register, title, lines, byState, columns: presentColumns(register as RegisterId) };
      });
      return shortListAnswer(req, query, { list: 'registers', items, idOf: ({ register }) => register });
    },
  });

  const lines = route({
    method: 'get',
    path: '/api/v1/registers/{register}',
    access: 'case:read',
    audit: 'LIST_REGISTER_LINES',
    tag,
    summary: '一本台账的条目，最近变动的在前',
    params: z.object({ register: z.string().min(1).max(40) }),
    query: z.strictObject({
      ...pageQuery,
      q: filterText().meta({ description: '名称、标题或立账办件编号中的文字' }),
      state: lineStateSchema.optional(),
      reached: progressSchema.optional(),
      department: filterText(),
      expiresBefore: z.iso.date().optional().meta({ description: '期限早于此日的条目' }),
    }),
    responses: { 200: { description: '条目', schema: listOf(lineSchema) } },
    async handle({ params: { register }, query: { limit, cursor, count, ...filter }, viewer, req }) {
      if (!isRegister(register)) return notFound();
      const asked = { register, scope: lineScopeOf(viewer), asOf: todayOf(desk), ...filter };
      const page = await store.registers.list({ ...asked, ...pagingOf({ limit, cursor }) });
      if (page === MALFORMED_CURSOR) return malformedCursor();
      const counted = await countedOn({ count }, page, () => store.registers.count(asked));
      const backdrop = await backdropOf(desk, register, page.items);
      return listAnswer(req, counted, (line) => presentLine(line, backdrop));
    },
  });

  const one = route({
    method: 'get',
    path: '/api/v1/registers/{register}/{id}',
    access: 'case:read',
    audit: 'READ_REGISTER_LINE',
    tag,
    summary: '一个条目及其全部变动',
    params: lineParams,
    responses: { 200: { description: '条目', schema: lineInFullSchema } },
    async handle({ params: { register, id }, viewer }) {
      const shown = isRegister(register) ? await showLine(desk, viewer, register, id) : null;
      return shown === null ? notFound() : ok(shown);
    },
  });

  const history = route({
    method: 'get',
    path: '/api/v1/registers/{register}/{id}/history',
    access: 'case:read',
    audit: 'READ_REGISTER_LINE_HISTORY',
    tag,
    summary: '一个条目的全部变动及各自所由的办件，最近的在前',
    params: lineParams,
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '变动', schema: listOf(lineChangeSchema) } },
    async handle({ params: { register, id }, query, viewer, req }) {
      const line = isRegister(register)
        ? await store.registers.line({ register, key: id }, lineScopeOf(viewer), todayOf(desk))
        : null;
      if (line === null) return notFound();
      const page = await store.registers.history(line, pagingOf(query));
      if (page === MALFORMED_CURSOR) return malformedCursor();
      const [items, writings] = await Promise.all([
        withCases(desk, viewer, line, page.items),
        writingsOf(desk, page.items),
      ]);
      const counted = await countedOn(query, { ...page, items }, () => store.registers.countHistory(line));
      return listAnswer(req, counted, (change) => presentChange(change, writings));
    },
  });

  return [registers, lines, one, history];
};
