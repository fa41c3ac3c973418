/** Words that all answers and questions of the API share. */
import { z } from '@hono/zod-openapi';
import { REJECTIONS } from '@mingsuan/store';
import { parts } from './model.ts';

z.config(z.locales.zhCN());

/** A list in an answer: nobody changes what was answered. */
export const list = <S extends z.ZodType>(schema: S) => z.array(schema).readonly();

/** PostgreSQL's integers, and no text that it cannot hold. */
const MOST_ID = 2_147_483_647;
export const id = z.coerce.number<string>({ error: '应是正整数' }).int().min(1).max(MOST_ID);
export const line = z
  .string()
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what PostgreSQL does not take
  .regex(/^[^\u0000]*$/, '不能有空字符');
export const year = z.coerce.number<string>({ error: '应是年份' }).int().min(1949).max(2200);

export const { stage } = parts;
export const level = z.enum(['department', 'unit']);
export const regionCode = z.string().regex(/^\d{6}$/, '应是 6 位区划代码');

/** Integer fen (0.01 yuan). */
export const fen = z.number().int().openapi({ description: '整数，单位为分' });

export const paging = {
  limit: z.coerce
    .number({ error: '应是正整数' })
    .int()
    .min(1)
    .max(500)
    .optional()
    .openapi({ description: '每页几条，默认 50' }),
  cursor: z.string().max(500).optional().openapi({ description: '上一页给出的 next' }),
};

/** A page of a longer list, with the cursor of the next. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: list(item), next: z.string().optional().openapi({ description: '下一页的 cursor，末页没有' }) });

export const formState = z.enum(['filled', 'partial', 'empty', 'unread', 'missing']);

export const completeness = z
  .object({
    forms: z.record(z.string(), formState).openapi({
      description:
        'filled 有数，partial 没有读全，empty 空表，unread 没有读到但有没认出的表或页、不能说没有，missing 没有',
    }),
    score: z.number().openapi({ description: '应公开的表公开了百分之几；有 unread 的，至少百分之几，0 为不知道' }),
  })
  .openapi('Completeness');

export const counts = z
  .object({
    error: z.number(),
    warning: z.number(),
    notice: z.number(),
    pending: z.boolean().openapi({ description: '还有没有发布的核对结果，所以不说全部' }),
  })
  .openapi('FindingCounts', { description: '已经发布、没有核销的问题' });

/** What is said in public of what was taken back. */
export const withdrawal = z
  .object({
    kind: z.enum(REJECTIONS),
    at: z.string(),
    person: z.string().openapi({ description: '谁办的，没有写的为空' }),
    reason: z.string(),
  })
  .openapi('Withdrawal');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    errors: list(z.object({ name: z.string(), message: z.string() })).optional(),
    english: z.string().optional().openapi({ description: 'detail 的英文；已撤下的才有' }),
    withdrawn: withdrawal.optional(),
  })
  .openapi('Problem');

/** Why a finding is set aside. */
export const reason = z.string().trim().min(1, '请写明理由').max(500, '最多 500 字');
