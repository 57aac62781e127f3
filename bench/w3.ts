import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { openStore } from '../store/index.ts';
import { percentile, timed } from './stats.ts';
import { type BenchSystem, signIn, startBenchSystem } from './system.ts';

const SIZES = [10_000, 1_000_000];
const REQUESTS = 2_000;
const WARM_UP = 300;
const DEPARTMENTS = 200;
/** Cases written by one statement; the store's statements have a time limit. */
const CHUNK = 10_000;

/** The lists a supervisor and an officer open all day, with what each asks for. */
const LISTS: { name: string; account: string; path: string }[] = [
  { name: 'overdue, first page', account: 'supervisor', path: '/api/v1/supervision/overdue?limit=50' },
  {
    name: 'overdue of a department',
    account: 'supervisor',
    path: '/api/v1/supervision/overdue?limit=50&department=lz-hrss',
  },
  {
    name: 'overdue of a procedure',
    account: 'supervisor',
    path: '/api/v1/supervision/overdue?limit=50&procedure=lz-share-conditional',
  },
  { name: 'to-do, soonest due first', account: 'lz-provider', path: '/api/v1/tasks?view=todo&limit=50' },
  { name: 'started by me', account: 'lz-requester', path: '/api/v1/cases?view=started&limit=50' },
];

/**
 * W3: the lists over HTTP with sign-in, at ten thousand and at a million open cases, one request at a time. Prints median and p99 in
 * milliseconds, of the server's own time from the request to the finished answer, and as the client sees it.
 */
export const w3 = async (): Promise<void> => {
  const system = await startBenchSystem();
  const store = openStore(system.databaseUrl);
  try {
    await fileOne(system);
    let made = 0;
    for (const size of SIZES) {
      for (let from = made; from < size; from += CHUNK) {
        await multiply(store.db, from, Math.min(size, from + CHUNK));
      }
      made = size;
      await store.db.raw('VACUUM ANALYZE');
      for (const { name, account, path } of LISTS) {
        const token = await signIn(system.url, account);
        const client: number[] = [];
        const server: number[] = [];
        for (let request = 0; request < REQUESTS + WARM_UP; request++) {
          const isWarm = request >= WARM_UP;
          const serverMs = await timed(isWarm ? client : [], () => get(system.url + path, token));
          if (isWarm) server.push(serverMs);
        }
        console.log(
          `${String(size).padStart(9)} open   ${name.padEnd(26)} server ${show(server)}   client ${show(client)}`,
        );
      }
    }
  } finally {
    await store.close();
    await system.stop();
  }
};

const show = (samples: number[]): string =>
  [0.5, 0.99].map((p) => `p${p * 100} ${percentile(samples, p).toFixed(1).padStart(5)} ms`).join(' ');

/** Fetches a list; answers the server's own time in milliseconds. */
const get = async (url: string, token: string): Promise<number> => {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  const { items } = (await response.json()) as { items?: unknown[] };
  if (response.status !== 200 || items === undefined) throw new Error(`${url}: ${response.status}`);
  const serverMs = Number(/app;dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1]);
  if (Number.isNaN(serverMs)) throw new Error(`${url}: the answer does not say how long it took`);
  return serverMs;
};

/** One real case, the pattern of all others; answers its number. */
export const fileOne = async ({ url }: BenchSystem): Promise<string> => {
  const token = await signIn(url, 'lz-requester');
  const response = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({
      procedure: 'lz-share-conditional',
      form: {
        resource: 'lz-hrss-employment',
        purpose: '核验就业状态',
        basis: '本部门职责',
        users: ['经办人员'],
        items: ['就业单位'],
        mode: 'query',
        until: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10),
        classified: false,
      },
    }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { case: { no: string } }).case.no;
};

/**
 * Copies the newest case from number `from` to `to`: one open task and one running clock each, spread over departments, due within
 * thirty days around now, a tenth of them overdue. Written to the tables as the record would; no run in the engine.
 */
const multiply = async (db: Knex, from: number, to: number): Promise<void> => {
  const pattern = `(SELECT no FROM cases WHERE no LIKE 'LZ-%' AND procedure = 'lz-share-conditional' AND status = 'open' ORDER BY submitted_at DESC LIMIT 1)`;
  const due = `now() + (g % 100 - 10) * interval '8 hours' + (g % 977) * interval '1 second'`;
  const department = `CASE WHEN g % ${DEPARTMENTS} = 0 THEN 'lz-hrss' ELSE 'dept-' || (g % ${DEPARTMENTS}) END`;
  const columnsOf = async (table: string): Promise<string[]> => {
    const { rows } = await db.raw(
      `SELECT column_name FROM information_schema.columns WHERE table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table],
    );
    return rows.map((row: { column_name: string }) => row.column_name);
  };
  const copy = async (table: string, changed: Record<string, string>, where: string): Promise<void> => {
    const columns = await columnsOf(table);
    const values = columns.map((column) => changed[column] ?? `t.${column}`);
    await db.raw(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
       FROM generate_series(${from + 1}, ${to}) AS g, ${table} AS t WHERE ${where}`,
    );
  };
  const no = `'W3-' || lpad(g::text, 8, '0')`;
  await copy('case_files', { case_no: no, command_id: `'w3-' || g` }, `t.case_no = ${pattern}`);
  const submitted = `now() - (g % 240) * interval '1 hour'`;
  const engine = { engine_started_at: 'now()', wake_at: `now() + interval '400 days'` };
  await copy('cases', { no, submitted_at: submitted, ...engine }, `t.no = ${pattern}`);
  await copy(
    'tasks',
    {
      case_no: no,
      due_at: due,
      warn_at: `${due} - interval '1 day'`,
      department,
      role: `CASE WHEN g % ${DEPARTMENTS} = 0 THEN 'data-provider' ELSE t.role END`,
    },
    `t.case_no = ${pattern} AND t.state = 'open'`,
  );
  await copy('clocks', { case_no: no, due_at: due }, `t.case_no = ${pattern} AND t.live`);
};
