import { z } from '@hono/zod-openapi';
import { parts } from '../../../contract/model.ts';
import { line, pageOf, paging, stage } from '../../../contract/shared.ts';

export const searchKind = z.enum(['agency', 'project', 'indicator', 'procurement', 'explanation']);

export const searchQuestion = { ...paging, q: line, kind: searchKind.optional() };

export const searchPage = pageOf(
  z
    .object({
      kind: searchKind,
      title: z.string(),
      snippet: z.string(),
      agency: z.object({ id: z.number(), name: z.string(), regionName: z.string().nullable() }),
      year: z.number().nullable(),
      stage: stage.nullable(),
      disclosureId: z.number().nullable(),
      place: z
        .object({
          form: z.string().optional(),
          ordinal: z.number(),
          project: z.number().optional(),
          origin: parts.origin,
        })
        .nullable(),
    })
    .openapi('SearchHit', { description: '命中的字在 title、snippet 里用 [[ ]] 标出' }),
).openapi('SearchPage');
