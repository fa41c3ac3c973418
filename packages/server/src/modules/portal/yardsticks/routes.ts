import { jsonEndpoint, rawEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import { operatorOnly } from '../../../http/operator.ts';
import { ApiProblem } from '../../../http/problem.ts';
import { FORM, isMultipart, uploadLimits, uploadsOf } from '../../../http/upload.ts';
import type { Services } from '../../../services.ts';
import { yardsticks as answer, yardsticksEntered } from './contract.ts';
import { yardsticks } from './service.ts';

/** `/yardsticks` */
export function yardstickRoutes(app: Api, { store, config }: Services): void {
  const service = yardsticks(store);
  const tag = '区划';
  jsonEndpoint(
    app,
    { path: '/yardsticks', tag, summary: '人口和价格指数，管理员导入的，各有来源', answer },
    service.list,
  );
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/yardsticks',
      tag,
      summary:
        '由表格导入人口、价格指数：区划代码、年度、常住人口（人）、居民消费价格指数（上年=100）、来源；有错的整份不导入',
      operator: true,
      problems: [400, 413, 415, 422, 503],
      middleware: [operatorOnly(config), ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: yardsticksEntered,
    },
    async ({ c }) => {
      if (!isMultipart(c)) throw new ApiProblem(415, '请用 multipart/form-data 上传表格。');
      const [file] = (await uploadsOf(c)).files;
      return c.json(await service.enter(file!), 200, { 'cache-control': 'no-store' });
    },
  );
}
