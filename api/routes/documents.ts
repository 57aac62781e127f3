import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { notFound } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>时限 · 接口文档</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="icon" href="/docs/favicon-32x32.png"></head>
<body><div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;
const START = `window.addEventListener('load', () => {
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', validatorUrl: null, deepLinking: true });
});
`;

/** Files of the page that come with the package, and what they are. Nothing else of it is served. */
const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const assetFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The OpenAPI document and a page that shows it, without a network. */
export const documentRoutes = (document: () => unknown): Route[] => [
  route({
    method: 'get',
    path: '/openapi.json',
    access: 'public',
    audit: 'OPENAPI',
    tag: '文档',
    summary: 'OpenAPI 3.1 文档',
    responses: { 200: { description: '文档', schema: z.record(z.string(), z.unknown()) } },
    handle: async () => ok(document()),
  }),
  route({
    method: 'get',
    path: '/docs',
    access: 'public',
    audit: 'DOCS',
    tag: '文档',
    summary: '接口文档的网页',
    responses: { 200: { description: '网页', type: 'text/html', schema: z.string() } },
    handle: async () => ({ status: 200, body: PAGE, type: 'text/html; charset=utf-8' }),
  }),
  route({
    method: 'get',
    path: '/docs/{file}',
    access: 'public',
    audit: 'DOCS_FILE',
    tag: '文档',
    summary: '网页所用的文件',
    params: z.object({ file: z.string() }),
    responses: { 200: { description: '文件', type: 'application/octet-stream', schema: z.string() } },
    async handle({ params: { file } }) {
      if (file === 'start.js') return { status: 200, body: START, type: 'text/javascript; charset=utf-8' };
      const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
      return type === undefined
        ? notFound()
        : { status: 200, body: await readFile(join(assetFolder(), file)), type };
    },
  }),
];
