import type { Request } from 'express';
import type { z } from 'zod';
import type { Right } from '../security/rights.ts';
import type { Viewer } from '../security/viewer.ts';
import type { Answer } from './answer.ts';

/** How a route treats the header Idempotency-Key. */
export type KeyUse = 'required' | 'optional' | 'none';

export type ResponseSpec = {
  description: string;
  schema?: z.ZodType;
  type?: string;
  /** Also given as text of these types, to whoever asks for them by Accept. */
  alsoAs?: readonly string[];
  example?: unknown;
  headers?: Record<string, string>;
};

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** What a handler is given: everything read and checked, nothing of Express but the raw request. */
export type Call<P, Q, B, V> = {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** Who asks. Public routes have nobody. */
  viewer: V;
  /** Given, and of the right form, where the route requires it. */
  key: string | null;
  requestId: string;
  req: Request;
};

type Common<P, Q, B> = {
  method: 'get' | 'post' | 'delete';
  /** In the way of OpenAPI: `/api/v1/cases/{no}`. */
  path: string;
  /** Name under which the access log and the audit know the act. */
  audit: string;
  tag: string;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  bodyExample?: unknown;
  key?: KeyUse;
  responses: Record<number, ResponseSpec>;
  /** Statuses of problems beyond those every route of its kind can have. */
  problems?: number[];
};

/** A route of people with a right. */
type Guarded<P, Q, B> = Common<P, Q, B> & {
  access: Right;
  handle: (call: Call<P, Q, B, Viewer>) => Promise<Answer>;
};
/** A route for everybody, said explicitly. */
type Public<P, Q, B> = Common<P, Q, B> & {
  access: 'public';
  /** Counts against the stricter limit of a person-less address. */
  limited?: 'login' | 'public';
  handle: (call: Call<P, Q, B, null>) => Promise<Answer>;
};

export type RouteSpec<P = undefined, Q = undefined, B = undefined> = Guarded<P, Q, B> | Public<P, Q, B>;

/** Any route, for the table, the mount and the document. */
export type Route = Common<z.ZodObject | undefined, z.ZodObject | undefined, z.ZodType | undefined> & {
  access: Right | 'public';
  limited?: 'login' | 'public';
  handle: (call: Call<never, never, never, never>) => Promise<Answer>;
};

/** Declares a route. Without `access` and `audit` it does not compile. */
export const route = <
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B>,
): Route => spec as unknown as Route;
