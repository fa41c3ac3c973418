/** Addresses of other programs that are told what happens in the office. */
import { z } from '@hono/zod-openapi';
import { DELIVERY_STATES } from '@mingsuan/store';
import { id, line, list } from '../../contract/shared.ts';

export const params = { id };

const events = list(line).openapi({ description: '通知哪些事，如 round.submit；可选的见 GET /webhooks 的 events' });

export const webhooks = z
  .object({
    events: list(
      z.object({ object: z.string(), events: list(z.object({ id: z.string(), name: z.string() })) }),
    ).openapi({
      description: '可以通知的事，取自办理过程的流转表',
    }),
    webhooks: list(
      z.object({
        id: z.number(),
        url: z.string(),
        events,
        isOn: z.boolean(),
        createdBy: z.string(),
        createdAt: z.string(),
        waiting: z.number().openapi({ description: '还没有送到、会再送的' }),
        failed: z.number().openapi({ description: '送了八次都没有送到、不再送的' }),
      }),
    ),
  })
  .openapi('Webhooks');
export const newWebhook = z.object({ url: line.trim(), events }).openapi('NewWebhook');
export const webhookEdit = z.object({ events: events.optional(), isOn: z.boolean().optional() }).openapi('WebhookEdit');
export const secret = z
  .object({ id: z.number(), secret: z.string().openapi({ description: '签名的密钥，只给这一次' }) })
  .openapi('WebhookSecret');
export const deliveries = list(
  z.object({
    id: z.number(),
    event: z.string(),
    createdAt: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.number(),
    dueAt: z.string().nullable(),
    status: z.number().nullable(),
    note: z.string().nullable(),
    payload: z.unknown(),
  }),
).openapi('WebhookDeliveries');
