import { z } from '@hono/zod-openapi';
import { finding } from '../../../contract/model.ts';
import { list, reason } from '../../../contract/shared.ts';

export const findingItem = z
  .object({
    id: z.number().openapi({ description: '核销时用的编号；finding.id 是问题自己的编号，下一版里仍是它' }),
    disclosureId: z.number(),
    finding,
    dismissed: z.object({ reason: z.string(), at: z.string() }).nullable(),
  })
  .openapi('FindingItem');

export const findingItems = z.object({ items: list(findingItem) }).openapi('FindingItems');

export const dismissal = z.object({ reason }).openapi('Dismissal');

export const rules = list(z.object({ id: z.string(), title: z.string(), group: z.string() }).openapi('Rule'));
