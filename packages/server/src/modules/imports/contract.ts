import { z } from '@hono/zod-openapi';
import { list } from '../../contract/shared.ts';

export const importQuestion = z
  .union([z.object({ folder: z.string().min(1).max(4000) }), z.object({ url: z.string().max(2000) })])
  .openapi('ImportQuestion');

export const importProgress = z
  .object({
    id: z.number(),
    kind: z.string(),
    title: z.string(),
    createdAt: z.string(),
    total: z.number(),
    waiting: z.number(),
    running: z.number(),
    done: z.number(),
    failed: z.number(),
    errors: list(z.object({ file: z.string(), message: z.string() })),
  })
  .openapi('ImportProgress');
