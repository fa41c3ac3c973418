import { z } from '@hono/zod-openapi';

export const operatorAnswer = z.object({ operator: z.literal(true) }).openapi('Operator');
