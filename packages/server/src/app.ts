/** The whole of HTTP as one function of a request: pages, API and what operators look at. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { isDatabaseLost, presentAgency } from '@mingsuan/store';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { asking } from './engine/asker.ts';
import { costOf } from './http/cost.ts';
import type { Api, AppEnv } from './http/env.ts';
import { tagged } from './http/etag.ts';
import { securityHeaders } from './http/headers.ts';
import { observe } from './http/observe.ts';
import { sameOriginWrites } from './http/operator.ts';
import { servePages } from './http/pages.ts';
import { ApiProblem, invalidParameters, problem, problemOf } from './http/problem.ts';
import { rateLimit } from './http/rate-limit.ts';
import { addressOf, visitorOf } from './http/visitor.ts';
import { accountRoutes } from './modules/accounts/routes.ts';
import { attachmentRoutes } from './modules/attachments/routes.ts';
import { checkRoutes } from './modules/checks/routes.ts';
import { executionRoutes } from './modules/execution/routes.ts';
import { feedbackRoutes } from './modules/feedback/routes.ts';
import { followRoutes } from './modules/follow/routes.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { ledgerRoutes } from './modules/ledger/routes.ts';
import { libraryRoutes } from './modules/library/routes.ts';
import { measuringRoutes } from './modules/measuring/routes.ts';
import { openDataRoutes } from './modules/open-data/routes.ts';
import { docsRoutes } from './modules/operation/docs.ts';
import { operationRoutes } from './modules/operation/routes.ts';
import { performanceRoutes } from './modules/performance/routes.ts';
import { addressRoutes, headsOf } from './modules/portal/addresses/routes.ts';
import { portalRoutes } from './modules/portal/routes.ts';
import { reviewRoutes } from './modules/reviews/routes.ts';
import { signOnRoutes } from './modules/sign-on/routes.ts';
import { surveyRoutes } from './modules/surveys/routes.ts';
import { webhookRoutes } from './modules/webhooks/routes.ts';
import { boardRoutes } from './modules/work/board-routes.ts';
import { workRoutes } from './modules/work/routes.ts';
import type { Services } from './services.ts';

const ROUTES = [
  portalRoutes,
  openDataRoutes,
  followRoutes,
  feedbackRoutes,
  checkRoutes,
  ledgerRoutes,
  importRoutes,
  identityRoutes,
  accountRoutes,
  signOnRoutes,
  webhookRoutes,
  workRoutes,
  boardRoutes,
  attachmentRoutes,
  libraryRoutes,
  executionRoutes,
  performanceRoutes,
  measuringRoutes,
  surveyRoutes,
  reviewRoutes,
  docsRoutes,
  operationRoutes,
];

/** The application over its services. It answers requests without a network too, as tests do. */
export function createApp(services: Services): Api {
  const { config, log } = services;
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => (result.success ? undefined : invalidParameters(result.error)),
  });
  app.use(observe(services), securityHeaders, compress());
  const limit = rateLimit(config.ratePerMinute);
  const limited: MiddlewareHandler<AppEnv> = async (c, next) => {
    const visitor = visitorOf(addressOf(c, config.proxies));
    const wait = limit.take(visitor, costOf(c.req.path));
    if (wait > 0) throw new ApiProblem(429, `请求太多，请 ${wait} 秒后再试。`, { 'retry-after': String(wait) });
    await asking.run({ visitor, gone: c.req.raw.signal }, next);
  };
  app.use('/api/*', sameOriginWrites(config), limited);
  app.use('/follow/*', limited);
  // Where a token is asked for, none may be guessed by trying.
  app.use('/metrics', limited);
  app.use('/api/*', tagged);
  for (const add of ROUTES) add(app, services);
  // The address of an agency that was merged leads on to the one that it is now.
  app.get('/agency/:id{[0-9]{1,9}}', async (c, next) => {
    const id = Number(c.req.param('id'));
    const present = await presentAgency(services.store, id);
    return present === undefined || present === id ? next() : c.redirect(`/agency/${present}`, 301);
  });
  addressRoutes(app, services);
  app.use(servePages(services.pages, headsOf(services)));
  app.notFound((c) =>
    problem(404, c.req.path.startsWith('/api/') ? '没有这个接口，请看 /api/docs。' : '没有这个页面，请检查网址。'),
  );
  app.onError((error, c) => {
    const told = problemOf(error);
    if (told) return told;
    log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'failed');
    if (isDatabaseLost(error))
      return problem(503, '数据库现在不能用：正在重新启动，或磁盘满了。请稍后再试；管理员请看 /health。', {
        headers: { 'retry-after': '30' },
      });
    return problem(500, '服务器出了内部错误，请稍后重试；仍不行请把响应头 X-Request-Id 告诉管理员。');
  });
  return app;
}
