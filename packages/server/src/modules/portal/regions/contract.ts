import { z } from '@hono/zod-openapi';
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
    })
    .openapi('Region'),
);

/** Where the documents do not tell the region, its code is empty; an address cannot be. */
export const UNKNOWN = 'unknown';
export const overviewCode = regionCode.or(z.literal(UNKNOWN));

export const overviewQuestion = {
  year: year.optional().openapi({ description: '不写为最近一年' }),
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
    published: z.number(),
    missing: z.number(),
    withErrors: z.number(),
  })
  .openapi('Overview');
