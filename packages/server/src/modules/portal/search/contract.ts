import { z } from '@hono/zod-openapi';
import { parts } from '../../../contract/model.ts';
import { fen, level, line, list, pageOf, paging, regionCode, stage, year } from '../../../contract/shared.ts';

export const itemKind = z.enum(['function', 'economic', 'measure', 'project', 'procurement']);

export const searchKind = z.enum(['agency', 'item', 'line', 'project', 'indicator', 'procurement', 'explanation']);

const amount = z.coerce.number<string>({ error: '应是整数，单位为分' }).int();

export const searchQuestion = {
  ...paging,
  q: line.openapi({ description: '名称、科目编码、拼音、拼音首字母、年度，用空格隔开：`sfj 2026`、`财政局 三公`' }),
  kind: searchKind.optional(),
  year: year.optional(),
  region: regionCode.optional().openapi({ description: '区划代码，下级区划也算' }),
  level: level.optional(),
  item: itemKind.optional().openapi({ description: '只要一种科目' }),
  from: amount.optional().openapi({ description: '各行的金额不小于，分' }),
  to: amount.optional().openapi({ description: '各行的金额不大于，分' }),
  sort: z.enum(['newest', 'amount']).optional().openapi({ description: '各行的次序，默认最新的在前' }),
};

/** Where a line or a text is printed. */
export const foundPlace = z.object({
  form: z.string().optional(),
  ordinal: z.number().optional(),
  project: z.number().optional(),
  text: z.string().optional(),
  origin: parts.origin.optional(),
});

const hit = z
  .object({
    kind: searchKind,
    title: z.string(),
    snippet: z.string(),
    agency: z
      .object({
        id: z.number(),
        name: z.string(),
        title: z.string().openapi({ description: '名称；同一区划有同名的，后面注明（部门）、（本级）' }),
        level,
        region: z.string().nullable(),
        regionName: z.string().nullable(),
      })
      .nullable(),
    year: z.number().nullable(),
    stage: stage.nullable(),
    disclosureId: z.number().nullable(),
    place: foundPlace.nullable(),
    item: z.object({ kind: itemKind, key: z.string(), code: z.string().nullable() }).nullable(),
    fen: fen.nullable(),
    agencies: z.number().openapi({ description: '科目：这一年有几家；文字：一字不差的有几家' }),
    years: list(z.number()),
  })
  .openapi('SearchHit', { description: '命中的字在 title、snippet 里用 [[ ]] 标出' });

const count = z.object({
  count: z.number(),
  isWhole: z.boolean().openapi({ description: '没有数完时为 false：至少有这么多（文字按抽样的下限）' }),
});

export const searchPage = pageOf(hit)
  .extend({
    counts: z.partialRecord(searchKind, count).optional().openapi({ description: '各类有多少，只在第一页' }),
    years: list(z.object({ year: z.number(), count: z.number() })).optional(),
  })
  .openapi('SearchPage');
