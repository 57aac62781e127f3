import { holdToContract } from '../api/contract.ts';
import type { RunningApp } from './running-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
export type Answered = { status: number; body: Json; headers: Headers };

/** Requests to a running app whose answers are held against what the routes declare. */
export const wireOf = (app: () => RunningApp) => {
  const held = (method: 'get' | 'post', path: string, answer: Answered): Answered => {
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    holdToContract(method, path, { ...answer, type });
    return answer;
  };
  return {
    get: async (account: string, path: string): Promise<Answered> =>
      held('get', path, await app().as(account).get<Json>(path)),
    post: async (account: string, path: string, body?: unknown, key?: string): Promise<Answered> =>
      held('post', path, await app().as(account).post<Json>(path, body, key)),
  };
};
