import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { type ApiConfig, createApp } from '../api/app.ts';
import type { Calendars } from '../api/calendars.ts';
import { carryOutChildBirth, isChildBirth } from '../api/commands/child-birth.ts';
import { carryOutDutyBirth, isDutyBirth } from '../api/commands/duty-birth.ts';
import { keepDuties } from '../api/duties/keeper.ts';
import { dutyRounds } from '../api/duties/rounds.ts';
import { caseEngine } from '../api/engine/case-engine.ts';
import { caseRuns } from '../api/engine/case-runs.ts';
import { type Dispatcher, startDispatcher } from '../api/engine/dispatcher.ts';
import { engineIdentity } from '../api/engine/engine-identity.ts';
import { pingOf } from '../api/engine/ping.ts';
import { rearming } from '../api/engine/rearm.ts';
import { keepRollouts } from '../api/engine/rollout-keeper.ts';
import type { CaseEngine } from '../api/engine/types.ts';
import { type Clock, realClock, virtualTime } from '../api/engine/virtual-time.ts';
import { startWatchdog, type Watchdog } from '../api/engine/watchdog.ts';
import { keepNotices, type NoticeKeeper } from '../api/notify/keeper.ts';
import { type ChannelSettings, gatewaySecretsOf, NO_CHANNELS, notifiersOf } from '../api/notify/notifiers.ts';
import { SENDER_OPTIONS, type Sender, type SenderOptions, startSender } from '../api/notify/sender.ts';
import { statusOfRefusal } from '../api/problems/of-refusal.ts';
import { ensureShippedCalendars, publishedCalendars } from '../api/published-calendars.ts';
import { tellOfExpiry } from '../api/registers/expiry.ts';
import { keepSessions } from '../api/security/session-keeper.ts';
import { missingMigrations } from '../migrations/index.ts';
import { openStore, type Store } from '../store/index.ts';

export type ApplicationSettings = {
  databaseUrl: string;
  temporal: ConnectionOptions;
  namespace: string;
  /** The engine is our own: virtual time can be moved. */
  isEmbedded: boolean;
  logger: Logger;
  api?: ApiConfig;
  /** false: recurring duties do not come up of themselves. Default true. */
  duties?: boolean;
  /** Virtual time stands between moves; for tests that meet an instant to the millisecond. Default false. */
  timeStands?: boolean;
  /** By what people are reached beside the application. Default: nothing. */
  channels?: ChannelSettings;
  /** Default SENDER_OPTIONS. */
  sender?: SenderOptions;
  /** See `CaseInput.wakeSpreadMs`. */
  wakeSpreadMs?: number;
};

/** The API with everything behind it, in this process. */
export type Application = {
  app: Express;
  store: Store;
  client: Client;
  clock: Clock;
  engine: CaseEngine;
  calendars: Calendars;
  dispatcher: Dispatcher;
  watchdog: Watchdog;
  notices: NoticeKeeper;
  sender: Sender;
  /** Takes no new work, finishes what is under way, closes the connections. */
  stop(): Promise<void>;
};

/** Days that calendars are composed for: cases reach some years beyond the last notice. */
export const CALENDAR_SPAN = { from: '2020-01-01', to: '2032-12-31' };
/** Connections of one API process to PostgreSQL. */
const POOL_MAX = 20;

/** Puts the API together on a migrated database and a Temporal that answers. Rejects when either is away. */
export const startApplication = async (settings: ApplicationSettings): Promise<Application> => {
  const { logger, namespace } = settings;
  const connection = await Connection.connect(settings.temporal);
  const client = new Client({ connection, namespace });
  const store = openStore(settings.databaseUrl, { poolMax: POOL_MAX, applicationName: 'shixian-api' });
  await ensureShippedCalendars(store);
  const calendars = await publishedCalendars({ store, span: CALENDAR_SPAN, logger });
  const wakeSpreadMs = settings.wakeSpreadMs ?? 0;
  const offsetMs = (): number => virtual?.offsetMs() ?? 0;
  const runs = caseRuns({ client, store, calendars, wakeSpreadMs, offsetMs });
  const engine = caseEngine({ runs, store, calendars, logger, ping: pingOf(connection) });
  const settle = async (caseNo: string): Promise<void> => {
    const events = await runs.unrecorded(caseNo);
    if (events.length > 0) await store.record.append(caseNo, events);
  };
  const dispatch = () => dispatcher.round();
  const look = async (nowMs: number): Promise<void> => {
    await tellOfExpiry({ store, calendars }, nowMs);
    await notices.look(nowMs);
  };
  const kick = () => dispatcher.kick();
  const duties = settings.duties === false ? undefined : dutyRounds({ store, kick });
  const virtual = settings.isEmbedded
    ? await virtualTime({
        ...{ client, store, logger, settle, dispatch, look, stands: settings.timeStands ?? false },
        ...(duties === undefined ? {} : { duties }),
      })
    : null;
  const clock = virtual?.clock ?? realClock;
  const channels = settings.channels ?? NO_CHANNELS;
  const notifiers = notifiersOf(channels);
  const notices = keepNotices({
    ...{ store, clock, logger, publicUrl: channels.publicUrl },
    channels: notifiers.map(({ channel }) => channel),
  });
  const sender = startSender({ store, notifiers, logger, options: settings.sender ?? SENDER_OPTIONS });
  const birth = { store, engine, calendars, logger };
  const dispatcher: Dispatcher = startDispatcher({
    store,
    engine,
    clock,
    logger,
    refuse: (id, refusal) => store.commands.refuse(id, refusal, statusOfRefusal(refusal)),
    checkEngine: engineIdentity({ client, store, logger }),
    bear: async (command) => {
      if (isChildBirth(command)) await carryOutChildBirth(birth, command);
      else if (isDutyBirth(command)) await carryOutDutyBirth(birth, command);
      else return false;
      return true;
    },
  });
  store.record.onFollowUp(kick);
  const keeper = duties === undefined ? null : keepDuties({ client, rounds: duties, clock, logger, look });
  const rollouts = keepRollouts({ client, store, logger });
  const sessions = keepSessions({ store, logger });
  const nowMs = () => clock.nowMs();
  const watchdog = startWatchdog({ client, store, calendars, logger, nowMs, wakeSpreadMs });
  const app = createApp({
    store,
    engine,
    calendars,
    clock,
    virtualTime: virtual,
    kick,
    logger,
    config: { ...settings.api, gatewaySecrets: gatewaySecretsOf(channels) },
    rearm: rearming({ client, runs, store, engine, calendars, nowMs: async () => clock.nowMs() }),
    migrated: async () => (await missingMigrations(store.db)).length === 0,
  });
  return {
    app,
    store,
    client,
    clock,
    engine,
    calendars,
    dispatcher,
    watchdog,
    notices,
    sender,
    async stop() {
      await keeper?.stop();
      await dispatcher.stop();
      virtual?.stop();
      calendars.stop();
      await Promise.all([rollouts.stop(), sessions.stop(), watchdog.stop(), notices.stop(), sender.stop()]);
      await store.close();
      await connection.close();
    },
  };
};
