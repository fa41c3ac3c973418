import { id } from '../../../contract/shared.ts';
import { smallBody } from '../../../http/body.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import { operatorOnly } from '../../../http/operator.ts';
import type { Services } from '../../../services.ts';
import { dismissal, findingItem, findingItems, rules } from './contract.ts';
import { findings, NAMED_RULES } from './service.ts';

/** `/disclosures/{id}/findings`, `/findings/{id}/dismiss`, `/rules` */
export function findingRoutes(app: Api, { store, config }: Services): void {
  const service = findings(store);
  const params = { id };
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}/findings', tag: '公开文本', summary: '核对出的问题', params, answer: findingItems },
    async ({ params: { id } }) => ({ items: await service.ofDisclosure(id) }),
  );

  const tag = '问题';
  const dismissing = {
    path: '/findings/{id}/dismiss',
    tag,
    params,
    operator: true,
    problems: [400, 404, 413],
    middleware: [operatorOnly(config), smallBody],
    answer: findingItem,
  };
  jsonEndpoint(
    app,
    { ...dismissing, method: 'post', summary: '核销问题，写明理由', body: dismissal },
    ({ params: { id }, body: { reason } }) => service.dismiss(id, reason),
  );
  jsonEndpoint(app, { ...dismissing, method: 'delete', summary: '撤回核销' }, ({ params: { id } }) =>
    service.reinstate(id),
  );
  jsonEndpoint(
    app,
    { path: '/rules', tag, summary: '规则的编号、名称和分组', problems: [], answer: rules },
    () => NAMED_RULES,
  );
}
