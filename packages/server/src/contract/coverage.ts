import { z } from '@hono/zod-openapi';
import { list } from './shared.ts';

const tally = z
  .object({ printed: z.number(), read: z.number(), generic: z.number(), unread: z.number() })
  .openapi('CoverageTally', { description: 'printed = read + generic（按原样保留，没有核对）+ unread' });

/** How much of a document was read. */
export const coverage = z
  .object({
    tables: tally,
    amounts: tally,
    words: z.object({ figures: z.number(), understood: z.number() }),
    unreadPlaces: z.number().openapi({ description: '表以外没有读出的地方，例如图片页' }),
    perTable: list(
      z.object({
        title: z.string(),
        page: z.number().optional(),
        sheet: z.string().optional(),
        line: z.number().optional(),
        state: z.enum(['read', 'generic', 'unread']),
        amounts: tally,
      }),
    ),
  })
  .openapi('Coverage', { description: '读出情况' });
