/** Signing in by a provider, and whom of its people an account belongs to. */
import { z } from '@hono/zod-openapi';
import { id, line, list } from '../../contract/shared.ts';

export const params = { id };

export const begin = z
  .object({
    invitation: line
      .optional()
      .openapi({ description: '一次性链接里的令牌：登录以后这个账号就对应统一身份认证里的这个人' }),
  })
  .openapi('BeginSignOn');
export const begun = z
  .object({ url: z.string().openapi({ description: '浏览器接着打开的统一身份认证的网址' }) })
  .openapi('SignOnBegun');
export const comeBack = z
  .object({ query: z.string().max(8192).openapi({ description: '统一身份认证转回来的网址里 ? 以后的部分' }) })
  .openapi('SignOnAnswer');

const subject = line.trim().min(1, '不能空着');
export const identities = list(
  z.object({
    id: z.number(),
    personId: z.number(),
    issuer: z.string(),
    subject,
    linkedAt: z.string(),
    linkedBy: z.string(),
  }),
).openapi('Identities');
export const newIdentity = z
  .object({
    personId: z.number().int().min(1).max(2_147_483_647),
    subject: subject.openapi({ description: '统一身份认证里这个人的编号（sub），不是邮箱' }),
  })
  .openapi('NewIdentity');
