/** The operator's inbox, agencies and log of changes. */
import type { Ruling } from '@mingsuan/store';

import { scanFigures } from '../../contract/figures.ts';
import type { Corrections } from '../../engine/corrections.ts';
import { smallBody } from '../../http/body.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api } from '../../http/env.ts';
import { operatorOnly } from '../../http/operator.ts';
import { ApiProblem } from '../../http/problem.ts';
import { FORM, isMultipart, uploadLimits, uploadsOf } from '../../http/upload.ts';
import type { Services } from '../../services.ts';
import * as contract from './contract.ts';
import { identity } from './service.ts';

const NEVER = 'no-store';

/** `/inbox`, `/changes`, and what is written of `/agencies` */
export function identityRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = identity(services);
  const { params } = contract;
  const tag = '身份';
  const reading = { tag, operator: true, middleware: [operatorOnly(config)] };
  const writing = { ...reading, problems: [400, 404, 409, 413], middleware: [operatorOnly(config), smallBody] };

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/inbox',
      summary: '导入的文件，待认定的排在一起；每份附身份的各处依据',
      query: contract.inboxQuestion,
      answer: contract.inboxPage,
    },
    ({ c, query }) => {
      c.header('cache-control', NEVER);
      return service.files(query);
    },
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/inbox-counts',
      summary: '各种状态的文件各有几个',
      problems: [],
      answer: contract.inboxCounts,
    },
    ({ c }) => {
      c.header('cache-control', NEVER);
      return service.counts();
    },
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/inbox/{id}', summary: '一个文件', params, answer: contract.inboxFile },
    ({ c, params: { id } }) => {
      c.header('cache-control', NEVER);
      return service.file(id);
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/inbox/{id}/ruling',
      summary: '认定一个文件：是谁的、哪一年、哪种；或撤下、不是预决算、空白表样；null 为取消认定',
      params,
      body: contract.rulingQuestion,
      answer: contract.ruledAnswer,
      status: 202,
    },
    ({ params: { id }, body: { ruling, ...author } }) => service.rule(id, ruling as Ruling | null, author),
  );
  const figures = { ...reading, path: '/inbox/{id}/figures', params, answer: scanFigures };
  jsonEndpoint(
    app,
    { ...figures, summary: '扫描件里把握不大的数，各自有关的勾稽关系，改过什么' },
    ({ c, params: { id } }) => {
      c.header('cache-control', NEVER);
      return service.figures(id) as never;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      ...figures,
      method: 'put',
      summary: '看图认定的数，全部重写；按它们重新读，可以在改动记录里撤销',
      middleware: writing.middleware,
      body: contract.correctionsQuestion,
    },
    ({ params: { id }, body: { person, reason, ...corrections } }) =>
      service.correct(id, corrections as Corrections, { person, reason }) as never,
  );
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/inbox/{id}/replacement',
      tag,
      summary: '上传一个文件替换它：单位、年度、文种照旧，原来的撤下',
      operator: true,
      params,
      problems: [400, 404, 413, 415, 422, 503],
      middleware: [operatorOnly(config), ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: contract.ruledAnswer.pick({ batch: true }),
      status: 202,
    },
    async ({ c, params: { id } }) => {
      if (!isMultipart(c)) throw new ApiProblem(415, '请用 multipart/form-data 上传文件。');
      const { files, fields = {} } = await uploadsOf(c);
      const [file, ...others] = files;
      if (others.length > 0) throw new ApiProblem(400, '一次只能用一个文件替换，请分别上传。');
      const author = contract.undoQuestion.safeParse(fields);
      if (!author.success) throw new ApiProblem(400, '谁改的最多 100 字，理由最多 500 字。');
      return c.json({ batch: await service.replace(id, file!, author.data) }, 202, { 'cache-control': NEVER });
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/agencies/{id}',
      summary: '改一个单位：名称、代码、区划、级别、主管部门；原来的名称仍找得到它',
      params,
      body: contract.agencyEdit,
      answer: contract.changed,
    },
    ({ params: { id }, body: { person, reason, ...fields } }) => service.edit(id, fields as object, { person, reason }),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/agencies/{id}/merge',
      summary: '两个单位其实是一个：并入另一个，原来的网址转到那里',
      params,
      body: contract.mergeQuestion,
      answer: contract.changed,
    },
    ({ params: { id }, body: { into, ...author } }) => service.merge(id, into, author),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/changes',
      summary: '改动记录，新的在前',
      query: contract.changesQuestion,
      answer: contract.changePage,
    },
    ({ c, query }) => {
      c.header('cache-control', NEVER);
      return service.changes(query);
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/changes/{id}/undo',
      summary: '撤销一项改动',
      params,
      body: contract.undoQuestion,
      answer: contract.change,
    },
    ({ params: { id }, body }) => service.undo(id, body),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/roster',
      summary: '名录：谁应在什么时候公开什么',
      problems: [],
      answer: contract.rosterAnswer,
    },
    ({ c }) => {
      c.header('cache-control', NEVER);
      return service.roster();
    },
  );
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/roster',
      tag,
      summary: '由表格导入名录：单位名称、代码、级别、区划代码、年度、文种、截止日期、依据；有错的整份不导入',
      operator: true,
      problems: [400, 413, 415, 422, 503],
      middleware: [operatorOnly(config), ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: contract.rosterEntered,
    },
    async ({ c }) => {
      if (!isMultipart(c)) throw new ApiProblem(415, '请用 multipart/form-data 上传表格。');
      const [file] = (await uploadsOf(c)).files;
      return c.json(await service.enterRoster(file!, {}), 200, { 'cache-control': NEVER });
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'delete',
      path: '/roster/{year}/{stage}',
      summary: '清空一年一种的名录',
      params: contract.rosterOf,
      answer: contract.rosterEntered,
    },
    ({ params: of }) => service.clearRoster(of, {}),
  );
}
