import type { Problem } from '../problems/problem.ts';

/** What a handler answers with when all went well. */
export type Reply = {
  status: number;
  /** JSON, or text with its own type. */
  body?: unknown;
  type?: string;
  headers?: Record<string, string>;
};
export type Answer = Reply | Problem;

export const ok = (body: unknown, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  body,
  headers,
});
export const created = (body: unknown, headers: Record<string, string> = {}): Reply => ({
  status: 201,
  body,
  headers,
});
export const noContent = (headers: Record<string, string> = {}): Reply => ({ status: 204, headers });
