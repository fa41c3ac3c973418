import { z } from '@hono/zod-openapi';
import { coverageCounts, parts } from '../../../contract/model.ts';
import {
  completeness,
  counts,
  fen,
  level,
  line,
  list,
  pageOf,
  paging,
  regionCode,
  stage,
  withdrawal,
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
    kind: z.string().nullable().openapi({ description: '单位类别，见 /agency-kinds；名称看不出的为 null' }),
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
          edition: z.number().openapi({ description: '第几次公开；只是补上另一个文件的，不算另一次' }),
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

export const withdrawnAnswer = z
  .object({ items: list(withdrawal.extend({ year: z.number().nullable(), stage })) })
  .openapi('WithdrawnTexts');

export const trendQuestion = { measure: line.optional().openapi({ description: '指标编号，见 /measures' }) };

/** Where a figure is printed; only the table where nobody printed the sum itself. */
export const figurePlace = z
  .object({
    form: z.string().optional(),
    row: z.string().optional(),
    column: z.string().optional(),
    text: z.string().optional(),
    origin: parts.origin.optional(),
  })
  .nullable()
  .openapi('FigurePlace', { description: '印在哪张表、哪行、哪列、哪里；以前导入、还没有重新整理的为 null' });

export const point = z
  .object({
    measure: z.string(),
    year: z.number(),
    stage,
    fen,
    from: z.enum(['table', 'words']),
    disclosureId: z.number(),
    isPartial: z.boolean().openapi({ description: '这张表没有读全' }),
    place: figurePlace,
  })
  .openapi('TrendPoint');

export const trendAnswer = list(point);

export const measures = list(z.object({ id: z.string(), name: z.string(), unit: z.literal('fen') }).openapi('Measure'));

export const kinds = list(
  z
    .object({ id: z.string(), name: z.string(), english: z.string(), names: list(z.string()) })
    .openapi('AgencyKind', { description: 'names 是这一类的名称怎样写：… 任意文字，<甲|乙> 其中之一，[甲] 可有可无' }),
);
