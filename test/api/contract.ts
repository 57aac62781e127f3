import { expect } from 'vitest';
import type { Desk } from '../../api/deps.ts';
import { prometheusMetrics } from '../../api/metrics.ts';
import { problemStatuses } from '../../api/openapi-document.ts';
import { allRoutes } from '../../api/routes/index.ts';
import type { Route } from '../../api/routing/route.ts';
import { problemSchema } from '../../api/schemas/problem.ts';

/** The table of routes, for looking at; nothing can be carried out with it. */
export const ROUTES: Route[] = allRoutes(
  { config: {}, inFlight: new Map() } as unknown as Desk,
  prometheusMetrics(),
);

const matches = (route: Route, path: string): boolean =>
  new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** The route that a request goes to; the one without parameters first. */
export const routeOf = (method: string, url: string): Route | undefined => {
  const path = url.split('?')[0]!;
  return ROUTES.filter((route) => route.method === method && matches(route, path)).sort(
    (a, b) => a.path.split('{').length - b.path.split('{').length,
  )[0];
};

type Answered = { status: number; body: unknown; type: string };

/** Holds an answer against what the route declares: its schema, or a problem of a status that it can have. */
export const holdToContract = (method: string, url: string, { status, body, type }: Answered): void => {
  const route = routeOf(method, url);
  if (route === undefined) return;
  const spec = route.responses[status];
  const schema = spec?.schema;
  if (schema !== undefined) {
    const types = [spec?.type ?? 'application/json', ...(spec?.alsoAs ?? [])];
    expect(types, `${method} ${url} ${status}`).toContain(type);
    if (spec?.alsoAs?.includes(type)) return;
    const parsed = schema.safeParse(body);
    expect(parsed.error?.issues ?? [], `${method} ${url} ${status}`).toEqual([]);
    return;
  }
  expect(type, `${method} ${url} ${status} ${JSON.stringify(body)}`).toBe('application/problem+json');
  expect(problemSchema.safeParse(body).error?.issues ?? []).toEqual([]);
  expect((body as { status: number }).status).toBe(status);
  const { detail, errors = [] } = body as { detail: string; errors?: { message: string }[] };
  expect(detail, 'what a problem says ends as a sentence').toMatch(/[。？]$/);
  for (const { message } of errors)
    expect(message, 'a note beside a field has no full stop').not.toMatch(/。$/);
  if (status !== 500) expect(problemStatuses(route), `${method} ${route.path}`).toContain(status);
};
