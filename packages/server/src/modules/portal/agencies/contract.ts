import { z } from '@hono/zod-openapi';
import { coverageCounts } from '../../../contract/model.ts';
import {
  completeness,
  counts,
  fen,
  id,
  level,
  line,
  list,
  pageOf,
  paging,
  regionCode,
  stage,
  year,
} from '../../../contract/shared.ts';

export const agencyQuestion = {
  ...paging,
  q: line.optional().openapi({ description: '名称的一部分，或代码的开头' }),
  region: regionCode.optional().openapi({ description: '区划代码，下级区划也算' }),
  level: level.optional(),
  year: year.optional(),
};

export const addressParams = {
  region: z.union([regionCode, z.literal('unknown')]).openapi({ description: '区划代码，不知道的写 unknown' }),
  slug: line,
};

export const agencyItem = z
  .object({
    id: z.number(),
    code: z.string().nullable(),
    name: z.string(),
    title: z.string().openapi({ description: '名称；同一区划有同名的，后面注明（部门）、（本级）或代码' }),
    slug: z.string().openapi({ description: '网址里的名称：同一区划有同名的，后面加 ~ 和代码或级别' }),
    level,
    region: z.string().nullable(),
    regionName: z.string().nullable(),
    parentId: z.number().nullable(),
    years: list(z.object({ year: z.number().nullable(), stage, disclosureId: z.number() })),
    counts: z.object({ errors: z.number(), warnings: z.number(), pending: z.boolean() }),
  })
  .openapi('AgencyItem');

export const agencyPage = pageOf(agencyItem).openapi('AgencyPage');

export const agencyAnswer = z
  .object({
    agency: agencyItem,
    parent: agencyItem.nullable(),
    units: list(agencyItem),
    disclosures: list(
      z
        .object({
          id: z.number(),
          year: z.number().nullable(),
          stage,
          version: z.number(),
          isCurrent: z.boolean(),
          template: z.string(),
          importedAt: z.string(),
          totals: z.object({
            revenue: fen.optional(),
            expenditure: fen.optional(),
            basic: fen.optional(),
            project: fen.optional(),
            threePublics: fen.optional(),
          }),
          completeness,
          findings: counts,
          coverage: coverageCounts,
        })
        .openapi('AgencyDisclosure'),
    ),
  })
  .openapi('AgencyAnswer');

export const trendQuestion = { measure: line.optional().openapi({ description: '指标编号，见 /measures' }) };

export const point = z
  .object({
    measure: z.string(),
    year: z.number(),
    stage,
    fen,
    from: z.enum(['table', 'words']),
    disclosureId: z.number(),
  })
  .openapi('TrendPoint');

export const trendAnswer = list(point);

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));
const numbers = (schema: z.ZodType<number, string>, most: number) => parts.pipe(z.array(schema).min(1).max(most));

export const compareQuestion = {
  agencies: numbers(id, 50).openapi({ type: 'string', example: '1,2', description: '单位编号，逗号隔开，最多 50 个' }),
  years: numbers(year, 50).optional().openapi({ type: 'string', example: '2021,2023', description: '不写为全部年度' }),
  measures: parts
    .pipe(z.array(line).min(1).max(30))
    .optional()
    .openapi({ type: 'string', example: 'revenue,expenditure', description: '指标编号，不写为全部' }),
  stage: stage.optional(),
  peersRegion: regionCode.optional().openapi({ description: '只和这个区划以内的同类单位比' }),
};

export const comparison = z
  .object({
    rows: list(point.extend({ agency: z.number() }).openapi('ComparedPoint')),
    peers: list(
      z
        .object({
          measure: z.string(),
          year: z.number(),
          stage,
          level,
          count: z.number(),
          lower: fen,
          median: fen,
          upper: fen,
        })
        .openapi('Peers'),
    ),
  })
  .openapi('Comparison');

export const measures = list(z.object({ id: z.string(), name: z.string(), unit: z.literal('fen') }).openapi('Measure'));
