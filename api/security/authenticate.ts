import type { Request } from 'express';
import { forbidden, type Problem, unauthenticated } from '../problems/problem.ts';
import type { Viewer } from './viewer.ts';

export const SESSION_COOKIE = '__Host-session';

const cookieOf = (req: Request, name: string): string | null => {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
};

const TOKEN = /^[A-Za-z0-9_-]{20,200}$/;

/** The secret a request brings, and how; a bearer token goes before a cookie. */
export const tokenOf = (req: Request): { token: string; by: 'bearer' | 'cookie' } | null => {
  const header = req.headers.authorization;
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    return token !== undefined && TOKEN.test(token) ? { token, by: 'bearer' } : null;
  }
  const cookie = cookieOf(req, SESSION_COOKIE);
  return cookie !== null && TOKEN.test(cookie) ? { token: cookie, by: 'cookie' } : null;
};

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

/** Whether the page that sent the request is one of ours. Browsers always name the origin of a write. */
export const isSameOrigin = (req: Request): boolean => {
  const { origin, host } = req.headers;
  return origin !== undefined && host !== undefined && hostOf(origin) === host.toLowerCase();
};

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const foreignOrigin = (): Problem => forbidden('请求不是来自本系统的页面。', 'foreign_origin');

/** Finds the viewer of a token that is still good; null for any other. */
export type FindViewer = (token: string) => Promise<Viewer | null>;

/** Who asks: by bearer token, or by the browser's cookie, which writes only from pages of our own. */
export const authenticator =
  (find: FindViewer) =>
  async (req: Request): Promise<Viewer | Problem> => {
    const found = tokenOf(req);
    if (found === null) return unauthenticated();
    if (found.by === 'cookie' && WRITES.has(req.method) && !isSameOrigin(req)) return foreignOrigin();
    return (await find(found.token)) ?? unauthenticated();
  };

/** For the login itself: a page of somebody else may not log a browser in. */
export const refusesForeignLogin = (req: Request): Problem | null =>
  req.headers.origin !== undefined && !isSameOrigin(req) ? foreignOrigin() : null;
