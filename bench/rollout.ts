import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nextVersionOf } from '../api/calendar-import.ts';
import { dayFromText, textOfDay } from '../calendar/index.ts';
import type { Rollout, RolloutId } from '../store/index.ts';
import { cpuByProcess } from './cpu.ts';
import { fileMany, type Inside, openInside } from './many-cases.ts';
import { checksOf, foreseenBy } from './rollout-checks.ts';
import { type BenchSystem, signIn, startBenchSystem } from './system.ts';
import { fileOne } from './w3.ts';

const CASES =
  process.argv
    .slice(2)
    .map(Number)
    .find((count) => count > 0) ?? 10_000;
const CALENDAR = 'cn-gs-lzxq';
const PREVIEWS = 3;
const LOOK_EVERY_MS = 100;
/** The roll-out is given up when no case has been moved for so long. */
const STUCK_AFTER_MS = 120_000;
const SHOWN_OF_WRONG = 3;

/**
 * Two calendar releases over many open cases with real runs, each foreseen and released over HTTP by two people: a day off that moves
 * every end later, its worker killed with SIGKILL when half of the cases have been moved and brought back by the supervisor, and its
 * withdrawal, which moves every end earlier. After each everything that must be true is looked up. Sets the exit code to 1 where it is not. Run: `npm run bench -- rollout [cases]`, or this file.
 */
export const rollout = async (): Promise<void> => {
  const system = await startBenchSystem();
  const inside = await openInside(system);
  try {
    const pattern = await fileOne(system);
    const filingCpu = cpuSpent();
    const filingSeconds = await fileMany(inside, pattern, CASES - 1);
    console.log(
      `${CASES} open cases with runs, filed without HTTP: ${filingSeconds.toFixed(0)} s, ${(CASES / filingSeconds).toFixed(0)} cases/s; CPU ms a case ${filingCpu()}`,
    );
    await inside.store.db.raw('ANALYZE');

    const drafter = await signIn(system.url, 'admin');
    const releaser = await signIn(system.url, 'supervisor');
    const people = { drafter, releaser };
    const date = await dueDateOf(inside, pattern);
    await rolledOut(system, inside, people, { date, state: 'off', kills: true });
    // The closure is called off: what has moved later moves earlier again.
    await rolledOut(system, inside, people, { date, state: 'working', kills: false });
  } finally {
    await inside.close();
    await system.stop();
  }
};

type Change = { date: string; state: 'off' | 'working'; kills: boolean };

/** One release: foreseen, published, followed to its end, with the worker killed half-way where so asked, and everything looked up. */
const rolledOut = async (
  system: BenchSystem,
  inside: Inside,
  { drafter, releaser }: { drafter: string; releaser: string },
  change: Change,
): Promise<void> => {
  const draft = await drafted(system.url, drafter, change);
  const path = `/api/v1/calendars/${CALENDAR}/drafts/${draft}`;
  for (let preview = 1; preview <= PREVIEWS; preview++) {
    const beganMs = performance.now();
    const { cases, totals } = await asked(system.url, releaser, 'GET', `${path}/impact?limit=50`);
    const seconds = (performance.now() - beganMs) / 1_000;
    const { later, earlier, missed } = totals;
    console.log(
      `foreseen: ${cases} cases in ${seconds.toFixed(2)} s; ends later ${later}, earlier ${earlier}, passed ${missed}`,
    );
  }
  const version = nextVersionOf(inside.calendars, CALENDAR);
  const foreseen = await foreseenBy(inside, { calendarId: CALENDAR, number: draft, version });
  const { draft: released } = await asked(system.url, releaser, 'POST', `${path}/release`);
  const id = { calendarId: CALENDAR, version: released.version };

  const rolloutCpu = cpuSpent();
  const kill = (): void => {
    console.log(`until the kill, CPU ms a case of the half: ${rolloutCpu(CASES / 2)}`);
    const { worker } = system.pids();
    if (worker !== undefined) process.kill(worker, 'SIGKILL');
  };
  await followed(inside, id, change.kills ? kill : null);
  for (const { what, wrong } of await checksOf(inside, id, foreseen)) {
    console.log(`${wrong.length === 0 ? 'holds' : 'FAILS'}  ${what}`);
    if (wrong.length === 0) continue;
    console.log(`       ${wrong.length}, such as ${wrong.slice(0, SHOWN_OF_WRONG).join(' ')}`);
    process.exitCode = 1;
  }
};

