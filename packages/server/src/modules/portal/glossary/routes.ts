import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import { glossary } from './contract.ts';
import { terms } from './service.ts';

/** `/glossary` */
export function glossaryRoutes(app: Api): void {
  jsonEndpoint(app, { path: '/glossary', tag: '科目', summary: '名词解释', answer: glossary }, () => terms());
}
