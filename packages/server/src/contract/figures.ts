/** Doubtful figures of a scan and what people settle of them: the same wherever the scan lives. */
import { z } from '@hono/zod-openapi';
import { MONEY_UNITS } from '@mingsuan/core/money';
import { parts } from './model.ts';
import { pageSize } from './pictures.ts';
import { list } from './shared.ts';

/** A figure as it is printed, or none. */
const FIGURE = /^[-−\d.,，．%％ ]*$/;

const { origin } = parts;

const figureEquation = z
  .object({
    title: z.string(),
    operator: z.enum(['=', '<=', '>=']),
    total: z.number().openapi({ description: '各项乘系数之和（分），应当为零' }),
    tolerance2: z.number().openapi({ description: '四舍五入所能造成的差额的两倍' }),
    terms: list(
      z.object({
        name: z.string(),
        text: z.string(),
        fen: z.number(),
        unit: z.enum(MONEY_UNITS),
        coefficient: z.number(),
        origin,
      }),
    ),
  })
  .openapi('FigureEquation');

export const scanFigures = z
  .object({
    pageSizes: list(pageSize),
    figures: list(
      z.object({
        origin,
        read: z.string().openapi({ description: '识别出的' }),
        others: list(z.string()).openapi({ description: '还可能是' }),
        corrected: z.string().optional().openapi({ description: '由人看图认定的' }),
        equations: list(figureEquation),
      }),
    ),
    log: list(
      z.object({
        at: z.string(),
        person: z.string().optional().openapi({ description: '谁认定的；访客的核对没有' }),
        origin,
        from: z.string().openapi({ description: '原来认定的，或识别出的' }),
        to: z.string().optional().openapi({ description: '没有：撤回' }),
      }),
    ).openapi({ description: '改过什么，从早到晚' }),
  })
  .openapi('ScanFigures');

export const scanCorrections = z
  .object({
    corrections: list(z.object({ origin, text: z.string().max(40).regex(FIGURE, '应是一个数或编码') })).check(
      z.maxLength(2000),
    ),
    seen: z.number().int().min(0).optional().openapi({ description: '看到的改动记录有几条：别人又改过的不覆盖' }),
  })
  .openapi('ScanCorrections');
