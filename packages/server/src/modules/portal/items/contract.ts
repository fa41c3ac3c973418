import { z } from '@hono/zod-openapi';
import { fen, level, line, list, regionCode, stage, year } from '../../../contract/shared.ts';
import { foundPlace, itemKind } from '../search/contract.ts';

export const itemParams = { kind: itemKind, key: line };

export const itemQuestion = {
  year: year.optional().openapi({ description: '默认最新一年' }),
  stage: stage.optional(),
  region: regionCode.optional().openapi({ description: '区划代码，下级区划也算' }),
  limit: z.coerce.number({ error: '应是正整数' }).int().min(1).max(500).optional(),
  offset: z.coerce.number({ error: '应是整数' }).int().min(0).max(1_000_000).optional(),
};

const sum = { agencies: z.number(), fen };

export const itemAnswer = z
  .object({
    kind: itemKind,
    key: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    above: list(z.object({ code: z.string(), name: z.string() })),
    below: list(z.object({ key: z.string(), code: z.string(), name: z.string(), ...sum })),
    years: list(z.object({ year: z.number(), stage, ...sum })),
    year: z.number().nullable(),
    stage,
    regions: list(z.object({ region: z.string().nullable(), name: z.string().nullable(), ...sum })),
    rows: list(
      z
        .object({
          agency: z.object({
            id: z.number(),
            name: z.string(),
            level,
            region: z.string().nullable(),
            regionName: z.string().nullable(),
          }),
          disclosureId: z.number(),
          fen,
          before: fen.nullable(),
          expenditure: fen.nullable(),
          counts: z.boolean().openapi({ description: '是否计入合计：部门已公开的，所属单位不再计' }),
          place: foundPlace,
        })
        .openapi('ItemRow'),
    ),
    count: z.number(),
  })
  .openapi('ItemAnswer');
