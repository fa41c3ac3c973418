import { z } from '@hono/zod-openapi';
import { id, line, regionCode, stage, year } from '../../contract/shared.ts';
import { EXPORTS } from './service.ts';

export const exportFile = z.enum(EXPORTS as [string, ...string[]]);

export const exportQuestion = {
  region: regionCode.optional(),
  agency: id.optional(),
  disclosure: id.optional(),
  year: year.optional(),
  stage: stage.optional(),
  form: line.optional(),
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .openapi({ description: '只要这时以后导入的，如 2026-03-01T00:00:00Z' }),
};

export const feedFile = z.enum(['atom.xml', 'feed.json']);
export const feedQuestion = {
  agency: id.optional().openapi({ description: '一个单位，连同所属单位' }),
  region: regionCode.optional().openapi({ description: '一个区划，连同下级' }),
  q: line.optional().openapi({ description: '搜索的词' }),
};
