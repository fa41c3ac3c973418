import { z } from '@hono/zod-openapi';
import { feedQuestion } from '../open-data/contract.ts';

const MOST_ADDRESS = 254;

export const subscriptionAsked = z
  .object({
    email: z
      .string()
      .max(MOST_ADDRESS)
      .regex(/^[^\s@<>"',;:()[\]\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, '应是一个邮箱地址'),
    agency: z.number().int().min(1).max(2_147_483_647).optional(),
    region: feedQuestion.region,
    q: feedQuestion.q,
  })
  .strict()
  .refine(({ agency, region, q }) => [agency, region, q].filter((one) => one !== undefined).length === 1, {
    message: '要订的是一个单位、一个区划或一次搜索，三样里的一样',
  })
  .openapi('SubscriptionAsked');

export const subscriptionAnswer = z
  .object({ sent: z.literal(true).openapi({ description: '不论这个地址以前订过没有，回答都一样' }) })
  .openapi('SubscriptionAnswer');
