import type { Desk } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { openApiDocument } from '../openapi-document.ts';
import type { Route } from '../routing/route.ts';
import { actRoutes } from './acts.ts';
import { caseHistoryRoutes } from './case-history.ts';
import { caseRoutes } from './cases.ts';
import { clockRoutes } from './clock.ts';
import { commandRoutes } from './commands.ts';
import { decisionRoutes } from './decisions.ts';
import { documentRoutes } from './documents.ts';
import { meRoutes } from './me.ts';
import { operationRoutes } from './operations.ts';
import { planRoutes } from './plan.ts';
import { procedureRoutes } from './procedures.ts';
import { publicRoutes } from './public.ts';
import { sessionRoutes } from './sessions.ts';
import { supervisionRoutes } from './supervision.ts';
import { taskRoutes } from './tasks.ts';

/** Every route there is. Express and the document are both made from this table. */
export const allRoutes = (desk: Desk, metrics: Metrics): Route[] => {
  let document: unknown = null;
  const routes: Route[] = [
    ...sessionRoutes(desk),
    ...meRoutes(desk),
    ...procedureRoutes(),
    ...planRoutes(desk),
    ...caseRoutes(desk),
    ...caseHistoryRoutes(desk),
    ...decisionRoutes(desk),
    ...actRoutes(desk),
    ...taskRoutes(desk),
    ...supervisionRoutes(desk),
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
