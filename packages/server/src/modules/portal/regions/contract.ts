import { z } from '@hono/zod-openapi';
import { STANDINGS } from '@mingsuan/store';
import { coverageCounts } from '../../../contract/model.ts';
import { completeness, counts, fen, level, list, regionCode, stage, year } from '../../../contract/shared.ts';

export const regions = list(
  z
    .object({
      code: z.string().nullable(),
      name: z.string().nullable(),
      agencies: z.number(),
      disclosures: z.number(),
      years: list(z.number()),
      defaultYear: z.number().nullable().openapi({ description: '收录了至少一半单位的最近一年' }),
    })
    .openapi('Region'),
);

/** Where the documents do not tell the region, its code is empty; an address cannot be. */
export const UNKNOWN = 'unknown';
export const overviewCode = regionCode.or(z.literal(UNKNOWN));

export const overviewQuestion = {
  year: year.optional().openapi({ description: '不写为收录了至少一半单位的最近一年' }),
  stage: stage.default('budget'),
  within: z.enum(['true', 'false']).default('false').openapi({ description: '是否包括下级区划' }),
};

export const overview = z
  .object({
    region: z.string(),
    regionName: z.string().nullable(),
    year: z.number(),
    stage,
    agencies: list(
      z.object({
        id: z.number(),
        code: z.string().nullable(),
        name: z.string(),
        level,
        parentId: z.number().nullable(),
        standing: z.enum(STANDINGS).openapi({
          description: 'collected 已收录，not-collected 未收录，not-published 未公开（按名录已过期限），due 未到期',
        }),
        roster: z.object({ deadline: z.string(), source: z.string() }).nullable(),
        disclosure: z
          .object({
            id: z.number(),
            expenditure: fen.nullable(),
            completeness,
            findings: counts,
            coverage: coverageCounts,
          })
          .nullable(),
      }),
    ),
    functions: list(z.object({ code: z.string(), name: z.string(), fen })),
    standings: z.record(z.enum(STANDINGS), z.number()),
    withErrors: z.number(),
  })
  .openapi('Overview');
