import type { Request, Response } from 'express';
import { isProblem, type Problem, problemDocument } from '../problems/problem.ts';
import type { Answer } from '../routing/answer.ts';
import { factsOf } from './facts.ts';

/** Identity of a request, made here and never taken from a client. */
export const requestIdOf = (req: Request): string => String(req.id);

/** Answers with a problem document. */
export const sendProblem = (req: Request, res: Response, of: Problem): void => {
  if (res.headersSent) return;
  for (const [name, value] of Object.entries(of.headers ?? {})) res.setHeader(name, value);
  if (of.retryAfter !== undefined)
    res.setHeader('Retry-After', String(Math.max(1, Math.ceil(of.retryAfter))));
  res.status(of.status).type('application/problem+json');
  res.send(JSON.stringify(problemDocument(of, requestIdOf(req))));
};

/** Answers with whatever a handler gave back. */
export const sendAnswer = (req: Request, res: Response, answer: Answer): void => {
  if (isProblem(answer)) {
    sendProblem(req, res, answer);
    return;
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
  res.status(answer.status);
  if (answer.body === undefined) {
    res.end();
    return;
  }
  if (answer.type !== undefined) {
    res.type(answer.type).send(answer.body as string | Buffer);
    return;
  }
  const text = JSON.stringify(answer.body);
  const { startedAtMs } = factsOf(res);
  if (startedAtMs !== undefined)
    res.setHeader('Server-Timing', `app;dur=${(performance.now() - startedAtMs).toFixed(1)}`);
  res.type('application/json').send(text);
};
