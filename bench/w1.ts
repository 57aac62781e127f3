import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { decideUpdate } from './bare/workflows.ts';
import { cpuByProcess } from './cpu.ts';
import { median, percentile, runWith, timed } from './stats.ts';
import { type BenchSystem, signIn, startBenchSystem } from './system.ts';

const CLIENTS = 16;
const CASES = 160;
const ROUNDS = 5;
const DAY_MS = 86_400_000;

/** `cpuMs`: what a case cost in CPU time, by kind of process. */
type Round = { casesPerSecond: number; decisionMs: number[]; cpuMs: Map<string, number> };

/**
 * W1: cases of one submission and three decisions by three people through HTTP with sign-in and record, against a bare workflow of
 * three validated Updates and three timers; in turn, on one server. Prints medians and the ratio round by round.
 */
export const w1 = async (): Promise<void> => {
  const system = await startBenchSystem();
  try {
    await system.addProcess('bare worker', 'bench/bare/worker-main.ts');
    const connection = await Connection.connect({ address: system.temporalAddress });
    const client = new Client({ connection });
    const ours = await shareCases(system);
    const bare = bareCases(client);
    await ours(CLIENTS * 2);
    await bare(CLIENTS * 2);
    const rounds: { ours: Round; bare: Round }[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const pair = { bare: await withCpu(bare), ours: await withCpu(ours) };
      rounds.push(pair);
      console.log(
        `round ${round}  bare ${show(pair.bare)}   ours ${show(pair.ours)}   ratio ${ratio(pair).toFixed(2)}`,
      );
    }
    const ratios = rounds.map(ratio);
    console.log(`\n${CLIENTS} clients, ${CASES} cases a round, ${ROUNDS} rounds`);
    console.log(`bare cases/s  median ${median(rounds.map((r) => r.bare.casesPerSecond)).toFixed(1)}`);
    console.log(`ours cases/s  median ${median(rounds.map((r) => r.ours.casesPerSecond)).toFixed(1)}`);
    console.log(
      `ratio         median ${median(ratios).toFixed(2)}  min ${Math.min(...ratios).toFixed(2)}  max ${Math.max(...ratios).toFixed(2)}`,
    );
    console.log(`bare CPU ms a case  ${showCpu(rounds.map((r) => r.bare))}`);
    console.log(`ours CPU ms a case  ${showCpu(rounds.map((r) => r.ours))}`);
    console.log(`workflow tasks a case of three decisions: ${await workflowTasks(client, lastCaseNo)}`);
    await connection.close();
  } finally {
    await system.stop();
  }
};

const withCpu = async (play: (cases: number) => Promise<Omit<Round, 'cpuMs'>>): Promise<Round> => {
  const before = cpuByProcess();
  const round = await play(CASES);
  const cpuMs = new Map(
    [...cpuByProcess()].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / CASES] as const),
  );
  return { ...round, cpuMs };
};

const showCpu = (rounds: Round[]): string =>
  [...new Set(rounds.flatMap(({ cpuMs }) => [...cpuMs.keys()]))]
    .map((name) => ({ name, ms: median(rounds.map(({ cpuMs }) => cpuMs.get(name) ?? 0)) }))
    .filter(({ ms }) => ms >= 0.5)
    .map(({ name, ms }) => `${name} ${ms.toFixed(1)}`)
    .join('  ');

const ratio = ({ ours, bare }: { ours: Round; bare: Round }): number =>
  ours.casesPerSecond / bare.casesPerSecond;
const show = ({ casesPerSecond, decisionMs }: Round): string =>
  `${casesPerSecond.toFixed(1)}/s p50 ${percentile(decisionMs, 0.5).toFixed(0)} p99 ${percentile(decisionMs, 0.99).toFixed(0)} ms`;

const bareCases =
  (client: Client) =>
  async (cases: number): Promise<Omit<Round, 'cpuMs'>> => {
    const decisionMs: number[] = [];
    const seconds = await runWith(CLIENTS, cases, async () => {
      const workflowId = `bare-${randomUUID()}`;
      const handle = await client.workflow.start('bareCase', { workflowId, taskQueue: 'bare' });
      for (const step of [1, 2, 3]) {
        await timed(decisionMs, () => handle.executeUpdate(decideUpdate, { args: [step] }));
      }
    });
    return { casesPerSecond: cases / seconds, decisionMs };
  };

let lastCaseNo = '';
const STEPS = [
  { account: 'lz-manager', task: 'review-1', body: { outcome: 'pass' } },
  {
    account: 'lz-provider',
    task: 'authorise-1',
    body: {
      outcome: 'approve',
      fields: { users: ['经办人员'], items: ['就业单位'], mode: 'query', until: dateIn(100) },
    },
  },
  { account: 'lz-operator', task: 'exchange-1', body: { outcome: 'done' } },
];

function dateIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

const shareCases = async ({ url }: BenchSystem) => {
  const tokens = new Map<string, string>();
  for (const account of ['lz-requester', ...STEPS.map((step) => step.account)]) {
    tokens.set(account, await signIn(url, account));
  }
  const post = async (account: string, path: string, body: unknown): Promise<{ case: { no: string } }> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${tokens.get(account)}`,
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { case: { no: string } };
  };
  const form = {
    resource: 'lz-hrss-employment',
    purpose: '核验就业状态',
    basis: '本部门职责',
    users: ['经办人员'],
    items: ['就业单位', '就业日期'],
    mode: 'query',
    until: dateIn(200),
    classified: false,
  };
  return async (cases: number): Promise<Omit<Round, 'cpuMs'>> => {
    const decisionMs: number[] = [];
    const seconds = await runWith(CLIENTS, cases, async () => {
      const filed = await post('lz-requester', '/api/v1/cases', { procedure: 'lz-share-conditional', form });
      lastCaseNo = filed.case.no;
      for (const { account, task, body } of STEPS) {
        const path = `/api/v1/cases/${filed.case.no}/tasks/${task}/decisions`;
        await timed(decisionMs, () => post(account, path, body));
      }
    });
    return { casesPerSecond: cases / seconds, decisionMs };
  };
};

const workflowTasks = async (client: Client, workflowId: string): Promise<number> => {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes != null).length;
};
