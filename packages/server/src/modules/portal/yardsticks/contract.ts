import { z } from '@hono/zod-openapi';
import { YARDSTICKS } from '@mingsuan/store';
import { list } from '../../../contract/shared.ts';

export const yardsticks = list(
  z
    .object({
      region: z.string().openapi({ description: '区划代码；空的是全国' }),
      year: z.number(),
      measure: z.enum(YARDSTICKS),
      value: z.number().openapi({ description: 'residents：人；price-index：上年为 100 的指数，千分之一' }),
      source: z.string(),
    })
    .openapi('Yardstick'),
);

export const yardsticksEntered = z.object({ entries: z.number() }).openapi('YardsticksEntered');
