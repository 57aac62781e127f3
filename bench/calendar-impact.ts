/** How long it takes to foresee what a release moves, with 10,000 open cases of which all, some or none are touched; and how long the
 *  lists take meanwhile. A PostgreSQL of its own. Run: `npx tsx bench/calendar-impact.ts [cases]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { impactOf } from '../api/calendar-impact.ts';
import { nextVersionOf } from '../api/calendar-import.ts';
import { rulesForNew } from '../api/calendars.ts';
import { shippedCalendars } from '../api/shipped-calendars.ts';
import { type CaseEvent, decide, type PersonCommand, unborn } from '../cases/index.ts';
import { migrateDatabase } from '../migrations/index.ts';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import { startPostgres } from '../runtime/embedded/postgres.ts';
import { openStore } from '../store/index.ts';

const CASES = Number(process.argv[2] ?? 10_000);
const FILED_MS = Date.parse('2026-11-23T09:30:00+08:00');
const AT_ONCE = 20;

const folder = mkdtempSync(join(tmpdir(), 'calendar-impact-'));
const postgres = await startPostgres({ dataDir: join(folder, 'data'), database: 'postgres', durable: false });
try {
  await migrateDatabase(postgres.url);
  const store = openStore(postgres.url, { poolMax: AT_ONCE });
  const calendars = shippedCalendars({ from: '2020-01-01', to: '2032-12-31' });
  const procedure = procedureById('lz-share-conditional') as Procedure;
  const parties = Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, `d-${role}`]));
  const rules = rulesForNew(calendars, procedure, { parties, facts: {} });
  const bear = async (n: number): Promise<void> => {
    const no = `LZ-20261123-${String(n).padStart(6, '0')}`;
    const actor = { personId: 'p', department: 'd-requester', role: 'requester' as const };
    const { id, edition } = procedure;
    const command = {
      type: 'submit',
      id: `c-${no}`,
      no,
      procedure: id,
      edition: edition.id,
      parties,
      actor,
      facts: {},
      digest: '',
    };
    const events = decide(rules, unborn, command as PersonCommand, FILED_MS + n) as CaseEvent[];
    await store.record.birth({
      events,
      file: {
        ...{
          title: '样例',
          form: {},
          queryCode: 'x',
          family: procedure.family,
          jurisdiction: procedure.jurisdiction,
        },
        ...{ requesterPerson: 'p', requesterDepartment: 'd-requester' },
      },
      command: { id: command.id },
    });
  };
  const queue = Array.from({ length: CASES }, (_, n) => n);
  const work = async (): Promise<void> => {
    for (let n = queue.pop(); n !== undefined; n = queue.pop()) await bear(n);
  };
  const filling = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await store.db.raw('ANALYZE');
  console.log(`${CASES} open cases in ${Math.round(performance.now() - filling)} ms`);

  const draftOf = (calendarId: string, date: string) => ({
    calendarId,
    version: nextVersionOf(calendars, calendarId),
    notice: { title: '临时放假', publishedAt: '2026-11-23' },
    coverage: { from: date, to: date },
    days: { [date]: { state: 'off' as const, name: '临时放假' } },
  });
  for (const [what, draft] of [
    ['a day that every case counts', draftOf('cn', '2026-11-24')],
    ['a day that none counts', draftOf('cn', '2026-12-30')],
    ['a day of another city', draftOf('cn-xz-lhasa', '2026-11-24')],
  ] as const)
    for (let round = 1; round <= 3; round++) {
      const started = performance.now();
      const affected = await impactOf({ store, calendars }, calendars.foreseen(draft), FILED_MS + 60_000);
      console.log(
        `${what}: ${affected.length} cases moved, foreseen in ${Math.round(performance.now() - started)} ms`,
      );
    }
  await store.close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
