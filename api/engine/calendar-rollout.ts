import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { parentsOf } from '../../calendar/tables.ts';
import { adoptionId, type SystemCommand } from '../../cases/index.ts';
import { type RolloutId, type Store, SYSTEM_PERSON } from '../../store/index.ts';
import { casesMovedBy } from '../calendar-impact.ts';
import { type Calendars, newerFor } from '../calendars.ts';
import type { CaseEngine } from './types.ts';

export type CalendarRolloutDeps = {
  store: Store;
  engine: CaseEngine;
  calendars: Calendars;
  logger: Logger;
  /** Time of cases, epoch milliseconds. */
  nowMs: () => Promise<number>;
};

const BATCH = 100;
const SIDE_BY_SIDE = 16;
/** At most so many cases a second, so that people's own acts keep their pace. */
const PER_SECOND = 50;
const WAIT_MS = 10_000;

/**
 * Lets a case adopt the newest version of its calendar, by a command of its own that takes effect once; whether it has it now.
 */
export const adoptNewest = async (
  { store, engine, calendars, nowMs }: Omit<CalendarRolloutDeps, 'logger'>,
  caseNo: string,
): Promise<boolean> => {
  const held = await store.record.calendarOf(caseNo);
  const newest = held === null ? null : newerFor(calendars, held);
  if (newest === null) return true;
  const calendar = { id: newest.id, version: newest.version };
  const id = adoptionId(calendar, caseNo);
  const command: SystemCommand = { type: 'adopt-calendar', id, calendar };
  const receivedAtMs = await nowMs();
  const received = { id, caseNo, body: command, receivedAtMs };
  await store.commands.receive({
    ...{ ...received, personId: SYSTEM_PERSON, key: id },
    ...{ requestDigest: '', content: null },
  });
  return (await engine.execute(received, WAIT_MS)).kind === 'done';
};

/** What the roll-out of a calendar release does to the cases. All of it may be repeated; each case adopts a version once. */
export const calendarRolloutWork = (deps: CalendarRolloutDeps) => {
  const { store, calendars, logger, nowMs } = deps;
  /** The calendars that a release is part of, each with the version that stood before it. */
  const reachedBy = ({ calendarId, version }: RolloutId): { id: string; before: number }[] =>
    calendars.layers().flatMap(({ id }) => {
      const ids = [...parentsOf(calendars.layers(), id), id];
      const before = calendars
        .releases()
        .filter((release) => ids.includes(release.calendarId))
        .findIndex((release) => release.calendarId === calendarId && release.version === version);
      return before < 1 ? [] : [{ id, before }];
    });

  return {
    async plan(rollout: RolloutId): Promise<void> {
      await calendars.refresh();
      if (!calendars.layers().some(({ id }) => id === rollout.calendarId))
        throw new Error(`the calendar is not in force here yet: ${rollout.calendarId}`);
      const reached = reachedBy(rollout);
      for (const { id, before } of reached) {
        const newest = calendars.current(id);
        if (newest.version <= before) throw new Error(`the release is not in force here yet: ${id}`);
        let found: string[] = [];
        const since = calendars.at({ id, version: before });
        for await (const { no, changes } of casesMovedBy(
          { store, calendars },
          newest,
          since,
          await nowMs(),
        )) {
          if (changes.some(({ move }) => move !== null)) found.push(no);
          if (found.length < BATCH) continue;
          await store.rollouts.add(rollout, found);
          found = [];
        }
        await store.rollouts.add(rollout, found);
      }
    },

    async adopt(rollout: RolloutId, signal: AbortSignal): Promise<{ left: boolean }> {
      const startedAtMs = Date.now();
      const queue = await store.rollouts.left(rollout, BATCH);
      const size = queue.length;
      const work = async (): Promise<void> => {
        for (let no = queue.shift(); no !== undefined; no = queue.shift()) {
          signal.throwIfAborted();
          if (await adoptNewest(deps, no)) await store.rollouts.markDone(rollout, no);
          else logger.warn({ case: no }, 'case has not adopted its calendar yet, will be tried again');
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      await sleep(Math.max(0, (size * 1_000) / PER_SECOND - (Date.now() - startedAtMs)));
      return { left: (await store.rollouts.left(rollout, 1)).length > 0 };
    },

    finish: (rollout: RolloutId): Promise<void> => store.rollouts.finish(rollout),
  };
};
