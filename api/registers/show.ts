import { dayOf, textOfDay } from '../../calendar/index.ts';
import type { PersonCommand } from '../../cases/index.ts';
import { refusalOf } from '../../cases/index.ts';
import type { RegisterId } from '../../procedures/schema.ts';
import {
  type BehindLines,
  isWithinScope,
  type LineChange,
  MALFORMED_CURSOR,
  type RegisterLine,
} from '../../store/index.ts';
import { behindLine, contentsOf, procedureOf, seenBy } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { DEFAULT_LIMIT } from '../lists.ts';
import type { GrantAct } from '../present/vocabulary.ts';
import { actorsOf, type Viewer } from '../security/viewer.ts';
import { type Backdrop, peopleIn, pointersOf } from './columns.ts';
import { type Pointer, titlesFor } from './pointers.ts';
import { type CaseBehind, type ChangeView, presentLineInFull } from './present.ts';
import { fullScopeOf, lineScopeOf } from './scope.ts';

/** The civil day as of which lines are shown. */
export const todayOf = ({ clock }: Desk): string => textOfDay(dayOf(clock.nowMs()));

const GRANT_ACTS = [
  ...(['suspend', 'resume', 'revoke'] as const).map((change) => ({
    name: change as GrantAct,
    body: { type: 'change-grant' as const, change, gives: ['reasons' as const] },
  })),
  { name: 'uses' as const, body: { type: 'record-use' as const, count: 1, againstPurpose: false } },
];

/** What the viewer may do with a grant now. */
const allowedOn = async (desk: Desk, viewer: Viewer, line: RegisterLine): Promise<GrantAct[]> => {
  if (line.register !== 'data-grants' || !viewer.rights.has('case:act')) return [];
  const loaded = await desk.store.record.load(line.caseNo);
  if (loaded === null) return [];
  const found = await behindLine(desk, viewer, loaded);
  const nowMs = desk.clock.nowMs();
  const may = (body: object): boolean =>
    actorsOf(viewer).some(
      (actor) =>
        refusalOf(found.rules, found.state, { ...body, id: '', actor } as PersonCommand, nowMs) === null,
    );
  return GRANT_ACTS.filter(({ body }) => may(body)).map(({ name }) => name);
};

/** Whether the viewer sees of the line more than its columns. */
const seesInFull = (viewer: Viewer, line: RegisterLine): boolean => isWithinScope(line, fullScopeOf(viewer));

/** The cases behind changes of a line whose words the viewer may read: those the viewer sees, and the one that the line shows itself. */
export const withCases = async (
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
      const isShown = no === line.caseNo && seesInFull(viewer, line);
      if (!isShown && (await seenBy(desk, viewer, loaded)) === null) return [];
      const { state, file } = loaded;
      return [[no, { title: file.title, procedure: procedureOf(state.procedure, state.edition) }]];
    }),
  );
  const byNumber = new Map(behind.flat());
  return changes.map((change) => ({ ...change, behind: byNumber.get(change.caseNo) ?? null }));
};

/** Who made the changes, and what was written with them. */
export const writingsOf = async (
  desk: Desk,
  written: readonly { commandId: string | null; actor?: LineChange['actor'] }[],
) => {
  const commands = written.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
  const people = written.flatMap(({ actor = 'system' }) => (actor === 'system' ? [] : [actor.personId]));
  const [names, contentOf] = await Promise.all([desk.store.people.names(people), contentsOf(desk, commands)]);
  return { names, contentOf };
};

/** All that a line points at: its departments, and what its columns show the id of. */
const pointersIn = (line: RegisterLine, behind: BehindLines): Pointer[] => [
  ...[line.department, line.ownerDepartment].flatMap((id) =>
    id === null ? [] : [{ kind: 'department' as const, id }],
  ),
  ...Object.values(pointersOf(line, behind)),
];

/** What the lines of a page are shown with: the same few questions for one line as for many. */
export const backdropOf = async (
  { store }: Desk,
  register: RegisterId,
  lines: readonly RegisterLine[],
): Promise<Backdrop> => {
  const behind = await store.registers.behind(register, lines);
  const people = peopleIn(behind);
  const [names, titles] = await Promise.all([
    people.length === 0 ? new Map() : store.people.names(people),
    titlesFor(
      store,
      lines.flatMap((line) => pointersIn(line, behind).map((pointer) => ({ line, pointer }))),
    ),
  ]);
  return { ...behind, names, titles };
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
  return presentLineInFull({
    line,
    inFull: seesInFull(viewer, line),
    backdrop,
    history,
    changes,
    uses,
    ...writings,
    allowed,
  });
};
