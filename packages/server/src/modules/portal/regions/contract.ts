import { z } from '@hono/zod-openapi';
import { OVERVIEW_FILTERS, STANDINGS } from '@mingsuan/store';
import { coverageCounts } from '../../../contract/model.ts';
import {
  completeness,
  counts,
  fen,
  formState,
  level,
  line,
  list,
  regionCode,
  stage,
  year,
} from '../../../contract/shared.ts';

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
  show: z.enum(OVERVIEW_FILTERS).optional().openapi({ description: '列出哪些单位；各项合计总是全部的' }),
  q: line.optional().openapi({ description: '名称的一部分，或代码的开头' }),
  sort: z.enum(['code', 'expenditure']).optional(),
  limit: z.coerce.number({ error: '应是正整数' }).int().min(1).max(500).optional().openapi({ description: '默认 50' }),
  offset: z.coerce.number({ error: '应是整数' }).int().min(0).max(1_000_000).optional(),
};

export const changedQuestion = {
  year: overviewQuestion.year,
  stage: overviewQuestion.stage,
  within: overviewQuestion.within,
};

const changedAgency = z.object({
  id: z.number(),
  title: z.string(),
  disclosureId: z.number().openapi({ description: '写着当年数的公开文本' }),
  fen,
  before: fen.openapi({ description: '上年的数，分' }),
  beforeFrom: z.enum(['table', 'words']).openapi({ description: 'table 上年的报表，words 当年的说明' }),
});

export const changed = z
  .object({
    year: z.number(),
    stage,
    compared: z.number().openapi({ description: '两年都有数的有几家' }),
    gained: list(changedAgency).openapi({ description: '支出总计比上年增加最多的' }),
    lost: list(changedAgency).openapi({ description: '支出总计比上年减少最多的' }),
  })
  .openapi('Changed');

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
        title: z.string().openapi({ description: '名称；同一区划有同名的，后面注明（部门）、（本级）或代码' }),
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
    listed: z.number().openapi({ description: '符合 show、q 的有几家，agencies 里最多 limit 家' }),
    counts: z.record(z.enum(OVERVIEW_FILTERS), z.number()).openapi({ description: '名称符合 q 的，各类有几家' }),
    functions: list(z.object({ code: z.string(), name: z.string(), fen })),
    functionsOf: z.number().openapi({ description: '各类支出是几份公开文本之和：收录了的不一定都按类印了支出' }),
    functionsPartial: z.number().openapi({ description: '支出表没有读全或没有认出的有几家' }),
    standings: z.record(z.enum(STANDINGS), z.number()),
    withErrors: z.number().openapi({ description: '已发布的问题里有错误的几家' }),
    underReview: z.number().openapi({ description: '还有核对结果没有发布的几家：withErrors 不说明它们有没有错误' }),
    averageScore: z.number().nullable(),
    forms: list(z.object({ form: z.string(), state: formState, count: z.number() })),
  })
  .openapi('Overview');
