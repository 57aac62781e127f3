import type { Router } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expressPath } from '../../api/routing/mount.ts';
import { route } from '../../api/routing/route.ts';
import { openStore } from '../../store/index.ts';
import { ROUTES } from './contract.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const filled = (path: string): string => path.replaceAll('{file}', 'start.js').replaceAll(/\{\w+\}/g, 'x');
const nameOf = ({ method, path }: { method: string; path: string }): string =>
  `${method.toUpperCase()} ${path}`;

/** What Express really serves. */
const served = (): string[] => {
  type Layer = { route?: { path: string; stack: { method?: string }[] }; handle: { stack?: Layer[] } };
  const walk = (stack: Layer[]): string[] =>
    stack.flatMap((layer) =>
      layer.route
        ? [
            ...new Set(
              layer.route.stack.flatMap(({ method }) =>
                method ? [`${method.toUpperCase()} ${layer.route!.path}`] : [],
              ),
            ),
          ]
        : walk(layer.handle.stack ?? []),
    );
  return walk((world.app as unknown as { router: Router & { stack: Layer[] } }).router.stack);
};

describe('the document and the routes are the same', () => {
  it('every served route is in the document, and every documented one is served', async () => {
    const { body } = await request(world.app).get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${expressPath(path)}`),
    );
    expect(new Set(served())).toEqual(new Set(documented));
  });
  it('every operation has a summary, an audit name and described answers; ids are unique', async () => {
    const { body } = await request(world.app).get('/openapi.json');
    const operations = Object.values(body.paths as Record<string, Record<string, never>>).flatMap((item) =>
      Object.values(item),
    ) as {
      operationId: string;
      summary: string;
      'x-audit': string;
      responses: object;
    }[];
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation.summary).toMatch(/\S/);
      expect(operation['x-audit']).toMatch(/^[A-Z_]+$/);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });
  it('every closed list of codes carries a Chinese label for each', async () => {
    const { text } = await request(world.app).get('/openapi.json');
    const isConstant = (codes: unknown[]) => codes.length === 1;
    const isTruth = (codes: unknown[]) => codes.join() === 'true,false';
    const unlabelled: unknown[] = [];
    JSON.parse(text, (_key, value) => {
      const codes: unknown = value?.enum;
      if (!Array.isArray(codes) || isConstant(codes) || isTruth(codes)) return value;
      const labels = value['x-labels'] ?? {};
      if (codes.some((code) => code !== null && !/\p{Script=Han}/u.test(labels[code] ?? '')))
        unlabelled.push(value);
      return value;
    });
    expect(unlabelled).toEqual([]);
  });
  it('what may be null is not shut out by a list of values', async () => {
    const { text } = await request(world.app).get('/openapi.json');
    const shut: unknown[] = [];
    JSON.parse(text, (_key, value) => {
      const values: unknown = value?.enum;
      if (Array.isArray(values) && [value.type].flat().includes('null') && !values.includes(null))
        shut.push(value);
      return value;
    });
    expect(shut).toEqual([]);
  });
  it('every reference in the document leads somewhere', async () => {
    const { body, text } = await request(world.app).get('/openapi.json');
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(body.components.schemas).toHaveProperty(name!);
  });
});

describe('no way in without a login', () => {
  const guarded = ROUTES.filter(({ access }) => access !== 'public');
  it('the public routes are these', () => {
    expect(ROUTES.filter(({ access }) => access === 'public').map(nameOf)).toEqual([
      'POST /api/v1/sessions',
      'POST /api/v1/gateways/{channel}/receipts',
      'GET /public/progress',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'GET /openapi.json',
      'GET /docs',
      'GET /docs/{file}',
    ]);
  });
  it.each(guarded.map((one) => [nameOf(one), one] as const))('%s', async (_name, { method, path }) => {
    const expired = (await world.store.sessions.create('p-admin', 1)).token;
    await new Promise((done) => setTimeout(done, 5));
    for (const headers of [
      {},
      { Authorization: 'Bearer wrong' },
      { Authorization: `Bearer ${expired}` },
      { 'X-User-Id': 'p-admin' },
    ]) {
      const answer = await request(world.app)[method](filled(path)).set(headers);
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ code: 'unauthenticated' });
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });
  it('a route without a right does not compile', () => {
    // @ts-expect-error `access` is missing
    route({
      method: 'get',
      path: '/x',
      audit: 'X',
      tag: 'x',
      summary: 'x',
      responses: {},
      handle: async () => ({ status: 200 }),
    });
    route({
      method: 'get',
      path: '/x',
      // @ts-expect-error no such right
      access: 'x:y',
      audit: 'X',
      tag: 'x',
      summary: 'x',
      responses: {},
      handle: async () => ({ status: 200 }),
    });
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/api/v1/me', '/nowhere', '/docs', '/openapi.json'])(
    '%s carries the headers that protect it',
    async (path) => {
      const { headers } = await request(world.app).get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['content-security-policy']).toMatch(
        /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
      );
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );
  it('an unknown address is 404, an unknown method 405 with what is allowed, HEAD works', async () => {
    expect((await request(world.app).get('/api/v1/nope')).body).toMatchObject({
      status: 404,
      code: 'route_not_found',
    });
    const wrong = await request(world.app).put('/api/v1/cases');
    expect(wrong.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(wrong.headers.allow).toBe('POST, GET, HEAD');
    expect((await request(world.app).trace('/api/v1/cases')).status).toBe(405);
    expect((await request(world.app).head('/healthz')).status).toBe(200);
    expect((await request(world.app).get('/api/v1/%E0%A4%A')).body).toMatchObject({ status: 404 });
    expect((await request(world.app).get('/api/v1/cases/%E0%A4%A')).body.status).toBe(400);
  });
  it('the documentation page works from files of our own', async () => {
    const page = await request(world.app).get('/docs');
    for (const [, source] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(source).toMatch(/^\/docs\//);
      expect((await request(world.app).get(source!)).status).toBe(200);
    }
    expect((await request(world.app).get('/docs/package.json')).status).toBe(404);
  });
});

describe('operations', () => {
  it('ready tells what is not; metrics name routes, never cases', async () => {
    expect((await request(world.app).get('/readyz')).body).toMatchObject({ status: 'ready' });
    world.engine.away = true;
    const away = await request(world.app).get('/readyz');
    world.engine.away = false;
    expect(away.status).toBe(503);
    expect(away.body).toMatchObject({ checks: { database: true, engine: false } });
    const { no } = (await world.as('requester').submit()).body.case;
    await world.as('requester').get(`/api/v1/cases/${no}`);
    const metrics = await request(world.app).get('/metrics');
    expect(metrics.text).toContain('route="/api/v1/cases/{no}"');
    expect(metrics.text).not.toContain(no);
  });
  it('metrics with a token are for whoever brings it', async () => {
    const closed = await openWorld({ config: { metricsToken: 'secret-of-the-scraper' } });
    expect((await request(closed.app).get('/metrics')).status).toBe(404);
    expect(
      (await request(closed.app).get('/metrics').set('Authorization', 'Bearer secret-of-the-scraper')).status,
    ).toBe(200);
    await closed.close();
  });
  it('while PostgreSQL is away every request is 503 with Retry-After and without a detail of it', async () => {
    const store = openStore('postgresql://nobody:nothing@127.0.0.1:1/none');
    const broken = await openWorld({ store });
    const answer = await request(broken.app)
      .get('/api/v1/me')
      .set('Authorization', `Bearer ${'t'.repeat(43)}`);
    expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/ECONN|127\.0|knex|postgres|sessions/i);
    await broken.close();
  });
  it('an error nobody expected is 500 without a detail, and logged under the request id', async () => {
    const broken = await openWorld();
    broken.store.counts = () => Promise.reject(new Error('secret: select * from people at /srv/app'));
    const answer = await broken.as('requester').get('/api/v1/me');
    expect(answer.body).toMatchObject({ status: 500, code: 'internal_error' });
    expect(answer.text).not.toMatch(/secret|people|srv/);
    const id = answer.body.instance.replace('urn:uuid:', '');
    expect(broken.lines.some((line) => line.includes(id) && line.includes('request failed'))).toBe(true);
    await broken.close();
  });
});
