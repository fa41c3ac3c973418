import { z } from '@hono/zod-openapi';
import { list } from '../../../contract/shared.ts';

const told = { term: z.string(), text: z.string() };

export const glossary = list(
  z
    .object({
      ...told,
      also: list(z.string()).optional().openapi({ description: '同一名词的别的叫法' }),
      english: z.object(told).optional(),
    })
    .openapi('Term', { description: '名词解释，用自己的话写' }),
);