/** From here on: CPU time a case, by kind of process. */
const cpuSpent = () => {
  const before = cpuByProcess();
  return (cases = CASES): string =>
    [...cpuByProcess()]
      .map(([name, ms]) => ({ name, ms: (ms - (before.get(name) ?? 0)) / cases }))
      .filter(({ ms }) => ms >= 0.5)
      .map(({ name, ms }) => `${name} ${ms.toFixed(1)}`)
      .join('  ');
};

/** Waits for the end of the roll-out, calls `kill`, if any, half-way, and prints how fast it went and what the kill cost. */
const followed = async ({ store }: Inside, id: RolloutId, kill: (() => void) | null): Promise<void> => {
  const beganMs = performance.now();
  let firstMs: number | null = null;
  let killed: { atMs: number; done: number } | null = null;
  let lostMs = 0;
  let againMs: number | null = null;
  let last = { atMs: beganMs, done: 0 };
  let standing: Rollout | null = null;
  while (standing?.state !== 'done') {
    await sleep(LOOK_EVERY_MS);
    standing = await store.rollouts.byId(id);
    if (standing === null) throw new Error('no roll-out of the release');
    const { done, total } = standing;
    const atMs = performance.now();
    if (done > last.done) {
      firstMs ??= atMs;
      if (killed !== null) lostMs = Math.max(lostMs, atMs - last.atMs);
      if (killed !== null && atMs - killed.atMs > 3_000) againMs ??= atMs;
      last = { atMs, done };
    } else if (atMs - last.atMs > STUCK_AFTER_MS) {
      throw new Error(`the roll-out has come to rest at ${done} of ${total}`);
    }
    if (kill !== null && killed === null && done >= CASES / 2 && standing.state === 'running') {
      kill();
      killed = { atMs, done };
      console.log(`worker killed with SIGKILL when ${done} of ${total} cases had been moved`);
    }
  }
  const seconds = (last.atMs - beganMs) / 1_000;
  console.log(
    `rolled out: ${last.done} cases in ${seconds.toFixed(0)} s, ${(last.done / seconds).toFixed(1)} cases/s`,
  );
  if (kill === null) return;
  if (killed === null) throw new Error('the worker was not killed');
  const afterKill = (last.done - killed.done) / ((last.atMs - (againMs ?? beganMs)) / 1_000);
  const beforeKill = killed.done / ((killed.atMs - (firstMs ?? beganMs)) / 1_000);
  console.log(
    `first half ${beforeKill.toFixed(1)} cases/s, second ${afterKill.toFixed(1)}; standing still after the kill ${(lostMs / 1_000).toFixed(1)} s`,
  );
};

/** The day off that moves every case filed today: the last day of the limit that runs first. */
const dueDateOf = async ({ store }: Inside, caseNo: string): Promise<string> => {
  const [clock] = Object.values((await store.record.load(caseNo))?.state.clocks ?? {});
  if (clock?.dueDay == null) throw new Error(`no running limit in ${caseNo}`);
  return clock.dueDay;
};

const drafted = async (url: string, token: string, { date, state }: Change): Promise<number> => {
  const title = state === 'off' ? '关于临时放假安排的通知' : '关于取消临时放假安排的通知';
  const { draft } = await asked(url, token, 'POST', `/api/v1/calendars/${CALENDAR}/drafts`, {
    notice: { title, publishedAt: textOfDay(dayFromText(date) - 7) },
    coverage: { from: date, to: date },
    days: [{ date, state, name: '临时放假' }],
  });
  return draft.number;
};

const asked = async (
  url: string,
  token: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: answers are read here only
): Promise<any> => {
  const response = await fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return await response.json();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await rollout();
