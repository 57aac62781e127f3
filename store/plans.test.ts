import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore, HOUR_MS, MONDAY_MS } from '../test/store/sample.ts';
import type { Store } from './index.ts';
import type { Grant } from './people.ts';

/** Cases, one in ten of them open. */
const CASES = 20_000;
let store: Store;
beforeAll(async () => {
  store = await freshStore();
  const when = (table: string) => `'2026-01-01'::timestamptz + ${table} * interval '1 minute'`;
  const open = 'n % 10 = 4';
  await store.db.raw(`
    INSERT INTO case_files SELECT 'LZ-' || n, '申请' || n, ARRAY['申', '请', '申请', (n % 5000)::text], '{}', 'share', 'lz',
      'p-' || n % 500, 'd-' || n % 50, 'c', 's-' || n FROM generate_series(1, ${CASES}) n;
    INSERT INTO cases (no, procedure, edition, family, jurisdiction, status, result, submitted_at, closed_at,
        requester_person, requester_department, red_at, yellow_at, wake_at, seq, state)
      SELECT 'LZ-' || n, 'share-' || n % 20, '1', 'share', CASE WHEN n % 3 = 0 THEN 'dq' ELSE 'lz' END,
        CASE WHEN ${open} THEN 'open' ELSE 'closed' END, CASE WHEN ${open} THEN NULL ELSE 'granted' END, ${when('n')},
        CASE WHEN ${open} THEN NULL ELSE ${when('n')} END, 'p-' || n % 500, 'd-' || n % 50, ${when('n')}, ${when('n')}, ${when('n')}, 1,
        '{"tasks": {}, "clocks": {}}' FROM generate_series(1, ${CASES}) n;
    INSERT INTO tasks (case_no, id, procedure, family, jurisdiction, stage, state, role, department, assignee, opened_at,
        outcome, decided_at, decided_by_person, live, due_at, provisional, rung, task)
      SELECT 'LZ-' || n, 'review-1', 'share-' || n % 20, 'family-' || n % 500, 'lz', 'review',
        CASE WHEN ${open} THEN 'open' ELSE 'done' END, 'platform-manager', 'd-' || n % 50,
        CASE WHEN n % 40 = 4 THEN 'p-' || n % 500 END, ${when('n')},
        CASE WHEN ${open} THEN NULL ELSE 'pass' END, CASE WHEN ${open} THEN NULL ELSE ${when('n')} END,
        CASE WHEN ${open} THEN NULL ELSE 'p-' || n % 500 END, ${open}, ${when('n')}, false, n % 3, '{}'
      FROM generate_series(1, ${CASES}) n;
    INSERT INTO case_events (case_no, seq, at, type, actor, data)
      SELECT 'LZ-' || n, 1, ${when('n')}, 'Submitted', '"system"', '{}' FROM generate_series(1, ${CASES}) n;
    INSERT INTO clocks (case_no, id, stage, state, live, started_at, stopped_at, due_at, warn_at, provisional, rung, extensions,
        calendar_id, calendar_version, procedure, family, jurisdiction, role, department, clock)
      SELECT 'LZ-' || n, id, CASE WHEN id = 'review-1' THEN 'review' END, CASE WHEN ${open} THEN 'running' ELSE 'met' END, ${open},
        ${when('n')}, CASE WHEN ${open} THEN NULL ELSE ${when('n')} END, ${when('n')}, ${when('n')}, false, n % 3, 0, 'cn', 1,
        CASE WHEN id = 'whole-1' THEN 'share-' || n % 20 END, CASE WHEN id = 'whole-1' THEN 'family-' || n % 500 END, 'lz',
        'platform-manager', CASE WHEN id = 'whole-1' THEN 'd-' || n % 50 END, '{"limit": {"kind": "statutory"}}'
      FROM generate_series(1, ${CASES}) n, unnest(ARRAY['review-1', 'whole-1']) id;
    INSERT INTO participants SELECT 'LZ-' || n, 'p-' || (n + 1) % 500, 'platform-manager', ${when('n')} FROM generate_series(1, ${CASES}) n;
    INSERT INTO case_seats SELECT 'LZ-' || n, 'platform-manager', 'd-' || n % 50, ${when('n')} FROM generate_series(1, ${CASES}) n;
    INSERT INTO copies SELECT 'LZ-' || n, 'p-' || n % 500, ${when('n')}, now() FROM generate_series(1, ${CASES}, 2) n;
    INSERT INTO register_lines (register, key, title, case_no, department, owner_department, jurisdiction, state, opened_at,
        changed_at, details)
      SELECT CASE WHEN n % 4 = 0 THEN 'projects' ELSE 'data-grants' END, 'LZ-' || n, '申请' || n, 'LZ-' || n, 'd-' || n % 500,
        'd-' || n % 100 + 500, CASE WHEN n % 250 = 1 THEN 'dq' ELSE 'lz' END, 'open', ${when('n')}, ${when('n')}, '{}' FROM generate_series(1, ${CASES}) n;
    INSERT INTO notices (case_no, seq, kind, to_role, to_department, at)
      SELECT 'LZ-' || n, 1, 'task-opened', 'platform-manager', 'd-' || n % 50, ${when('n')} FROM generate_series(1, ${CASES}) n;
    INSERT INTO notice_reads (notice_id, person_id, read_at) SELECT id, 'p-' || id % 10, now() FROM notices;
    INSERT INTO deliveries (notice_id, person_id, channel, subject, text, urgent, state, settled_at)
      SELECT id, 'p-1', 'e-mail', 's', 't', id % 7 = 0, CASE WHEN id % 100 = 0 THEN 'waiting' ELSE 'sent' END,
        CASE WHEN id % 100 = 0 THEN NULL ELSE now() END FROM notices;
    INSERT INTO commands (id, person_id, idempotency_key, request_digest, body, received_at, state, done_at, next_attempt_at)
      SELECT 'c-' || n, 'p-1', 'k-' || n, 'x', '{}', ${when('n')}, CASE WHEN n % 100 = 0 THEN 'pending' ELSE 'done' END,
        CASE WHEN n % 100 = 0 THEN NULL ELSE now() END, ${when('n')} FROM generate_series(1, ${CASES}) n`);
  await store.db.raw(`UPDATE cases SET engine_started_at = now() WHERE status = 'open' AND no LIKE '%4'`);
  await store.db.raw('VACUUM ANALYZE');
});
afterAll(() => store.close());

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
  'Actual Rows'?: number;
};
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Runs what the store asks again under EXPLAIN ANALYZE. */
const planOf = async (ask: () => Promise<unknown>): Promise<Plan[]> => {
  const asked: { sql: string; bindings: string[] }[] = [];
  const note = (query: { sql: string; bindings: string[] }) => void asked.push(query);
  store.db.on('query', note);
  await ask();
  store.db.removeListener('query', note);
  const plans: Plan[] = [];
  for (const { sql, bindings } of asked) {
    const question = sql.replace(/\$\d+/g, '?');
    const { rows } = await store.db.raw(`EXPLAIN (ANALYZE, FORMAT JSON) ${question}`, bindings);
    plans.push(...nodesOf(rows[0]['QUERY PLAN'][0].Plan));
  }
  return plans;
};
const indexesIn = (plan: Plan[]) => [
  ...new Set(plan.map((node) => node['Index Name']).filter((name) => name !== undefined)),
];

