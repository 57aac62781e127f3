import type { ApiDeps } from '../deps.ts';
import type { FindViewer } from './authenticate.ts';
import { viewerOf } from './viewer.ts';

const HOURS_2_MS = 2 * 3_600_000;

/** Finds who a token belongs to, with the roles held at this moment: what was taken away a second ago is gone. */
export const viewerFinder =
  ({ store, config }: Pick<ApiDeps, 'store' | 'config'>): FindViewer =>
  async (token) => {
    const session = await store.sessions.find(token, { idleMs: config.sessionIdleMs ?? HOURS_2_MS });
    if (session === null) return null;
    const { personId, account, name, department, grants } = session;
    return viewerOf({ personId, account, name, department, grants, token });
  };
