/** The reviewer's desk over HTTP; what somebody has no role for, or was not assigned, is not there. */
import type { Context } from 'hono';
import { gained } from '../../engine/engine.ts';
import { smallBody } from '../../http/body.ts';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { FORM, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { reviews } from './service.ts';
import { textRoutes } from './text-routes.ts';

const DONE = { done: true } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `/reviews`, `/review-texts`, `/review-rules`, `/review-checklists` */
export function reviewRoutes(app: Api, services: Services): void {
  const { config, engine } = services;
  const service = reviews(services);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '审核', signedIn: true, middleware: [signedIn] };
  const writing = {
    ...reading,
    method: 'post',
    problems: [400, 404, 409, 413],
    middleware: [signedIn, smallBody],
  } as const;
  const { params } = contract;
  jsonEndpoint(
    app,
    { ...reading, path: '/reviews', summary: '看得到的审核批次，可以建批次的地区', answer: contract.batches },
    ({ c }) => service.list(visit(c)),
  );
  jsonEndpoint(
    app,
    { ...writing, path: '/reviews', summary: '建一个批次', body: contract.newBatch, answer: contract.made },
    ({ c, body: { unitId, ...fields } }) => service.open(visit(c), unitId, fields),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/reviews/{id}',
      summary: '一个批次：各份文本到了哪一步，谁在审，还没有收到的部门',
      params,
      answer: contract.batchAnswer,
    },
    ({ c, params: { id } }) => service.get(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/reviews/{id}',
      summary: '改名称、期限、检查清单、保留到哪天',
      params,
      body: contract.batchQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.edit(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/reviews/{id}/removal',
      summary: '删除一个批次和其中的全部文件、问题、函；审计记录里留着',
      params,
      body: contract.removal,
      answer: contract.done,
    },
    async ({ c, params: { id }, body: { reason } }) => {
      await service.remove(visit(c), id, reason);
      return DONE;
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      method: 'post',
      path: '/reviews/{id}/files',
      summary: '上传文本（压缩包里的逐份收入），已经有的不重复收',
      params,
      problems: [400, 404, 409, 413, 503],
      middleware: [signedIn, ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: contract.added,
    },
    async ({ c, params: { id } }) => c.json(await service.addFiles(visit(c), id, (await uploadsOf(c)).files), 200),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/reviews/{id}/collected',
      summary: '收入门户已经收录的本地区一年的文本',
      params,
      body: contract.collectedQuestion,
      answer: contract.added,
    },
    ({ c, params: { id }, body: { year, stage } }) => service.addCollected(visit(c), id, year, stage),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/reviews/{id}/assignments',
      summary: '把几份文本分派给一个人',
      params,
      body: contract.assignment,
      answer: contract.done,
    },
    async ({ c, params: { id }, body: { documents, personId } }) => {
      await service.assign(visit(c), id, documents, personId);
      return DONE;
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/reviews/{id}/workbook',
      summary: '各单位的检查表和汇总（工作簿，没有截图）',
      params,
      problems: [400, 404, 422, 503],
      types: [XLSX],
    },
    async ({ c, params: { id } }) => {
      const { name, ...reported } = await service.workbook(visit(c), id);
      const asked = { format: 'xlsx', ...reported, dismissals: [], files: {} } as const;
      const bytes = gained(await engine.uploads.run('report', asked));
      return file(bytes ?? new Uint8Array(), XLSX, {
        'content-disposition': attachment(`${name}-公开情况检查表.xlsx`),
        'cache-control': 'private, no-store',
      });
    },
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/review-rules/{id}',
      summary: '一个地区的规则各查出多少、怎样处理的；各单位、各月、各人的数',
      params,
      answer: contract.statistics,
    },
    ({ c, params: { id } }) => service.statistics(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-rules/{id}',
      summary: '把一条规则在本级改为提示，或恢复；写明理由，从下一次核对起',
      params,
      body: contract.ruleQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.setRule(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/review-checklists/{id}', summary: '检查清单各版', params, answer: contract.checklists },
    ({ c, params: { id } }) => service.checklists(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-checklists/{id}',
      summary: '新的一版检查清单：去掉哪些，另加哪些人工检查的',
      params,
      body: contract.newChecklist,
      answer: contract.made,
    },
    ({ c, params: { id }, body }) => service.addChecklist(visit(c), id, body),
  );
  textRoutes(app, services, { visit, signedIn });
}
