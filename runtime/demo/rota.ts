import type { Role } from '../../procedures/roles.ts';
import type { Store } from '../../store/index.ts';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';

const QUARTER_MS = 13 * 7 * 86_400_000;
const QUARTERS = 4;
const SETTING = 'demo-rota';

/** Who stands in the line of an office of every jurisdiction, first called first. */
const LINES: readonly { office: string; roles: readonly Role[] }[] = [
  { office: 'info', roles: ['duty-officer', 'security-lead', 'unit-head'] },
  { office: 'party-office', roles: ['party-office', 'unit-head'] },
];

const linesOf = (
  office: string,
  roles: readonly Role[],
): { department: string; officers: DemoPerson[] }[] => {
  const departments = new Set(
    DEMO_PEOPLE.map(({ department }) => department).filter((id) => id.slice(id.indexOf('-') + 1) === office),
  );
  return [...departments].map((department) => ({
    department,
    officers: roles.flatMap(
      (role) =>
        DEMO_PEOPLE.find((person) =>
          person.grants.some((grant) => grant.role === role && grant.department === department),
        ) ?? [],
    ),
  }));
};

/**
 * A rota for a year from `nowMs` (epoch milliseconds), and addresses that lead nowhere, for everybody who has none; once.
 * Answers how many shifts were set.
 */
export const seedDemoRota = async (store: Store, nowMs: number): Promise<number> => {
  if ((await store.settings.get(SETTING)) !== null) return 0;
  const admin = DEMO_PEOPLE.find(({ account }) => account === 'admin')?.id ?? 'admin';
  const shifts = await store.db.transaction(async (trx) => {
    const contacts = DEMO_PEOPLE.map(({ id, account }) => ({
      ...{ person_id: id, email: `${account}@example.com`, phone: `0000${id.replace(/\D/g, '')}` },
      ...{ changed_by: admin, changed_at: new Date(nowMs).toISOString() },
    }));
    await trx('contacts').insert(contacts).onConflict('person_id').ignore();
    let set = 0;
    for (const { department, officers } of LINES.flatMap(({ office, roles }) => linesOf(office, roles))) {
      for (const [index, { id: personId }] of officers.entries()) {
        for (let quarter = 0; quarter < QUARTERS; quarter++) {
          const fromMs = nowMs + quarter * QUARTER_MS;
          const by = { setBy: admin, setAtMs: nowMs, commandId: null, standsInFor: null };
          const shift = { department, place: index + 1, personId, fromMs, toMs: fromMs + QUARTER_MS, ...by };
          if ('id' in (await store.rota.set(trx, shift))) set += 1;
        }
      }
    }
    return set;
  });
  await store.settings.set(SETTING, nowMs);
  return shifts;
};
