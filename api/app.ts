import express, { type Express } from 'express';
import type { ApiDeps, Desk } from './deps.ts';
import { accessLog } from './http/access-log.ts';
import { errorHandler, unknownRoute } from './http/errors.ts';
import { requestId, securityHeaders } from './http/headers.ts';
import { addressLimiter, keyLimiter, RATE_LIMITS } from './http/limits.ts';
import { measure } from './http/measure.ts';
import { prometheusMetrics } from './metrics.ts';
import { allRoutes } from './routes/index.ts';
import { mount, personIn } from './routing/mount.ts';
import { authenticator } from './security/authenticate.ts';
import { viewerFinder } from './security/find-viewer.ts';

export type { ApiClock, ApiConfig, ApiDeps, VirtualTime } from './deps.ts';

/**
 * The HTTP API as an Express app. It reads no environment, listens nowhere and keeps nothing outside itself: two apps in
 * one process do not know of each other.
 */
export const createApp = (deps: ApiDeps): Express => {
  const desk: Desk = { ...deps, inFlight: new Map() };
  const limits = { ...RATE_LIMITS, ...deps.config.rateLimits };
  const metrics = prometheusMetrics();
  metrics.backlog(() => deps.store.commands.backlog());
  metrics.alarms(() => deps.store.alarms.openCount());
  metrics.deliveries(() => deps.store.deliveries.backlog());
  metrics.rotaGaps(() => deps.store.rota.withoutDuty(deps.clock.nowMs()));

  const app = express();
  app.set('trust proxy', false);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(
    requestId(),
    accessLog(deps.logger),
    measure(metrics),
    ...securityHeaders(),
    addressLimiter(limits.perAddress),
  );
  app.use(
    mount(allRoutes(desk, metrics), {
      authenticate: authenticator(viewerFinder(deps)),
      publicLimits: { login: addressLimiter(limits.login), public: addressLimiter(limits.publicProgress) },
      personLimit: keyLimiter(limits.perPerson, personIn),
      readTitles: (ids) => deps.store.people.departmentTitles(ids),
    }),
  );
  app.use(unknownRoute());
  app.use(errorHandler(deps.logger));
  return app;
};
