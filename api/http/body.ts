import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { malformed, problem } from '../problems/problem.ts';
import { sendProblem } from './send.ts';
import { textProblems } from './text.ts';

export const BODY_BYTES = 256 * 1024;

const unsupported = problem(
  415,
  'unsupported_media_type',
  '请求内容须为 application/json（UTF-8，不压缩）。',
);
const tooLarge = problem(413, 'body_too_large', '请求内容不得超过 256 KiB。');
const broken = malformed([{ pointer: '', message: '不是完整、正确的 JSON' }], '请求内容不是正确的 JSON。');

const isJson = (contentType: string): boolean => {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  return type === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
};

const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** What the reader of bodies reports, as a problem. */
const readProblem = (error: { type?: string }) => {
  if (error.type === 'entity.too.large') return tooLarge;
  if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported') return unsupported;
  return broken;
};

const RAW = new WeakMap<object, Buffer>();
/** The body as it came, for whoever has to check a signature over it; '' where there was none. */
export const rawBodyOf = (req: Request): string => RAW.get(req)?.toString('utf8') ?? '';

/** Reads a JSON body: of the right type, of bounded size and depth, with text that can be kept. Others end here. */
export const jsonBody = (): RequestHandler => {
  const read = express.json({
    ...{ limit: BODY_BYTES, strict: true, inflate: false, type: () => true },
    verify: (req, _res, bytes) => void RAW.set(req, bytes),
  });
  return (req: Request, res: Response, next: NextFunction) => {
    if (!hasBody(req)) return next();
    if (!isJson(req.headers['content-type'] ?? '') || req.headers['content-encoding'] !== undefined)
      return sendProblem(req, res, unsupported);
    read(req, res, (error?: unknown) => {
      if (error) return sendProblem(req, res, readProblem(error as { type?: string }));
      const errors = textProblems(req.body);
      if (errors.length > 0) return sendProblem(req, res, malformed(errors));
      next();
    });
  };
};
