/** Execution of approved budgets over HTTP. */
import type { Context } from 'hono';
import { ledgerBody, smallBody } from '../../http/body.ts';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { FORM, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { mappingOf, reportFile } from './files.ts';
import { execution } from './service.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `/execution`; what somebody has no role for is not there. */
export function executionRoutes(app: Api, services: Services): void {
  const { config, engine } = services;
  const service = execution(services);
  const { params } = contract;
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '执行', signedIn: true, middleware: [signedIn] };
  const writing = { ...reading, problems: [400, 404, 409, 413], middleware: [signedIn, smallBody] };

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/execution',
      summary: '看得到的部门和单位一年的支出进度',
      query: contract.ofYear,
      answer: contract.executions,
    },
    ({ c, query: { year = new Date().getFullYear() } }) => service.list(visit(c), year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/execution/{id}/{year}',
      summary: '一个单位或部门到一个月底：各条指标、支出进度月报、问题、应给的预警',
      params,
      query: contract.atMonth,
      answer: contract.executionAnswer,
    },
    async ({ c, params: { id, year }, query: { month } }) => service.get(visit(c), id, year, month),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}',
      summary: '由批复的预算下达一个单位的指标',
      params,
      body: contract.authoriseQuestion,
      answer: contract.item,
    },
    ({ c, params: { id, year }, body }) => service.authorise(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/execution/{id}/{year}/entries',
      summary: '一个单位或一条指标的各笔，谁在什么时候记的，新的在前',
      params,
      query: contract.ofLine,
      answer: contract.entries,
    },
    ({ c, params: { id, year }, query: { line } }) => service.entries(visit(c), id, year, line),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}/entries',
      summary: '记支付、合同、验收、用款计划，或调整指标；记错的用负数冲回',
      middleware: [signedIn, ledgerBody],
      params,
      body: contract.entriesQuestion,
      answer: contract.item,
    },
    ({ c, params: { id, year }, body }) => service.enter(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}/adjusted',
      summary: '预算批准调整以后，指标跟着调整',
      params,
      body: contract.adoptQuestion,
      answer: contract.item,
    },
    ({ c, params: { id, year }, body }) => service.adopt(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}/reconciliation',
      summary: '一个单位一年的账：批复、下达、调整后、支付和决算台账逐个功能科目对到分',
      middleware: [signedIn, ledgerBody],
      params,
      body: contract.accountsQuestion,
      answer: contract.reconciliation,
    },
    ({ c, params: { id, year }, body: { ledger } }) => service.reconciliation(visit(c), id, year, ledger),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}/words',
      summary: '说明各项目的支出进度：上年同期、全年预计、原因',
      params,
      body: contract.wordsQuestion,
      answer: contract.item,
    },
    ({ c, params: { id, year }, body }) => service.explain(visit(c), id, year, body as never),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      method: 'post',
      path: '/execution/{id}/{year}/payments',
      summary: '导入支付明细（xlsx、xls、ods）；表单里的 mapping 是对应关系（JSON），说明哪个表头是哪一项',
      params,
      query: contract.importQuestion,
      problems: [400, 404, 409, 413, 422, 503],
      middleware: [signedIn, ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: contract.importAnswer,
    },
    async ({ c, params: { id, year }, query: { revision, preview } }) => {
      const { files, fields = {} } = await uploadsOf(c);
      const [first, ...more] = files;
      if (!first || more.length > 0) throw new ApiProblem(400, '一次请选一个文件。');
      const asked = { revision, preview: preview === 'true', mapping: mappingOf(fields.mapping) };
      return c.json(await service.importPayments(visit(c), id, year, first, asked), 200);
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/execution/{id}/{year}/warnings',
      summary: '按口径给出一个月底的预警',
      params,
      body: contract.warningsQuestion,
      answer: contract.made,
    },
    ({ c, params: { id, year }, body: { month } }) => service.warn(visit(c), id, year, month),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/execution/{id}/{year}/report/{format}',
      summary: '支出进度月报',
      params: contract.reportParams,
      query: contract.atMonth,
      problems: [400, 404, 503],
      types: Object.values(TYPES),
    },
    async ({ c, params: { id, year, format }, query: { month } }) => {
      const { name, bytes } = await reportFile(engine, await service.report(visit(c), id, year, month), year, format);
      return file(bytes, TYPES[format], {
        'content-disposition': attachment(`${name}.${format}`),
        'cache-control': 'private, no-store',
      });
    },
  );
}
