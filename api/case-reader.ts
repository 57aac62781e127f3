import { type AllowedAct, allowedActs, type CaseEvent, type CaseState, type Rules } from '../cases/index.ts';
import { procedureById } from '../procedures/index.ts';
import type { Procedure } from '../procedures/schema.ts';
import { withTargets } from '../procedures/targets.ts';
import type { LoadedCase, Writings } from '../store/index.ts';
import { withAddressees } from './acts/addressee.ts';
import { withDocument } from './acts/document.ts';
import { calendarFor, rulesOf } from './calendars.ts';
import { hasCalls } from './calls/calling.ts';
import type { Desk } from './deps.ts';
import { documentsOfCases } from './documents.ts';
import { formAsItStands, supplementIdsOf } from './forms/as-it-stands.ts';
import type { Contents } from './forms/check.ts';
import { peopleOfCalls, presentCall } from './present/call.ts';
import { contentIdsOf, type FiledCase, type Linked, peopleOf, presentCase } from './present/case.ts';
import type { CalendarOf } from './present/clock.ts';
import type { Told } from './present/clock-changes.ts';
import {
  type Content,
  type ContentOf,
  type Reader,
  writingsFor as writingsAsSeen,
} from './present/writings.ts';
import { isInside, type Sight, sightOf } from './security/sight.ts';
import { actorsOf, listGrants, type Viewer } from './security/viewer.ts';

/** A case that the viewer may see, with everything needed to show it or to act in it. */
export type SeenCase = {
  state: CaseState;
  file: FiledCase;
  /** Its edition with the targets it was filed under. */
  procedure: Procedure;
  rules: Rules;
  sight: Sight;
  reader: Reader;
};

export const calendarOf =
  ({ calendars }: Pick<Desk, 'calendars'>): CalendarOf =>
  (ref) =>
    calendarFor(calendars, ref);

/** The edition a case was accepted under. Editions are never taken away, so its absence is a fault of ours. */
export const procedureOf = (id: string, edition: string): Procedure => {
  const procedure = procedureById(id, edition);
  if (procedure === null) throw new Error(`no procedure ${id}@${edition}`);
  return procedure;
};

/** What was filed, its form as it stands by now; read where what was written since is not at hand. */
const standingFile = async (
  { store }: Pick<Desk, 'store'>,
  { state, file }: Recorded,
  atHand?: Writings,
): Promise<FiledCase> => {
  const missing = supplementIdsOf(state).filter((id) => !atHand?.contents.has(id));
  const read = missing.length === 0 ? null : await store.record.contents(missing);
  const contents = new Map([...(atHand?.contents ?? []), ...(read ?? [])]);
  return { ...file, form: formAsItStands(file.form as Contents, state, contentOf(contents)) };
};

const seen = async (
  desk: Desk,
  viewer: Viewer,
  recorded: Recorded,
  sight: Sight,
  atHand?: Writings,
): Promise<SeenCase> => {
  const { state } = recorded;
  const procedure = withTargets(procedureOf(state.procedure, state.edition), state.targets ?? []);
  const file = await standingFile(desk, recorded, atHand);
  const reader = { sight, inside: isInside(viewer, state, sight), decided: state.status === 'closed' };
  return { state, file, procedure, rules: rulesOf(desk.calendars, procedure, state), sight, reader };
};

/** The case, or null when there is none or it is not the viewer's to see. */
export const findCase = async (desk: Desk, viewer: Viewer, no: string): Promise<SeenCase | null> => {
  const loaded = await desk.store.record.load(no);
  return loaded === null ? null : await seenBy(desk, viewer, loaded);
};

/** A case that has been read, as the viewer may see it; null when it is not the viewer's to see. */
export const seenBy = async (
  desk: Desk,
  viewer: Viewer,
  loaded: LoadedCase & { writings?: Writings },
): Promise<SeenCase | null> => {
  const sight = (await directSight(desk, viewer, loaded)) ?? (await sightByKin(desk, viewer, loaded));
  return sight === null ? null : await seen(desk, viewer, loaded, sight, loaded.writings);
};

/**
 * The case behind a line of a register that the viewer sees: what may be done with the line is the decider's to say, whether or not the case
 * is the viewer's to see. Where it is not, everything personal is masked.
 */
export const behindLine = async (desk: Desk, viewer: Viewer, loaded: LoadedCase): Promise<SeenCase> =>
  (await seenBy(desk, viewer, loaded)) ?? seen(desk, viewer, loaded, 'overseeing');

const directSight = async (desk: Desk, viewer: Viewer, { state }: LoadedCase): Promise<Sight | null> =>
  sightOf(viewer, state, procedureOf(state.procedure, state.edition)) ??
  (await sightByLists(desk, viewer, state.no));

/** A case that waits and the one it waits for are one matter: who sees either sees the other, personal data masked. */
const sightByKin = async (desk: Desk, viewer: Viewer, { state }: LoadedCase): Promise<Sight | null> => {
  const kin = [...(state.parent === null ? [] : [state.parent]), ...state.children.map(({ no }) => no)];
  for (const no of kin) {
    const loaded = await desk.store.record.load(no);
    if (loaded !== null && (await directSight(desk, viewer, loaded)) !== null) return 'overseeing';
  }
  return null;
};

/** What the lists show, the case itself shows too: copies, and work of a department the viewer leads. */
const sightByLists = async ({ store }: Desk, viewer: Viewer, no: string): Promise<Sight | null> =>
  (await store.cases.visibleTo(viewer.personId, listGrants(viewer), no)) ? 'overseeing' : null;

