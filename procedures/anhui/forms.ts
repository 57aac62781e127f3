import type { Edition } from '../schema.ts';

/** A system connected to the platform of the province, in the register. */
export const THE_SYSTEM = { thing: 'platform-system', field: 'system' } as const;

/** AH 第二十五条：自印发之日起施行（2023年2月10日印发）。 */
export const EDITION: Edition = { id: '2023-1', validFrom: '2023-02-10' };
