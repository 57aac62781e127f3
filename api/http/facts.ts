import type { Response } from 'express';

/** What the access log and the metrics are told about a request, beyond what the response itself says. */
export type RequestFacts = {
  route?: string;
  audit?: string;
  personId?: string;
  /** When the request came in, by the clock of `performance.now()`. */
  startedAtMs?: number;
};

export const factsOf = (res: Response): RequestFacts => (res.locals.facts as RequestFacts | undefined) ?? {};
export const addFacts = (res: Response, facts: RequestFacts): void => {
  res.locals.facts = { ...factsOf(res), ...facts };
};