/** All that any part of the viewer allows; acts of two parts on one task are one. */
const allowedFor = (viewer: Viewer, { state, rules }: SeenCase, nowMs: number): AllowedAct[] => {
  const acts = actorsOf(viewer).flatMap((actor) => allowedActs(rules, state, actor, nowMs));
  const may = (act: AllowedAct): boolean =>
    viewer.rights.has(act.act === 'decide' ? 'case:decide' : 'case:act');
  return [
    ...new Map(acts.filter(may).map((act) => [`${act.act} ${'task' in act ? act.task : ''}`, act])).values(),
  ];
};

/** Contents of the commands named, as a lookup. */
export const contentsOf = async ({ store }: Desk, ids: readonly string[]): Promise<ContentOf> => {
  return contentOf(await store.record.contents(ids));
};

const contentOf =
  (contents: Writings['contents']): ContentOf =>
  (id) =>
    (contents.get(id) as Content | undefined) ?? null;

/** Names and writings behind events, as far as the reader may see them. */
export const toldOf = async (
  { store }: Desk,
  reader: Reader,
  events: readonly Pick<CaseEvent, 'actor' | 'commandId'>[],
): Promise<Told> => {
  const ids = events.flatMap(({ commandId }) => commandId ?? []);
  const authors = await store.record.authors(ids);
  const people = events.flatMap(({ actor }) => (actor === 'system' ? [] : [actor.personId]));
  people.push(...[...authors.values()].map(({ personId }) => personId));
  const { contents, names } = await store.record.writings(ids, people);
  const writingsOf = writingsAsSeen(reader, contentOf(contents));
  return { names, writingsOf, authorOf: (id) => authors.get(id) ?? null };
};

/** What the case is shown with, read where it is not at hand. */
const writingsFor = async (
  { store }: Desk,
  commandIds: string[],
  personIds: string[],
  atHand: Writings | undefined,
): Promise<Writings> => {
  const commands = commandIds.filter((id) => !atHand?.contents.has(id));
  const people = personIds.filter((id) => id !== '' && !atHand?.names.has(id));
  if (atHand !== undefined && commands.length === 0 && people.length === 0) return atHand;
  const read = await store.record.writings(commands, people);
  return atHand === undefined
    ? read
    : {
        contents: new Map([...atHand.contents, ...read.contents]),
        names: new Map([...atHand.names, ...read.names]),
      };
};

/**
 * Cases that this one is linked with, by an act in either. Of one that is not the viewer's to see there is the number alone where this case
 * says it itself, and nothing where only the other does.
 */
const linksOf = async (desk: Desk, viewer: Viewer, { no, links }: CaseState): Promise<Linked[]> => {
  const others = [...new Set([...links, ...(await desk.store.cases.linkedTo(no))])];
  const found = await Promise.all(others.map((other) => findCase(desk, viewer, other)));
  return others.flatMap((other, n) => {
    const seenOther = found[n];
    const told = seenOther == null ? null : { title: seenOther.file.title, procedure: seenOther.procedure };
    return told === null && !links.includes(other) ? [] : [{ no: other, told }];
  });
};

/** The case as JSON, fresh, as the viewer may see it. */
export const showCase = async (desk: Desk, viewer: Viewer, found: SeenCase, atHand?: Writings) => {
  const { state, file, procedure, reader } = found;
  const calls = hasCalls(procedure) ? await desk.store.calls.ofCase(state.no) : [];
  const people = [...peopleOf(state, file.requesterPerson), ...peopleOfCalls(calls)];
  const [{ names, contents }, documents, links] = await Promise.all([
    writingsFor(desk, contentIdsOf(state), people, atHand),
    documentsOfCases(desk, [state]),
    linksOf(desk, viewer, state),
  ]);
  const nowMs = desk.clock.nowMs();
  const allowed = allowedFor(viewer, found, nowMs).map(withAddressees(found)).map(withDocument);
  return presentCase({
    state,
    file,
    procedure,
    calendarOf: calendarOf(desk),
    documents,
    names,
    contentOf: contentOf(contents),
    calls: calls.map((call) => presentCall(call, { names, nowMs, personId: viewer.personId })),
    reader,
    allowed,
    links,
    nowMs,
  });
};

/** A case as it is in the record. */
export type Recorded = Pick<LoadedCase, 'state' | 'file'>;

/** A case that must be there. Throws when it is not: that would be a fault of ours. */
export const recorded = async ({ store }: Desk, no: string): Promise<Recorded> => {
  const loaded = await store.record.load(no);
  if (loaded === null) throw new Error('a case that was acted in is not in the record');
  return loaded;
};

/** The case after an act of the viewer, who may by it have lost sight of it: then with everything personal masked. */
export const showRecorded = async (desk: Desk, viewer: Viewer, found: Recorded, atHand?: Writings) => {
  const { state } = found;
  const sight = sightOf(viewer, state, procedureOf(state.procedure, state.edition)) ?? 'overseeing';
  return showCase(desk, viewer, await seen(desk, viewer, found, sight, atHand), atHand);
};

/** The writings at hand after an act of the viewer's: those read before it, and its own. */
export const withOwn = (
  before: Writings | null,
  { personId, name }: Viewer,
  { id, content }: { id: string; content: unknown },
): Writings => ({
  contents: new Map([...(before?.contents ?? []), [id, content]]),
  names: new Map([...(before?.names ?? []), [personId, name]]),
});
