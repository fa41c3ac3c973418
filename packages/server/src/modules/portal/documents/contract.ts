import { z } from '@hono/zod-openapi';
import { list, readingProblem } from '../../../contract/shared.ts';

export const pageSize = z
  .object({ width: z.number(), height: z.number() })
  .openapi('PageSize', { description: '页面大小，单位为点（1/72 英寸）' });

export const documentAnswer = z
  .object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    sha256: z.string(),
    size: z.number(),
    problems: list(readingProblem),
    importedAt: z.string(),
    pages: z.number().openapi({ description: '有几页图像；不是 PDF 的没有' }),
    pageSizes: list(pageSize),
  })
  .openapi('Document');

/** Boxes to frame, and how large: shared by the pages of published documents and of checks. */
export const pictureQuestion = {
  frame: z
    .string()
    .max(2000)
    .regex(/^(-?\d{1,5}(\.\d+)?(,-?\d{1,5}(\.\d+)?){3};?)+$/, '应是 x0,y0,x1,y1，多个用分号隔开')
    .optional()
    .openapi({ description: '要框出的位置 x0,y0,x1,y1（点），多个用分号隔开' }),
  scale: z.coerce.number().min(0.2).max(4).default(1.5).openapi({ description: '每点几个像素' }),
};

export const pagePicture = z.string().regex(/^[1-9]\d{0,4}\.png$/, '应是“页码.png”');
