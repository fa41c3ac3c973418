/** A finding as every answer tells it, and the reason for which one is set aside. */
import { z } from '@hono/zod-openapi';
import { fen, list, origin } from './shared.ts';

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

export const reason = z.string().trim().min(1, '请写明理由').max(500, '最多 500 字');
