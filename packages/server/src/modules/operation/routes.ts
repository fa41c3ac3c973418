/** What those who run the server look at: is it well, what does it do, is whoever asks its operator. */
import { Readable } from 'node:stream';
import { attachment } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api } from '../../http/env.ts';
import { operatorOnly } from '../../http/operator.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { VERSION } from '../../version.ts';
import { openBackups } from './backups.ts';
import { backupMade, backupName, operatorAnswer, siteAnswer, systemAnswer } from './contract.ts';
import { answers, gaugesOf, systemOf, troubleOf } from './service.ts';

const NEVER = { 'cache-control': 'no-store' };

/** `/health`, `/metrics`, and `/operator`, which a page of ours asks before it offers what only the operator may do. */
export function operationRoutes(app: Api, services: Services): void {
  const { store, config, log, metrics, imports } = services;
  metrics.show(gaugesOf(services));
  app.get('/health', async (c) => {
    try {
      await answers(store);
      const trouble = troubleOf(imports);
      if (trouble !== undefined) return problem(503, trouble);
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
  jsonEndpoint(
    app,
    { path: '/site', tag: '问题', summary: '这里开着哪些功能', problems: [], answer: siteAnswer },
    () => ({ links: config.linkHosts.length > 0, mail: config.smtp !== undefined, feedback: config.feedback }),
  );
  backupRoutes(app, services);
}

/** `/system`, `/backups` */
function backupRoutes(app: Api, services: Services): void {
  const { store, config } = services;
  const backups = openBackups(store, config.dataDir);
  const managing = { tag: '运行', operator: true, middleware: [operatorOnly(config)] };
  jsonEndpoint(
    app,
    { ...managing, path: '/system', summary: '版本、存储、任务、备份', problems: [], answer: systemAnswer },
    ({ c }) => {
      c.header('cache-control', NEVER['cache-control']);
      return systemOf({ ...services, dataDir: config.dataDir, backups });
    },
  );
  jsonEndpoint(
    app,
    { ...managing, method: 'post', path: '/backups', summary: '备份，不用停机', problems: [409], answer: backupMade },
    async () => ({ name: await backups.make() }),
  );
  rawEndpoint(
    app,
    {
      ...managing,
      path: '/backups/{name}',
      summary: '下载一份备份',
      params: { name: backupName },
      types: ['application/gzip'],
    },
    async ({ params: { name } }) => {
      const { size, stream } = await backups.read(name);
      return new Response(Readable.toWeb(stream) as ReadableStream, {
        headers: {
          'content-type': 'application/gzip',
          'content-length': String(size),
          'content-disposition': attachment(name),
          ...NEVER,
        },
      });
    },
  );
  rawEndpoint(
    app,
    {
      ...managing,
      method: 'delete',
      path: '/backups/{name}',
      summary: '删除一份备份',
      params: { name: backupName },
      types: [],
      status: 204,
    },
    async ({ c, params: { name } }) => {
      await backups.remove(name);
      return c.body(null, 204);
    },
  );
}
