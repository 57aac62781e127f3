/** Errors over HTTP (RFC 9457). A problem is a value that a handler answers with; only the unexpected is thrown. */

/** A place in the request and what is wrong there. Body: JSON pointer; query and header: `/` and the name. */
export type FieldError = { pointer: string; message: string };

export type Problem = {
  problem: true;
  status: number;
  /** Stable English word. */
  code: string;
  title: string;
  detail: string;
  errors?: FieldError[];
  /** Seconds after which it is worth asking again. */
  retryAfter?: number;
  headers?: Record<string, string>;
  /** Further members of the problem document, e.g. `already` or `allowed`. */
  more?: Record<string, unknown>;
};

/** Titles by status; the same status always has the same title. */
const TITLES: Record<number, string> = {
  400: '请求格式有误',
  401: '未登录或登录已失效',
  403: '无权办理',
  404: '没有找到',
  405: '不支持的请求方法',
  409: '办件状态已变化',
  413: '请求内容过大',
  415: '不支持的内容类型',
  422: '内容不符合规定',
  429: '请求过于频繁',
  500: '系统内部错误',
  503: '服务暂时不可用',
};

type Extras = Omit<Problem, 'problem' | 'status' | 'code' | 'title' | 'detail'>;

/** Makes a problem; the title follows from the status. */
export const problem = (status: number, code: string, detail: string, extras: Extras = {}): Problem => ({
  problem: true,
  status,
  code,
  title: TITLES[status] ?? '请求未能完成',
  detail,
  ...extras,
});

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && (value as { problem?: unknown }).problem === true;

/** The document as it goes over the wire. `instance` names the request, not the resource. */
export const problemDocument = (of: Problem, requestId: string): Record<string, unknown> => ({
  type: `urn:shixian:problem:${of.code}`,
  title: of.title,
  status: of.status,
  detail: of.detail,
  instance: `urn:uuid:${requestId}`,
  code: of.code,
  ...(of.errors === undefined ? {} : { errors: of.errors }),
  ...of.more,
});

export const notFound = (): Problem => problem(404, 'not_found', '没有这样的内容，或者您无权查看。');
export const caseNotFound = (): Problem => problem(404, 'case_not_found', '没有这个办件，或者您无权查看。');
export const forbidden = (detail = '您的角色不能办理此事项。', code = 'role_not_allowed'): Problem =>
  problem(403, code, detail);
export const unauthenticated = (): Problem =>
  problem(401, 'unauthenticated', '请先登录，再重试。', {
    headers: { 'WWW-Authenticate': 'Bearer realm="shixian"' },
  });
export const malformed = (errors: FieldError[], detail = '请求的格式不符合约定，请看各项说明。'): Problem =>
  problem(400, 'malformed_request', detail, { errors });
export const reasonsRequired = (detail: string): Problem =>
  problem(422, 'reasons_required', detail, { errors: [{ pointer: '/reasons', message: '请说明理由' }] });
export const unavailable = (): Problem =>
  problem(503, 'unavailable', '服务暂时不可用，您的请求没有被办理，请稍后重试。', { retryAfter: 5 });
export const internal = (): Problem =>
  problem(500, 'internal_error', '系统遇到意外情况，已记录。请稍后重试，或凭请求编号联系管理员。');
