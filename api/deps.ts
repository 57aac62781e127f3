import type { Logger } from 'pino';
import type { Fault, Store } from '../store/index.ts';
import type { Calendars } from './calendars.ts';
import type { CaseEngine } from './engine/types.ts';
import type { RateLimits } from './http/limits.ts';
import type { LoginLock } from './security/login-guard.ts';

/** Time of cases, lists and duties: real time and, in the demo, the offset of virtual time. */
export type ApiClock = { nowMs(): number; demo: boolean };

/** Moves virtual time forward for everything; answers the time that then holds, once all clocks due by it have had their effect. */
export type VirtualTime = { advanceTo(targetMs: number): Promise<number> };

export type ApiConfig = {
  rateLimits?: Partial<RateLimits>;
  loginLock?: Partial<LoginLock>;
  /** With it, /metrics is open to whoever brings it as a bearer token; without it, to loopback only. */
  metricsToken?: string;
  /** Secrets shared with the gateways that are switched on: who tells of a message by a receipt signs with it. */
  gatewaySecrets?: Partial<Record<'sms' | 'telephone', string>>;
  /** Default 12 hours. */
  sessionLifetimeMs?: number;
  /** A session not used for so long is over; default 2 hours. */
  sessionIdleMs?: number;
  /** How long an answer waits for the engine; default 10 seconds. */
  engineWaitMs?: number;
};

export type ApiDeps = {
  store: Store;
  engine: CaseEngine;
  calendars: Calendars;
  clock: ApiClock;
  /** null: there is no virtual time here. */
  virtualTime: VirtualTime | null;
  /** Has what was just written for the dispatcher carried out at once; without it, at the dispatcher's next look. */
  kick?: () => void;
  logger: Logger;
  config: ApiConfig;
  /** Puts right what an alarm is about; absent: there is no engine of ours here. */
  rearm?: (fault: Pick<Fault, 'kind' | 'caseNo'>) => Promise<void>;
  /** Whether the schema of the database is this release's; asked by /readyz. */
  migrated?: () => Promise<boolean>;
};

/** What the routes work with: the dependencies, and what one app keeps in memory. */
export type Desk = ApiDeps & {
  /** Commands being carried out in this process: id → digest of the request. */
  inFlight: Map<string, string>;
};
