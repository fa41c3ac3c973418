/** Files that prove what an item of work says. */
import { z } from '@hono/zod-openapi';
import { id, list } from '../../contract/shared.ts';
import { done } from '../accounts/contract.ts';

export { done };

export const params = { id };
export const fileParams = { id, attachment: id };

export const attachments = z
  .object({
    mayAttach: z.boolean().openapi({ description: '这个人现在能不能上传：能修改它的人，能检查它的人' }),
    mayWithdraw: z.boolean().openapi({ description: '这个人现在能不能撤下' }),
    mostBytes: z.number().openapi({ description: '一次上传最多多少字节' }),
    extensions: list(z.string()).openapi({ description: '收哪些扩展名' }),
    attachments: list(
      z.object({
        id: z.number(),
        about: z.string().openapi({ description: '证明什么，如一个指标；空的是整项工作' }),
        name: z.string(),
        size: z.number(),
        sha256: z.string(),
        person: z.string(),
        at: z.string(),
        withdrawn: z.object({ person: z.string(), at: z.string() }).nullable(),
        isKept: z.boolean().openapi({ description: '文件还在不在；送审以前撤下的、过了保留期限的不在' }),
      }),
    ),
  })
  .openapi('Attachments');
export const made = z.object({ ids: list(z.number()) }).openapi('AttachmentsMade');
