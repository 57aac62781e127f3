import { hash } from '@node-rs/argon2';
import { ROLES } from '../../procedures/roles.ts';
import type { Application } from '../application.ts';
import type { DemoAccount } from '../welcome.ts';
import { seedDemoCases } from './cases.ts';
import { DEMO_PEOPLE, seedDemoPeople } from './people.ts';
import { seedDemoRota } from './rota.ts';

/** Accounts named on the last screen of a start; every other one follows the same pattern. */
const SHOWN = [
  'lz-requester',
  'lz-requester2',
  'lz-manager',
  'lz-provider',
  'lz-provider-lead',
  'lz-operator',
  'lz-competent',
  'lz-issuer',
  'lz-hotline',
  'lz-duty',
  'lz-security',
  'lz-office',
  'dq-issuer',
  'dq-hotline',
  'supervisor',
  'auditor',
  'admin',
];

/** The demo accounts that a start prints, with what each may do. */
export const shownAccounts = (): DemoAccount[] =>
  SHOWN.flatMap((account) => {
    const person = DEMO_PEOPLE.find((known) => known.account === account);
    const role = person?.grants[0]?.role;
    return role === undefined ? [] : [{ username: account, role: ROLES[role].title }];
  });

/** People with the password, the rota, and the first cases; what is there already stays. Answers how many cases were made. */
export const prepareDemo = async (
  { store, calendars, clock }: Pick<Application, 'store' | 'calendars' | 'clock'>,
  password: string,
): Promise<number> => {
  await seedDemoPeople(store, await hash(password));
  await seedDemoRota(store, clock.nowMs());
  return await seedDemoCases({ store, calendars, nowMs: clock.nowMs() });
};
