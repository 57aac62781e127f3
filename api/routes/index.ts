import type { Desk } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { openApiDocument } from '../openapi-document.ts';
import type { Route } from '../routing/route.ts';
import { actRoutes } from './acts.ts';
import { alarmRoutes } from './alarms.ts';
import { calendarDraftRoutes } from './calendar-drafts.ts';
import { calendarImpactRoutes } from './calendar-impact.ts';
import { calendarLayerRoutes } from './calendar-layers.ts';
import { calendarRoutes } from './calendars.ts';
import { callRoutes } from './calls.ts';
import { caseHistoryRoutes } from './case-history.ts';
import { caseRoutes } from './cases.ts';
import { clockRoutes } from './clock.ts';
import { clockHistoryRoutes } from './clock-history.ts';
import { commandRoutes } from './commands.ts';
import { contactRoutes } from './contact.ts';
import { decisionRoutes } from './decisions.ts';
import { deliveryRoutes } from './deliveries.ts';
import { diagramRoutes } from './diagrams.ts';
import { directoryRoutes } from './directory.ts';
import { documentRoutes } from './documents.ts';
import { dutyRoutes } from './duties.ts';
import { gatewayReceiptRoutes } from './gateway-receipts.ts';
import { grantRoutes } from './grants.ts';
import { ledgerRoutes } from './ledgers.ts';
import { meRoutes } from './me.ts';
import { noticeRoutes } from './notices.ts';
import { operationRoutes } from './operations.ts';
import { planRoutes } from './plan.ts';
import { procedureRoutes } from './procedures.ts';
import { publicRoutes } from './public.ts';
import { refusedActRoutes } from './refused-acts.ts';
import { registerRoutes } from './registers.ts';
import { regulationRoutes } from './regulations.ts';
import { resourceRoutes } from './resources.ts';
import { rotaRoutes } from './rota.ts';
import { rotaGapRoutes } from './rota-gaps.ts';
import { sessionRoutes } from './sessions.ts';
import { supervisionRoutes } from './supervision.ts';
import { targetRoutes } from './targets.ts';
import { taskRoutes } from './tasks.ts';

/** Every route there is. Express and the document are both made from this table. */
export const allRoutes = (desk: Desk, metrics: Metrics): Route[] => {
  let document: unknown = null;
  const routes: Route[] = [
    ...sessionRoutes(desk),
    ...meRoutes(desk),
    ...contactRoutes(desk),
    ...noticeRoutes(desk),
    ...procedureRoutes(desk),
    ...resourceRoutes(desk),
    ...directoryRoutes(desk),
    ...diagramRoutes(desk),
    ...planRoutes(desk),
    ...caseRoutes(desk),
    ...caseHistoryRoutes(desk),
    ...refusedActRoutes(desk),
    ...ledgerRoutes(desk),
    ...clockHistoryRoutes(desk),
    ...decisionRoutes(desk),
    ...actRoutes(desk),
    ...taskRoutes(desk),
    ...supervisionRoutes(desk),
    ...alarmRoutes(desk),
    ...deliveryRoutes(desk),
    ...callRoutes(desk),
    ...rotaRoutes(desk),
    ...rotaGapRoutes(desk),
    ...gatewayReceiptRoutes(desk),
    ...calendarRoutes(desk),
    ...calendarLayerRoutes(desk),
    ...calendarDraftRoutes(desk),
    ...calendarImpactRoutes(desk),
    ...dutyRoutes(desk),
    ...targetRoutes(desk),
    ...regulationRoutes(desk),
    ...registerRoutes(desk),
    ...grantRoutes(desk),
    ...commandRoutes(desk),
    ...clockRoutes(desk),
    ...publicRoutes(desk),
    ...operationRoutes(desk, metrics),
    ...documentRoutes(() => {
      document ??= openApiDocument(routes);
      return document;
    }),
  ];
  return routes;
};
