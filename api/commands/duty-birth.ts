import { decide, isRefusal, type SystemCommand, unborn } from '../../cases/index.ts';
import { procedureEverywhere } from '../../procedures/index.ts';
import { type BearDuty, RecordConflict, type StoredCommand } from '../../store/index.ts';
import { rulesForNew } from '../calendars.ts';
import type { ApiDeps } from '../deps.ts';
import { factsOf } from '../forms/facts.ts';
import { newQueryCode } from '../intake/query-code.ts';
import { titleOf } from '../intake/subject.ts';
import { targetsAt } from '../targets.ts';
import { digestOf } from './keys.ts';

type Deps = Pick<ApiDeps, 'store' | 'engine' | 'calendars' | 'logger'>;
type OpenDuty = Extract<SystemCommand, { type: 'open-duty' }>;

export const isDutyBirth = (command: StoredCommand): boolean =>
  (command.body as { type?: unknown } | null)?.type === 'bear-duty';

/**
 * Opens the case of a duty that has come up for a unit, as from the day it came up, then starts its run. No person files it. May be
 * repeated and done by several at once: the case is born once, under the number it was given when it was asked for.
 */
export const carryOutDutyBirth = async (
  deps: Deps,
  { id, body, receivedAtMs }: StoredCommand,
): Promise<void> => {
  const { store, engine } = deps;
  const asked = body as BearDuty;
  if ((await store.record.load(asked.no)) === null) await bear(deps, id, asked, receivedAtMs);
  await store.record.append(asked.no, [], { commandDone: { id } });
  await engine.start(asked.no);
};

const bear = async (deps: Deps, id: string, asked: BearDuty, atMs: number): Promise<void> => {
  const { store, calendars, logger } = deps;
  const { no, department, role, period } = asked;
  const procedure = procedureEverywhere(asked.procedure).find(
    ({ jurisdiction }) => jurisdiction === asked.jurisdiction,
  );
  if (procedure === undefined) throw new Error(`${id}: no procedure`);
  const { family, jurisdiction } = procedure;
  const form = 'period' in procedure.form ? { period } : {};
  const command: OpenDuty = {
    ...{ type: 'open-duty', id, no, department, role, digest: digestOf(form) },
    facts: factsOf(procedure.form, form, atMs),
    ...{
      procedure: procedure.id,
      edition: procedure.edition.id,
      ...(await targetsAt(deps, procedure, atMs)),
    },
    parties: await store.people.partiesFor({
      jurisdiction,
      submitter: { role, department },
      resourceDepartment: department,
    }),
  };
  const events = decide(rulesForNew(calendars, procedure, command), unborn, command, atMs);
  if (isRefusal(events)) throw new Error(`${id} refused: ${events.code}`);
  const title = `${titleOf(procedure, {}, null)}：${period}`;
  const whose = { requesterPerson: '', requesterDepartment: department };
  const file = { title, form, queryCode: newQueryCode(), family, jurisdiction, ...whose };
  await store.record.birth({ events, file, command: { id } }).catch((error: unknown) => {
    // Another dispatcher was faster, and its query code is another.
    if (!(error instanceof RecordConflict)) throw error;
    logger.info({ case: no }, 'duty case had been opened already');
  });
};
