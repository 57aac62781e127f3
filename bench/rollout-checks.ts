import { type AffectedCase, impactOf } from '../api/calendar-impact.ts';
import { armedOf } from '../api/engine/armed.ts';
import { calendarFaults, deadlineFaults, timerFaults } from '../api/engine/case-faults.ts';
import type { EventOf } from '../cases/index.ts';
import { type RolloutId, rebuild, type WatchedCase } from '../store/index.ts';
import type { Inside } from './many-cases.ts';
import { runWith } from './stats.ts';

export type Check = { what: string; wrong: string[] };

const BATCH = 500;
const SAMPLE = 200;
const AT_ONCE = 8;

/** What a draft would move, by number of the case. */
export const foreseenBy = async (
  { store, calendars }: Inside,
  { calendarId, number, version }: RolloutId & { number: number },
): Promise<Map<string, AffectedCase>> => {
  const draft = await store.calendars.byNumber(calendarId, number);
  if (draft === null) throw new Error(`no draft ${number} of ${calendarId}`);
  const atMs = Date.now() + (await store.clock.offsetMs());
  const foreseen = calendars.foreseen({ ...draft, version });
  const affected = await impactOf({ store, calendars }, foreseen, atMs);
  // What keeps its end is foreseen too, but nothing is rolled out to it.
  const moved = affected.filter(({ changes }) => changes.some(({ move }) => move !== null));
  return new Map(moved.map((one) => [one.no, one]));
};

/** Every way in which the record, the lists and the runs may be other than the release wants them, after its roll-out. */
export const checksOf = async (
  inside: Inside,
  rollout: RolloutId,
  foreseen: ReadonlyMap<string, AffectedCase>,
): Promise<Check[]> => {
  const { store, calendars } = inside;
  await calendars.refresh();
  const open = await openCases(inside);
  const movesOf = await movesByCase(inside, rollout);
  const nowMs = Date.now() + (await store.clock.offsetMs());
  const standing = await store.rollouts.byId(rollout);
  const isWhole =
    standing?.state === 'done' && standing.done === foreseen.size && standing.total === foreseen.size;
  return [
    {
      what: 'exactly one DeadlineMoved for each case foreseen, with each of its clocks once and its end as foreseen',
      wrong: [...foreseen.values()]
        .filter((one) => !isMovedAsForeseen(one, movesOf.get(one.no)))
        .map(({ no }) => no),
    },
    {
      what: 'no DeadlineMoved for any other case',
      wrong: [...movesOf.keys()].filter((no) => !foreseen.has(no)),
    },
    { what: 'the progress shown is whole', wrong: isWhole ? [] : [JSON.stringify(standing)] },
    {
      what: 'no open case is behind',
      wrong: open.flatMap((one) => told(calendarFaults(calendars, one, nowMs))),
    },
    {
      what: 'the ends listed are what the calendar says',
      wrong: open.flatMap((one) => told(deadlineFaults(calendars, one))),
    },
    {
      what: 'the lists are what the events come to',
      wrong: told((await rebuild(store.db, { repair: false })).differences),
    },
    {
      what: `the timers of ${SAMPLE} runs agree with the record`,
      wrong: await armedOtherwise(inside, open, nowMs),
    },
    {
      what: 'no alarm is open',
      wrong: Array.from({ length: await store.alarms.openCount() }, () => 'alarm'),
    },
  ];
};

const told = (faults: readonly unknown[]): string[] => faults.map((fault) => JSON.stringify(fault));

const openCases = async ({ store }: Inside): Promise<WatchedCase[]> => {
  const all: WatchedCase[] = [];
  for (let afterNo = ''; ; afterNo = all.at(-1)?.state.no ?? '') {
    const batch = await store.watched.cases({ afterNo, limit: BATCH });
    all.push(...batch);
    if (batch.length < BATCH) return all;
  }
};

type Moves = EventOf<'DeadlineMoved'>['data'][];

/** What the calendar has moved in each case, from the events themselves. */
const movesByCase = async ({ store }: Inside, since: RolloutId): Promise<Map<string, Moves>> => {
  const rows = await store
    .db('case_events')
    .where({ type: 'DeadlineMoved' })
    .andWhereRaw(
      `recorded_at >= (SELECT started_at FROM calendar_rollouts WHERE calendar_id = ? AND version = ?)`,
      [since.calendarId, since.version],
    )
    .select('case_no', 'data');
  const moves = new Map<string, Moves>();
  for (const { case_no, data } of rows) moves.set(case_no, [...(moves.get(case_no) ?? []), data]);
  return moves;
};

const isMovedAsForeseen = ({ changes }: AffectedCase, events: Moves = []): boolean => {
  const wanted = changes.flatMap(({ clock, move }) => (move === null ? [] : [`${clock.id} ${move.dueAtMs}`]));
  const found = events.flatMap(({ moves }) => moves.map(({ clock, dueAtMs }) => `${clock} ${dueAtMs}`));
  return events.length === 1 && events[0]?.why === 'calendar' && wanted.sort().join() === found.sort().join();
};

const armedOtherwise = async (
  { client }: Inside,
  open: readonly WatchedCase[],
  nowMs: number,
): Promise<string[]> => {
  const step = Math.max(1, Math.floor(open.length / SAMPLE));
  const sample = open.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  const wrong: string[] = [];
  await runWith(AT_ONCE, sample.length, async (index) => {
    const watched = sample[index]!;
    const { no } = watched.state;
    const armed = await armedOf(client, no);
    if (armed === 'gone') wrong.push(`${no} has no run`);
    else wrong.push(...told(timerFaults(watched, armed, { nowMs, spreadMs: 0, hasJumped: false })));
  });
  return wrong;
};
