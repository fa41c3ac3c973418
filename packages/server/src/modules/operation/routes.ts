/** What those who run the server look at: is it well, what does it do, is whoever asks its operator. */
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api } from '../../http/env.ts';
import { operatorOnly } from '../../http/operator.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { VERSION } from '../../version.ts';
import { operatorAnswer } from './contract.ts';
import { answers, gaugesOf } from './service.ts';

const NEVER = { 'cache-control': 'no-store' };

/** `/health`, `/metrics`, and `/operator`, which a page of ours asks before it offers what only the operator may do. */
export function operationRoutes(app: Api, services: Services): void {
  const { store, config, log, metrics, imports } = services;
  metrics.show(gaugesOf(services));
  app.get('/health', async (c) => {
    try {
      await answers(store);
      if (imports.trouble() !== undefined) return problem(503, '导入停住了，请看日志里的原因。');
      return c.json({ status: 'ok', version: VERSION, database: store.engine }, 200, NEVER);
    } catch (error) {
      log.error({ err: error }, 'database does not answer');
      return problem(503, '数据库没有应答，请检查数据库后重试。');
    }
  });
  app.get('/metrics', operatorOnly(config), async (c) =>
    c.body(await metrics.text(), 200, { ...NEVER, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  jsonEndpoint(
    app,
    {
      path: '/operator',
      tag: '问题',
      summary: '令牌对不对：对就是 200',
      problems: [],
      operator: true,
      middleware: [operatorOnly(config)],
      answer: operatorAnswer,
    },
    ({ c }) => {
      c.header('cache-control', NEVER['cache-control']);
      return { operator: true as const };
    },
  );
}
