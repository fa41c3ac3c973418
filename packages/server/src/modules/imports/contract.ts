import { z } from '@hono/zod-openapi';
import { FILE_STATES } from '@mingsuan/store';
import { list, pageOf } from '../../contract/shared.ts';

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

export const batchPage = pageOf(
  importProgress.omit({ errors: true }).extend({ finishedAt: z.string().nullable() }).openapi('ImportBatch'),
).openapi('ImportBatchPage');

export const batchFiles = list(
  z
    .object({
      id: z.number(),
      file: z.string(),
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      attempts: z.number(),
      error: z.string().nullable(),
      documentId: z.number().nullable(),
      isNew: z.boolean().nullable(),
      standing: z.enum(FILE_STATES).nullable().openapi({ description: '这个文件现在怎样' }),
      problems: z.number().nullable().openapi({ description: '没有读懂的有几处' }),
    })
    .openapi('ImportFile'),
).openapi('ImportFiles');

export const retried = z.object({ jobs: z.number() }).openapi('Retried');
export const begun = z.object({ batch: z.number() }).openapi('BatchBegun');
