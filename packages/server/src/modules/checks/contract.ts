import { z } from '@hono/zod-openapi';
import { isFindingId } from '@mingsuan/core/dismissals';
import { finding, parts } from '../../contract/model.ts';
import { pageSize } from '../../contract/pictures.ts';
import { level, list, reason, stage } from '../../contract/shared.ts';

export const checkId = z.string().regex(/^[\w-]{24}$/, '不是核对的编号');

export const checkStatus = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    progress: z.object({ done: z.number(), total: z.number() }),
    scans: z
      .object({ done: z.number(), total: z.number() })
      .optional()
      .openapi({ description: '图片页识别了几页，共几页；没有图片页的没有' }),
    createdAt: z.string(),
    expiresAt: z.string().openapi({ description: '到这时全部删除' }),
    error: z.string().optional(),
  })
  .openapi('CheckStatus');

const checkedDocument = z
  .object({
    source: z.string(),
    pages: z.number().openapi({ description: '有几页图像；不是 PDF 的没有' }),
    pageSizes: list(pageSize),
    error: z.string().optional().openapi({ description: '没有读成的原因' }),
    disclosures: list(
      z.object({
        agency: z.object({ code: z.string().optional(), name: z.string(), level }),
        region: z.string().optional(),
        year: z.number().optional(),
        stage,
        template: z.string(),
      }),
    ),
    findings: list(finding.extend({ dismissed: z.string().optional() }).openapi('CheckedFinding')),
    coverage: parts.coverage.optional(),
    problems: list(parts.problem),
  })
  .openapi('CheckedDocument');

export const checkAnswer = checkStatus
  .extend({ documents: list(checkedDocument).openapi({ description: '完成后才有' }) })
  .openapi('Check');

export const checkDismissals = z
  .object({
    dismissals: list(z.object({ id: z.string().refine(isFindingId, '不是问题的编号'), reason })).check(
      z.maxLength(2000),
    ),
  })
  .openapi('CheckDismissals');

export const link = z.object({ url: z.string().max(2000), password: z.string().max(500).optional() }).openapi('Link');

export const REPORT_TYPES = {
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'report.pdf': 'application/pdf',
  'report.html': 'text/html; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
} as const;

export const reportFile = z.enum(Object.keys(REPORT_TYPES) as [keyof typeof REPORT_TYPES]);
