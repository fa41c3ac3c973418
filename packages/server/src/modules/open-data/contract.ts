import { z } from '@hono/zod-openapi';
import { CHANGE_SUBJECTS } from '@mingsuan/store';
import { id, line, pageOf, paging, regionCode, stage, year } from '../../contract/shared.ts';
import { EXPORTS } from './service.ts';

export const exportFile = z.enum(EXPORTS as [string, ...string[]]);

/** A day begins where the documents come from. */
const DAY_BEGINS = 'T00:00:00+08:00';

/** A version's number, a day or a moment. */
const since = z
  .union(
    [
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      z.iso.date().transform((day) => day + DAY_BEGINS),
      z.iso.datetime({ offset: true }),
    ],
    { error: '应是数据版本（如 29880000）、日期（如 2026-03-01）或时刻（如 2026-03-01T00:00:00Z）' },
  )
  .optional()
  .openapi({
    type: 'string',
    description: '只要这个数据版本以后、或这天这时以后有变化的，如 29880000、2026-03-01、2026-03-01T00:00:00Z',
  });

/** CSV begins with a byte order mark, without which spreadsheets take it for another encoding. */
const bom = z
  .enum(['yes', 'no'])
  .optional()
  .openapi({ description: 'no：CSV 开头不写字节顺序标记（BOM）；给程序读的用它，给 Excel 打开的不要用' });

export const csvQuestion = { bom };

export const exportQuestion = {
  bom,
  region: regionCode.optional(),
  agency: id.optional(),
  disclosure: id.optional(),
  year: year.optional(),
  stage: stage.optional(),
  form: line.optional(),
  since,
};

export const changesQuestion = { since, ...paging };

export const dataChange = z
  .object({
    subject: z.enum(CHANGE_SUBJECTS).openapi({
      description: 'disclosure 公开文本（连同它的各种表），findings 它已发布的核对结果，agency 单位',
    }),
    id: z.number().openapi({ description: '公开文本或单位的编号' }),
    change: z.enum(['added', 'changed', 'removed']).openapi({
      description: 'added 新增，changed 改动，removed 不再公开：撤下、合并，或有了新的一版',
    }),
    version: z.number(),
    at: z.string(),
    agencyId: z.number().nullable(),
    agency: z.string().nullable(),
    year: z.number().nullable(),
    stage: stage.nullable(),
  })
  .openapi('DataChange', { description: '最近一次变化；已经不在的，单位、年度可能是 null' });

export const dataChanges = pageOf(dataChange)
  .extend({
    version: z.number().openapi({ description: '现在的数据版本：下次用 since 从它以后问起；还没有数据时是 0' }),
    at: z.string().nullable(),
  })
  .openapi('DataChanges');

export const feedFile = z.enum(['atom.xml', 'feed.json']);
export const feedQuestion = {
  agency: id.optional().openapi({ description: '一个单位，连同所属单位' }),
  region: regionCode.optional().openapi({ description: '一个区划，连同下级' }),
  q: line.optional().openapi({ description: '搜索的词' }),
};
