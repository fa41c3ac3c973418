/** Pages as pictures: how large they are, and how one is asked for with boxes framed. */
import { z } from '@hono/zod-openapi';
import type { Box } from '../engine/tasks.ts';

export const pageSize = z
  .object({ width: z.number(), height: z.number() })
  .openapi('PageSize', { description: '页面大小，单位为点（1/72 英寸）' });

const boxes = z
  .string()
  .max(2000)
  .regex(/^(-?\d{1,5}(\.\d+)?(,-?\d{1,5}(\.\d+)?){3};?)+$/, '应是 x0,y0,x1,y1，多个用分号隔开')
  .optional();

/** Boxes to frame, and how large: shared by the pages of published documents and of checks. */
export const pictureQuestion = {
  frame: boxes.openapi({ description: '要框出的位置 x0,y0,x1,y1（点），多个用分号隔开' }),
  witness: boxes.openapi({ description: '用蓝框另外框出的位置：依据' }),
  scale: z.coerce.number().min(0.2).max(4).default(1.5).openapi({ description: '每点几个像素' }),
};

export const pagePicture = z.string().regex(/^[1-9]\d{0,4}\.png$/, '应是“页码.png”');

/** `3.png` → 3 */
export const pageNumber = (page: string): number => Number.parseInt(page, 10);

/** `0,0,10,10;5,5,8,8`, as its schema has let through. */
export const framesOf = (frame: string | undefined): readonly Box[] =>
  (frame ?? '')
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split(',').map(Number) as unknown as Box);
