/** Whether whoever asks is the operator: what a page of ours asks before it offers what only the operator may do. */
import { z } from '@hono/zod-openapi';
import { jsonEndpoint } from '../../http/endpoint.ts';
import { operatorOnly } from '../../http/operator.ts';
import type { Api, Services } from '../../services.ts';

export const operatorAnswer = z.object({ operator: z.literal(true) }).openapi('Operator');

export function operatorRoutes(app: Api, { config }: Services): void {
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
      c.header('cache-control', 'no-store');
      return { operator: true as const };
    },
  );
}
