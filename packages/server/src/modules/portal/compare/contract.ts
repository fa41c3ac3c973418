import { z } from '@hono/zod-openapi';
import { COMPARED_BY, PHASES } from '@mingsuan/store';
import { fen, id, level, line, list, regionCode, year } from '../../../contract/shared.ts';
import { agencyItem, point } from '../agencies/contract.ts';

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));
const several = <T>(schema: z.ZodType<T, string>, most: number) => parts.pipe(z.array(schema).min(1).max(most));

/** An agency by its number, or as its lasting address has it. */
const agencyName = z.union([id, line.regex(/^(?:\d{6}|unknown)\/./, '应是单位编号，或“区划代码/名称”')]);

const by = z.enum(COMPARED_BY);
const phase = z.enum(PHASES);

export const compareQuestion = {
  agencies: several(agencyName, 50).openapi({
    type: 'string',
    example: '130100/石家庄市财政局,2',
    description: '单位，逗号隔开，最多 50 个：“区划代码/名称”（和网址里一样），或编号',
  }),
  years: several(year, 50).optional().openapi({ type: 'string', example: '2021,2023', description: '不写为全部年度' }),
  measures: several(line, 30).optional().openapi({
    type: 'string',
    example: 'revenue,expenditure',
    description: '指标编号，不写为全部',
  }),
  stage: phase.optional().openapi({ description: 'adjusted 是决算里印出的全年预算；不写为三种都要' }),
  by: by.optional().openapi({
    description: 'amount 金额，share 占支出总计的百万分之几，resident 每个居民，real 按最近一年的价格',
  }),
  peersRegion: regionCode.optional().openapi({ description: '只和这个区划以内的同类单位比' }),
  peersBy: z
    .enum(['kind', 'level'])
    .optional()
    .openapi({ description: 'kind（默认）：同一单位类别、同一级别；level：只看级别' }),
};

const quartile = fen.nullable();

export const comparison = z
  .object({
    by,
    base: z.number().nullable().openapi({ description: 'by=real 时，按哪一年的价格' }),
    agencies: list(agencyItem),
    rows: list(
      point
        .extend({
          agency: z.number(),
          stage: phase,
          value: z.number().int().nullable().openapi({
            description: '按 by 算的值：分，或百万分之几；没有人口、价格指数或支出总计，算不出的为 null',
          }),
        })
        .openapi('ComparedPoint'),
    ),
    peers: list(
      z
        .object({
          measure: z.string(),
          year: z.number(),
          stage: phase,
          level,
          kind: z.string().nullable(),
          count: z.number(),
          lower: quartile,
          median: quartile,
          upper: quartile,
        })
        .openapi('Peers', { description: '按 by 算的四分位数；同类不足 5 个的为 null' }),
    ),
  })
  .openapi('Comparison');
