import { z } from '@hono/zod-openapi';
import { id, line, regionCode, stage, year } from '../../contract/shared.ts';
import { EXPORTS, type ExportName } from './service.ts';

export const exportFile = z.enum(Object.keys(EXPORTS) as [ExportName]);

export const exportQuestion = {
  region: regionCode.optional(),
  agency: id.optional(),
  disclosure: id.optional(),
  year: year.optional(),
  stage: stage.optional(),
  form: line.optional(),
};
