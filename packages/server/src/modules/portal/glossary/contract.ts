import { z } from '@hono/zod-openapi';
import { list } from '../../../contract/shared.ts';

export const glossary = list(
  z.object({ term: z.string(), text: z.string() }).openapi('Term', { description: '名词解释，用自己的话写' }),
);
