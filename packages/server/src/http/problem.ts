/** Errors as RFC 9457 tells them: `application/problem+json` with one Chinese sentence in `detail`. */
import { type Withdrawal, withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import { ChangeRefused, InvalidCursor } from '@mingsuan/store';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { Fault, Gone, type Obstacle } from '../fault.ts';

const TITLES = {
  400: '请求不对',
  401: '需要登录',
  403: '不允许',
  404: '没有找到',
  405: '方法不对',
  409: '现在还不行',
  410: '已撤下',
  413: '内容太大',
  415: '格式不对',
  422: '处理不了',
  429: '请求太多',
  500: '服务器出错',
  502: '取不到文件',
  503: '暂时不能服务',
  507: '磁盘空间不够',
} as const;

export type ProblemStatus = keyof typeof TITLES;

const STATUS: Readonly<Record<Obstacle, ProblemStatus>> = {
  wrong: 400,
  forbidden: 403,
  missing: 404,
  gone: 410,
  'not-yet': 409,
  'too-large': 413,
  unusable: 422,
  'too-many': 429,
  unreachable: 502,
  busy: 503,
  'no-room': 507,
};

/** What HTTP itself refuses: a missing token, another content type, too many calls. */
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

/** A parameter and what is wrong with it. */
export interface WrongParameter {
  readonly name: string;
  readonly message: string;
}

interface ProblemDetails {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly WrongParameter[];
  /** What is said in English, too. */
  readonly english?: string;
  readonly withdrawn?: Withdrawal;
}

/** An error as an answer, which nobody keeps; `errors`: what is wrong with each parameter. */
export function problem(
  status: ProblemStatus,
  detail: string,
  { headers = {}, ...more }: ProblemDetails = {},
): Response {
  const body = { type: 'about:blank', title: TITLES[status], status, detail, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** What a validator of the library found wrong with the parameters. */
export function invalidParameters(error: z.ZodError): Response {
  const errors = error.issues.map(({ path, message }) => ({ name: path.join('.'), message }));
  const [first] = errors;
  return problem(400, `参数${first?.name ? ` ${first.name} ` : ''}不对：${first?.message ?? '请检查'}。`, { errors });
}

/** An error that a handler threw, as an answer; undefined for one that is a bug. */
export function problemOf(error: unknown): Response | undefined {
  if (error instanceof ApiProblem) return problem(error.status, error.message, { headers: error.headers });
  if (error instanceof Gone) {
    const { message, withdrawn } = error;
    return problem(410, message, { english: withdrawalNotice(withdrawn, 'en'), withdrawn });
  }
  if (error instanceof Fault) return faultAnswer(error);
  if (error instanceof ChangeRefused) return problem(409, error.message);
  if (error instanceof InvalidCursor) return problem(400, error.message);
  if (error instanceof HTTPException) {
    const { status } = error;
    if (status === 413) return problem(413, '请求的内容太大，请缩短后再试。');
    if (status === 415) return problem(415, '请求的内容格式不对，请看 /api/docs 里这个接口要什么格式。');
    return problem(400, '请求的内容读不出来，请检查格式。');
  }
  return undefined;
}

const faultAnswer = ({ obstacle, message, retryAfter }: Fault): Response =>
  problem(
    STATUS[obstacle],
    message,
    retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } },
  );
