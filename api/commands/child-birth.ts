import {
  type Actor,
  type CaseState,
  decide,
  isRefusal,
  type SystemCommand,
  unborn,
} from '../../cases/index.ts';
import { askedFields, chosenFacts } from '../../procedures/asked.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { type BearChild, type LoadedCase, RecordConflict, type StoredCommand } from '../../store/index.ts';
import { rulesForNew } from '../calendars.ts';
import type { ApiDeps } from '../deps.ts';
import { formAsItStands, supplementIdsOf } from '../forms/as-it-stands.ts';
import type { Contents } from '../forms/check.ts';
import { newQueryCode } from '../intake/query-code.ts';
import { titleOf } from '../intake/subject.ts';
import type { Content } from '../present/writings.ts';
import { targetsAt } from '../targets.ts';
import { digestOf } from './keys.ts';

type Deps = Pick<ApiDeps, 'store' | 'engine' | 'calendars' | 'logger'>;
type OpenChild = Extract<SystemCommand, { type: 'open-child' }>;

export const isChildBirth = (command: StoredCommand): boolean =>
  (command.body as { type?: unknown } | null)?.type === 'bear-child';

/**
 * Files the case that another one waits for, with what that one has to say to it, then starts its run without waiting for it. May be
 * repeated and done by several at once: the case is born once.
 */
export const carryOutChildBirth = async (
  deps: Deps,
  { id, body, receivedAtMs }: StoredCommand,
): Promise<void> => {
  const { store, engine } = deps;
  const asked = body as BearChild;
  if ((await store.record.load(asked.no)) === null) await bear(deps, id, asked, receivedAtMs);
  await store.record.append(asked.no, [], { commandDone: { id } });
  await engine.start(asked.no);
};

const bear = async (deps: Deps, id: string, asked: BearChild, atMs: number): Promise<void> => {
  const { store, calendars, logger } = deps;
  const procedure = procedureById(asked.procedure);
  const parent = await store.record.load(asked.parent);
  if (procedure === null || parent === null) throw new Error(`${id}: no procedure or no waiting case`);
  const submitter = asked.openedBy === 'system' ? parent.state.submitter : asked.openedBy;
  const form = formFrom(
    procedure,
    await standing(deps, parent),
    parent.state,
    await writtenWith(deps, asked),
  );
  const command: OpenChild = {
    ...{ type: 'open-child', id, no: asked.no, parent: asked.parent, submitter },
    ...{
      procedure: procedure.id,
      edition: procedure.edition.id,
      ...(await targetsAt(deps, procedure, atMs)),
    },
    parties: await partiesFor(deps, procedure, submitter, parent.state),
    facts: factsFrom(procedure, parent.state),
    digest: digestOf(form),
  };
  const events = decide(rulesForNew(calendars, procedure, command), unborn, command, atMs);
  if (isRefusal(events)) throw new Error(`${id} refused: ${events.code}`);
  const title = titleOf(procedure, form, null);
  const { family, jurisdiction } = procedure;
  const whose = { requesterPerson: submitter.personId, requesterDepartment: submitter.department };
  const file = { title, form, queryCode: newQueryCode(), family, jurisdiction, ...whose };
  await store.record.birth({ events, file, command: { id } }).catch((error: unknown) => {
    // Another dispatcher was faster, and its query code is another.
    if (!(error instanceof RecordConflict)) throw error;
    logger.info({ case: asked.no }, 'child case had been filed already');
  });
};

const partiesFor = ({ store }: Deps, { jurisdiction }: Procedure, submitter: Actor, parent: CaseState) =>
  store.people.partiesFor({
    jurisdiction,
    submitter,
    resourceDepartment: parent.parties['data-provider'],
  });

const factsFrom = ({ form }: Procedure, { facts }: CaseState): CaseState['facts'] =>
  chosenFacts(form, (name) => facts[name]);

/** What was written with the act that opened the case. */
type Written = { reasons?: string; fields?: Record<string, unknown> };

/**
 * The fields that the new form shares with that of the waiting case and with the decision that opened it, and the choices that are facts
 * of that case; why it came to this is the first text that nothing else tells.
 */
const formFrom = (
  { form: fields }: Procedure,
  filed: Contents,
  state: CaseState,
  { reasons, fields: decided }: Written,
): Contents => {
  const given = { ...filed, ...decided };
  const told = Object.entries(askedFields(fields, state.facts)).flatMap(([name, { type, steers }]) => {
    const chosen = type === 'choice' && steers !== undefined ? state.facts[steers] : undefined;
    const value = chosen ?? given[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const form: Contents = Object.fromEntries(told);
  const untold = Object.entries(fields).find(([name, { type }]) => type === 'text' && !(name in form))?.[0];
  return untold === undefined || typeof reasons !== 'string' ? form : { ...form, [untold]: reasons };
};

const standing = async ({ store }: Deps, { file, state }: LoadedCase): Promise<Contents> => {
  const ids = supplementIdsOf(state);
  const contents = ids.length === 0 ? null : await store.record.contents(ids);
  return formAsItStands(file.form as Contents, state, (id) => (contents?.get(id) as Content) ?? null);
};

const writtenWith = async ({ store }: Deps, { openedWith }: BearChild): Promise<Written> => {
  if (openedWith === null) return {};
  return ((await store.record.contents([openedWith])).get(openedWith) ?? {}) as Written;
};
