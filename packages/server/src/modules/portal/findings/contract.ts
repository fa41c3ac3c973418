import { z } from '@hono/zod-openapi';
import { fen, list, origin } from '../../../contract/shared.ts';

export const finding = z
  .object({
    id: z.string().optional(),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'notice']),
    agency: z.string().optional(),
    form: z.string().optional(),
    message: z.string(),
    expected: fen.optional(),
    actual: fen.optional(),
    difference: fen.optional(),
    evidence: list(
      z.object({
        form: z.string().optional(),
        row: z.string().optional(),
        column: z.string().optional(),
        text: z.string(),
        origin,
      }),
    ),
    consequences: list(z.string()).optional(),
    suggestion: z.string().optional(),
  })
  .openapi('Finding');

export const findingItem = z
  .object({
    id: z.number().openapi({ description: '核销时用的编号；finding.id 是问题自己的编号，下一版里仍是它' }),
    disclosureId: z.number(),
    finding,
    dismissed: z.object({ reason: z.string(), at: z.string() }).nullable(),
  })
  .openapi('FindingItem');

export const findingItems = z.object({ items: list(findingItem) }).openapi('FindingItems');

export const reason = z.string().trim().min(1, '请写明理由').max(500, '最多 500 字');
export const dismissal = z.object({ reason }).openapi('Dismissal');
