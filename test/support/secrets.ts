import type { RunningApp } from './running-app.ts';

/** What sample forms and stories say of people and write: see `sample.ts`. Every text of theirs begins with 样例. */
const OF_SAMPLES = ['样例', '张三', '11010519491231002X'];
const AT_ONCE = 12;

/**
 * Where something of people is told outside PostgreSQL: every history, memo and search attribute of the engine, the log and the metrics,
 * searched for the names of all people, for what samples write and for `more`. Each as `where: what`; empty when nothing is.
 */
export const secretsTold = async (app: RunningApp, more: readonly string[] = []): Promise<string[]> => {
  const people = await app.store.db('people').select('name');
  const secrets = [...new Set([...people.map(({ name }) => name), ...OF_SAMPLES, ...more])];
  const told: string[] = [];
  const search = (where: string, text: string): void => {
    // Little of it is Chinese: the rest is passed over once, not once for each name.
    const chinese = [...new Set(text.match(/[\p{Script=Han}\p{Script=Common}]*\p{Script=Han}/gu))].join('\n');
    for (const secret of secrets)
      if ((/^\p{Script=Han}/u.test(secret) ? chinese : text).includes(secret))
        told.push(`${where}: ${secret}`);
  };
  const runs: { workflowId: string; runId: string }[] = [];
  for await (const { workflowId, runId, raw } of app.client.workflow.list()) {
    search(`${workflowId} as listed`, textIn(raw));
    runs.push({ workflowId, runId });
  }
  for (let from = 0; from < runs.length; from += AT_ONCE)
    await Promise.all(
      runs.slice(from, from + AT_ONCE).map(async ({ workflowId, runId }) => {
        const history = await app.client.workflow.getHandle(workflowId, runId).fetchHistory();
        search(workflowId, textIn(history));
      }),
    );
  if (runs.length === 0) throw new Error('nothing was run');
  search('log', app.logs.join(''));
  search('metrics', await (await fetch(`${app.url}/metrics`)).text());
  return told;
};

/** All text in a message of the engine, with the bytes of its payloads as the text they hold. */
export const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${textIn(inner)}`)
    .join('\n');
};
