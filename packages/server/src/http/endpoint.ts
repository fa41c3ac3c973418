/** An endpoint: what it is asked, what it answers, and both as the OpenAPI document tells them. */
import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { problemSchema } from '../contract/shared.ts';
import type { Api, AppEnv } from './env.ts';
import { scopeOf } from './scopes.ts';

type Fields = z.ZodRawShape;
type None = Record<never, never>;
type Values<F extends Fields> = z.output<z.ZodObject<F>>;

interface Question<P extends Fields, Q extends Fields> {
  readonly method?: 'get' | 'post' | 'put' | 'delete';
  /** Below /api/v1, with `{id}` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  /** What may go wrong beside too many requests: HTTP statuses. */
  readonly problems?: readonly number[];
  readonly middleware?: readonly MiddlewareHandler<AppEnv>[];
  /** Whether the administrator's token is needed where one is set. */
  readonly operator?: boolean;
  /** Whether it answers only who is signed in. */
  readonly signedIn?: boolean;
}

interface JsonEndpoint<P extends Fields, Q extends Fields, B extends z.ZodType, S extends z.ZodType>
  extends Question<P, Q> {
  readonly body?: B;
  readonly answer: S;
  readonly status?: 200 | 202;
}

interface RawEndpoint<P extends Fields, Q extends Fields> extends Question<P, Q> {
  /** Of a body that the handler reads itself. */
  readonly upload?: RouteConfig['request'] extends infer R | undefined
    ? R extends { body?: infer U }
      ? U
      : never
    : never;
  /** Media types of the answer, or its JSON where the handler writes that itself. */
  readonly types: readonly string[];
  readonly json?: z.ZodType;
  readonly status?: 200 | 202 | 204;
}

interface Asked<P extends Fields, Q extends Fields> {
  readonly c: Context<AppEnv>;
  readonly params: Values<P>;
  readonly query: Values<Q>;
}

const SAID: Readonly<Record<number, string>> = {
  400: '参数不对',
  401: '需要登录，或管理员令牌',
  403: '不允许',
  404: '没有找到',
  409: '还没有准备好',
  410: '已撤下',
  413: '太大',
  415: '格式不对',
  422: '处理不了',
  429: '请求太多',
  502: '取不到文件',
  503: '暂时不能服务',
};

/** An endpoint that answers with JSON. */
export function jsonEndpoint<
  S extends z.ZodType,
  P extends Fields = None,
  Q extends Fields = None,
  B extends z.ZodType = z.ZodUndefined,
>(
  app: Api,
  endpoint: JsonEndpoint<P, Q, B, S>,
  /** A response of its own where the answer stands elsewhere. */
  answer: (
    asked: Asked<P, Q> & { readonly body: z.output<B> },
  ) => Promise<z.output<S> | Response> | z.output<S> | Response,
): void {
  const { body, status = 200 } = endpoint;
  const content = { 'application/json': { schema: endpoint.answer } };
  const request = body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {};
  bind(app, endpoint, request, { [status]: { description: '成功', content } }, async (asked, valid) => {
    const value = await answer({ ...asked, body: (body ? valid('json') : undefined) as z.output<B> });
    return value instanceof Response ? value : asked.c.json(value as object, status);
  });
}

/** An endpoint that answers with a file, a picture or nothing. */
export function rawEndpoint<P extends Fields = None, Q extends Fields = None>(
  app: Api,
  endpoint: RawEndpoint<P, Q>,
  answer: (asked: Asked<P, Q>) => Promise<Response> | Response,
): void {
  const { types, upload, json, status = 200 } = endpoint;
  const schema = z.string().openapi({ format: 'binary' });
  const media = {
    ...Object.fromEntries(types.map((type) => [type, { schema }])),
    ...(json ? { 'application/json': { schema: json } } : {}),
  };
  const content = Object.keys(media).length > 0 ? { content: media } : {};
  bind(app, endpoint, upload ? { body: upload } : {}, { [status]: { description: '成功', ...content } }, answer);
}

/** A session, or a personal token where one may ask at all. */
const securityOf = (scope: string | undefined) => [{ session: [] }, ...(scope ? [{ token: [scope] }] : [])];

type Valid = (target: string) => unknown;

function bind<P extends Fields, Q extends Fields>(
  app: Api,
  question: Question<P, Q>,
  request: NonNullable<RouteConfig['request']>,
  success: RouteConfig['responses'],
  answer: (asked: Asked<P, Q>, valid: Valid) => Promise<Response> | Response,
): void {
  const {
    method = 'get',
    path,
    tag,
    summary,
    params,
    query,
    problems = [400, 404],
    operator = false,
    signedIn = false,
  } = question;
  const failures = [...problems, ...(operator || signedIn ? [401, 403] : []), 429].map((status) => [
    status,
    { description: SAID[status]!, content: { 'application/problem+json': { schema: problemSchema } } },
  ]);
  const scope = signedIn ? scopeOf(tag, method) : undefined;
  const route = createRoute({
    method,
    path: `/api/v1${path}`,
    tags: [tag],
    summary,
    ...(operator ? { security: [{ admin: [] }] } : signedIn ? { security: securityOf(scope) } : {}),
    middleware: [
      ...(scope
        ? [
            async (c: Context<AppEnv>, next: () => Promise<void>) => {
              c.set('scope', scope);
              await next();
            },
          ]
        : []),
      ...(question.middleware ?? []),
    ],
    request: {
      ...request,
      ...(params ? { params: z.object(params) } : {}),
      ...(query ? { query: z.object(query) } : {}),
    },
    responses: { ...success, ...Object.fromEntries(failures) },
  });
  // The library works the types of a handler out of the route's; here the endpoint says them itself.
  app.openapi(route, (async (c: Context<AppEnv>) => {
    const valid = c.req.valid.bind(c.req) as Valid;
    const asked = { c, params: params ? valid('param') : {}, query: query ? valid('query') : {} } as Asked<P, Q>;
    return answer(asked, valid);
  }) as never);
}
