/** The API explained as a page of its own: made from the OpenAPI document, without scripts and without another host. */
import { createHash } from 'node:crypto';
import { html, type Markup } from '@mingsuan/documents/report/html/escape';
import type { Api } from '../../http/env.ts';
import { pagePolicy } from '../../http/headers.ts';
import { LICENCE } from '../../licence.ts';
import { VERSION } from '../../version.ts';

export const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: '明算 API',
    version: VERSION,
    description:
      '部门预算、决算的公开数据。金额都是整数，单位为分；列表用 limit 和 cursor 翻页；错误是 application/problem+json，detail 是一句话。',
    license: { name: LICENCE.title, url: LICENCE.url },
  },
  servers: [{ url: '/' }],
};

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { description?: string; content?: Readonly<Record<string, Media>> }>>;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Media {
  readonly schema?: Schema;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'post', 'put', 'delete'];

/** `/api/openapi.json` and `/api/docs`; added when every endpoint is known, or later. */
export function docsRoutes(app: Api): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: '办公的个人令牌（msp_…），在“我的账号”里建立，只能做它的范围里的事',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'mingsuan-session',
  });
  app.doc31('/api/openapi.json', DOCUMENT);
  let page: string | undefined;
  app.get('/api/docs', (c) => {
    page ??= pageOf(app.getOpenAPI31Document(DOCUMENT) as unknown as Document);
    return c.html(page, 200, { 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
  });
}

function pageOf({ paths = {}, components = {} }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${DOCUMENT.info.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${DOCUMENT.info.title} <small>${VERSION}</small></h1>
<p>${DOCUMENT.info.description}</p>
<p>数据的许可：<a href="/data">${LICENCE.title}</a></p>
<p>机器可读的说明：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）</p>
<nav aria-label="目录"><ul>${tags.map((tag, i) => html`<li><a href="#t${i}">${tag}</a></li>`)}<li><a href="#schemas">数据结构</a></li></ul></nav>
${tags.map(
  (tag, i) => html`<section aria-labelledby="t${i}"><h2 id="t${i}">${tag}</h2>
${operations.filter(({ operation }) => operation.tags?.includes(tag)).map(({ path, method, operation }) => operationMarkup(path, method, operation))}
</section>`,
)}
<section aria-labelledby="schemas"><h2 id="schemas">数据结构</h2>
${Object.entries(components.schemas ?? {}).map(([name, schema]) => html`<h3 id="s-${name}">${name}</h3>${schema.description ? html`<p>${schema.description}</p>` : ''}${propertiesMarkup(schema)}`)}
</section>
</main>
</body>
</html>
`.markup;
}

function operationMarkup(path: string, method: string, operation: Operation): Markup {
  const { summary = '', parameters = [], requestBody, responses, security } = operation;
  return html`<details><summary><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code> ${summary}</summary>
${security?.some((one) => 'session' in one) ? html`<p>要登录。</p>` : ''}
${security?.some((one) => 'admin' in one) ? html`<p>要管理员令牌：<code>Authorization: Bearer …</code>；没有设置令牌时只能在本机用。</p>` : ''}
${
  parameters.length > 0
    ? tableOf(
        ['参数', '在哪里', '类型', '说明'],
        parameters.map((parameter) => [
          html`<code>${parameter.name}</code>${parameter.required ? ' *' : ''}`,
          html`${parameter.in === 'path' ? '路径' : '查询'}`,
          typeOf(parameter.schema),
          html`${parameter.description ?? parameter.schema?.description ?? ''}`,
        ]),
      )
    : ''
}
${requestBody ? html`<p>请求的内容：${Object.keys(requestBody.content).map((type) => html`<code>${type}</code>`)}</p>` : ''}
${tableOf(
  ['状态', '说明', '内容'],
  Object.entries(responses).map(([status, { description = '', content = {} }]) => [
    html`${status}`,
    html`${description}`,
    html`${Object.entries(content).map(([type, { schema }]) => html`<code>${type}</code> ${typeOf(schema)}`)}`,
  ]),
)}
</details>`;
}

function propertiesMarkup({ properties, required = [], ...schema }: Schema): Markup {
  if (!properties) return html`<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(properties).map(([name, property]) => [
    html`<code>${name}</code>${required.includes(name) ? '' : '（可无）'}`,
    typeOf(property),
    html`${property.description ?? ''}`,
  ]);
  return tableOf(['字段', '类型', '说明'], rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  return html`<div class="scroll"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody></table></div>`;
}

function typeOf(schema: Schema | undefined): Markup {
  if (!schema) return html``;
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return html`<a href="#s-${name}">${name}</a>`;
  }
  if (schema.anyOf) return html`${schema.anyOf.map((each) => html`${typeOf(each)} `)}`;
  if (schema.enum) return html`${schema.enum.map((value) => `“${value}”`).join('、')}`;
  if (schema.items) return html`${typeOf(schema.items)} 的数组`;
  if (schema.properties) {
    return html`{ ${Object.entries(schema.properties).map(([name, property]) => html`<code>${name}</code>：${typeOf(property)}；`)} }`;
  }
  if (typeof schema.additionalProperties === 'object') return html`名称 → ${typeOf(schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? '');
  return html`${String(type)}${schema.default === undefined ? '' : `，默认 ${schema.default}`}`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 0 16px 48px; }
h1 small { font-weight: 400; opacity: .7; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; padding: 0; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 6px 12px; }
summary { cursor: pointer; overflow-wrap: anywhere; }
code { background: var(--soft); padding: 1px 5px; border-radius: 4px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
`;

/** The page's one style stands in it, so that it needs no file. */
const POLICY = pagePolicy(`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`);
