/** Errors as RFC 9457 tells them: `application/problem+json` with one Chinese sentence in `detail`. */
import { InvalidCursor } from '@mingsuan/store';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

const TITLES = {
  400: '请求不对',
  401: '需要管理员令牌',
  403: '不允许',
  404: '没有找到',
  405: '方法不对',
  409: '现在还不行',
  413: '内容太大',
  415: '格式不对',
  422: '处理不了',
  429: '请求太多',
  500: '服务器出错',
  502: '取不到文件',
  503: '暂时不能服务',
} as const;

export type ProblemStatus = keyof typeof TITLES;

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: ProblemStatus;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ProblemStatus, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

export interface Fault {
  readonly name: string;
  readonly message: string;
}

export function problem(
  status: ProblemStatus,
  detail: string,
  { headers = {}, errors }: { headers?: Readonly<Record<string, string>>; errors?: readonly Fault[] } = {},
): Response {
  const body = { type: 'about:blank', title: TITLES[status], status, detail, ...(errors ? { errors } : {}) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

export const notFound = (what: string): ApiProblem => new ApiProblem(404, `没有${what}，请检查编号。`);

/** What a validator of the library found wrong with the parameters. */
export function invalidParameters(error: z.ZodError): Response {
  const errors = error.issues.map(({ path, message }) => ({ name: path.join('.'), message }));
  const [first] = errors;
  return problem(400, `参数${first?.name ? ` ${first.name} ` : ''}不对：${first?.message ?? '请检查'}。`, { errors });
}

/** An error that a handler threw, as an answer; undefined for one that is a bug. */
export function problemOf(error: unknown): Response | undefined {
  if (error instanceof ApiProblem) return problem(error.status, error.message, { headers: error.headers });
  if (error instanceof InvalidCursor) return problem(400, error.message);
  if (error instanceof HTTPException) {
    const { status } = error;
    if (status === 413) return problem(413, '请求的内容太大，请缩短后再试。');
    if (status === 415) return problem(415, '请求的内容格式不对，请看 /api/docs 里这个接口要什么格式。');
    return problem(400, '请求的内容读不出来，请检查格式。');
  }
  return undefined;
}

/** A handler's value, or the error where there is none. */
export function orNotFound<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}
