import { z } from '@hono/zod-openapi';
import { parts } from '../../../contract/model.ts';
import { pageSize } from '../../../contract/pictures.ts';
import { list } from '../../../contract/shared.ts';

export const documentAnswer = z
  .object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    sha256: z.string(),
    size: z.number(),
    problems: list(parts.problem),
    importedAt: z.string(),
    pages: z.number().openapi({ description: '有几页图像；不是 PDF 的没有' }),
    pageSizes: list(pageSize),
  })
  .openapi('Document');