const asOfMs = MONDAY_MS + 24 * HOUR_MS;
const person = { personId: 'p-7', asOfMs, limit: 50 };
const seats: Grant[] = [{ role: 'platform-manager', department: 'd-4', jurisdiction: 'lz' }];
const overseer: Grant[] = [{ role: 'supervisor', department: 'd-9', jurisdiction: 'lz' }];
const everything = { scope: null, asOfMs, limit: 50 };
const ofDepartment = (department: string) => ({ departments: [department], jurisdictions: [] });
const jurisdiction = { ...everything, scope: { jurisdictions: ['lz'], departments: [] } };

describe('lists walk an index and no more rows than they show', () => {
  const lists: [string, () => Promise<unknown>, string][] = [
    ['overdue', () => store.supervision.overdue(everything), 'tasks_running'],
    ['overdue of a jurisdiction', () => store.supervision.overdue(jurisdiction), 'tasks_running'],
    [
      'overdue by department',
      () => store.supervision.overdue({ ...everything, department: 'd-4' }),
      'tasks_running_by_department',
    ],
    [
      'overdue by procedure',
      () => store.supervision.overdue({ ...everything, procedure: 'share-4' }),
      'tasks_running_by_procedure',
    ],
    [
      'overdue by family',
      () => store.supervision.overdue({ ...everything, family: 'family-4' }),
      'tasks_running_by_family',
    ],
    [
      'soonest to wake',
      () => store.watched.cases({ wakesByMs: asOfMs, after: { wakeAtMs: 0, no: '' }, limit: 50 }),
      'cases_waking',
    ],
    ['without a run', () => store.watched.withoutRun(50), 'cases_without_engine'],
    ['linked from the other side', () => store.cases.linkedTo('LZ-4'), 'case_events_linked'],
    [
      'overdue of one jurisdiction',
      () => store.supervision.overdue({ ...everything, jurisdiction: 'lz' }),
      'tasks_running',
    ],
    [
      'overdue by words',
      () => store.supervision.overdue({ ...everything, q: '4321' }),
      'case_files_by_words',
    ],
    ['overdue by rung', () => store.supervision.overdue({ ...everything, rung: 1 }), 'tasks_running'],
    ['to-do of a seat', () => store.tasks.todo({ ...person, grants: seats }), 'tasks_to_do'],
    [
      'to-do of a person',
      () => store.tasks.todo({ ...person, personId: 'p-44', grants: seats }),
      'tasks_to_do_assigned',
    ],
    [
      'to-do by words',
      () => store.tasks.todo({ ...person, grants: seats, q: '4321', department: 'd-4' }),
      'case_files_by_words',
    ],
    ['done', () => store.tasks.done(person), 'tasks_done'],
    ['started', () => store.cases.list({ ...person, grants: [], view: 'started' }), 'cases_by_requester'],
    ['handled', () => store.cases.list({ ...person, grants: [], view: 'handled' }), 'participants_by_person'],
    ['copied', () => store.cases.list({ ...person, grants: [], view: 'copied' }), 'copies_by_person'],
    [
      'all of a jurisdiction',
      () => store.cases.list({ ...person, grants: overseer, view: 'all' }),
      'cases_by_jurisdiction',
    ],
    [
      'all of a jurisdiction, filed between two days',
      () =>
        store.cases.list({
          ...person,
          ...{ grants: overseer, view: 'all', jurisdiction: 'lz' },
          ...{ fromMs: MONDAY_MS + HOUR_MS, beforeMs: MONDAY_MS + 2 * HOUR_MS },
        }),
      'cases_by_jurisdiction',
    ],
    [
      'all open of a jurisdiction',
      () => store.cases.list({ ...person, grants: overseer, view: 'all', status: 'open' }),
      'cases_open_by_jurisdiction',
    ],
    [
      'all of a seat',
      () => store.cases.list({ ...person, grants: seats, view: 'all' }),
      'case_seats_by_seat',
    ],
    [
      'search by title',
      () => store.cases.list({ ...person, grants: overseer, view: 'all', q: '4321' }),
      'case_files_by_words',
    ],
    [
      'lines of a register',
      () => store.registers.list({ register: 'data-grants', asOf: '2026-11-27', scope: 'all', limit: 50 }),
      'register_lines_latest',
    ],
    [
      'lines of a register by their words',
      () =>
        store.registers.list({
          register: 'data-grants',
          asOf: '2026-11-27',
          scope: 'all',
          q: '请4321',
          limit: 50,
        }),
      'register_lines_by_words',
    ],
    [
      'lines of a register by their key, to an overseer of the place',
      () =>
        store.registers.list({
          asOf: '2026-11-27',
          ...{ register: 'data-grants', q: 'lz-4321', limit: 50 },
          scope: { departments: [], jurisdictions: ['lz'] },
        }),
      'register_lines_by_words',
    ],
    [
      'lines of a register for a department, that it was granted',
      () =>
        store.registers.list({
          register: 'data-grants',
          asOf: '2026-11-27',
          scope: ofDepartment('d-7'),
          limit: 50,
        }),
      'register_lines_of_department',
    ],
    [
      'lines of a register for a department, that are of its data',
      () =>
        store.registers.list({
          register: 'data-grants',
          asOf: '2026-11-27',
          scope: ofDepartment('d-507'),
          limit: 50,
        }),
      'register_lines_of_owner',
    ],
    [
      'lines of a register for a department that has decided on them',
      () =>
        store.registers.list({
          ...{ register: 'data-grants', asOf: '2026-11-27', limit: 50 },
          scope: ofDepartment('d-1007'),
        }),
      'register_lines_of_decider',
    ],
    [
      'lines of a register for who keeps it in a place with few of them',
      () =>
        store.registers.list({
          ...{ register: 'data-grants', asOf: '2026-11-27', limit: 50 },
          scope: { ...ofDepartment('d-1008'), parts: [{ register: 'data-grants', jurisdiction: 'dq' }] },
        }),
      'register_lines_of_place',
    ],
    [
      'lines of a register for who keeps it in a place with most of them',
      () =>
        store.registers.list({
          ...{ register: 'data-grants', asOf: '2026-11-27', limit: 50 },
          scope: { ...ofDepartment('d-1008'), parts: [{ register: 'data-grants', jurisdiction: 'lz' }] },
        }),
      'register_lines_latest',
    ],
    [
      'grants with findings',
      () =>
        store.registers.list({
          ...{ register: 'data-grants', asOf: '2026-11-27', limit: 50 },
          ...{ scope: 'all', finding: 'any' },
        }),
      'case_events_findings',
    ],
    ['notices', () => store.notices.forPerson({ ...person, grants: seats }), 'notices_to_seat'],
    [
      'unread notices',
      () => store.notices.forPerson({ ...person, grants: seats, unread: true }),
      'notices_to_seat',
    ],
    [
      'notices of a kind',
      () => store.notices.forPerson({ ...person, grants: seats, kinds: ['task-opened'] }),
      'notices_to_seat',
    ],
    [
      'messages that wait',
      () => store.deliveries.claim({ channel: 'e-mail', limit: 10, leaseMs: 1 }),
      'deliveries_waiting',
    ],
    ['messages given up', () => store.deliveries.undelivered({ limit: 50 }), 'deliveries_given_up'],
    [
      'commands that are pending',
      () => store.commands.claimPending({ nowMs: asOfMs, limit: 10, leaseMs: 1 }),
      'commands_pending',
    ],
    [
      'cases without an engine',
      () => store.record.unstarted({ submittedBeforeMs: asOfMs, limit: 50 }),
      'cases_without_engine',
    ],
    ['cases with something due', () => store.record.due(asOfMs, 50), 'cases_waking'],
    ['open cases', () => store.record.openCases({ limit: 50 }), 'cases_open'],
  ];

  it.each(lists)('%s', async (_says, ask, index) => {
    const plan = await planOf(ask);
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    expect(indexesIn(plan)).toContain(index);
  });

  it.each([
    ['all', everything, 'clocks_whole_running'],
    ['of a department', { ...everything, department: 'd-4' }, 'clocks_whole_running_by_department'],
    ['of a procedure', { ...everything, procedure: 'share-4' }, 'clocks_whole_running_by_procedure'],
    ['of a family', { ...everything, family: 'family-4' }, 'clocks_whole_running_by_family'],
  ])('limits over whole cases that are overdue, beside the tasks: %s', async (_says, query, index) => {
    expect(indexesIn(await planOf(() => store.supervision.overdue(query)))).toContain(index);
  });

  it('a page of the overdue reads a page of rows, however many are overdue', async () => {
    const plan = await planOf(() => store.supervision.overdue(everything));
    expect(Math.max(...plan.map((node) => node['Actual Rows'] ?? 0))).toBeLessThanOrEqual(51);
  });

  it('the summary reads open work only', async () => {
    const plan = await planOf(() => store.supervision.summary(everything));
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    expect(Math.max(...plan.map((node) => node['Actual Rows'] ?? 0))).toBeLessThanOrEqual(CASES / 10);
  });
});
