/** A disclosure as the store answers it: core's model beside what the store knows of it. */
import { z } from '@hono/zod-openapi';
import { parts, records } from '../../../contract/model.ts';
import { completeness, counts, fen, level, list } from '../../../contract/shared.ts';

const documentRef = z
  .object({ id: z.number(), name: z.string(), kind: z.string(), sha256: z.string() })
  .openapi('DocumentRef');

export const disclosureAnswer = parts.disclosure
  .extend({
    id: z.number(),
    agency: z.object({ id: z.number(), code: z.string().optional(), name: z.string(), level }),
    year: z.number().nullable(),
    version: z.number(),
    isCurrent: z.boolean(),
    document: documentRef,
    documents: list(documentRef).openapi({ description: '这份文本分在几个文件里的，全部文件；出处的 source 是文件名' }),
    coverage: parts.coverage.optional(),
    importedAt: z.string(),
    completeness,
    findings: counts,
    tables: list(records.table),
    ...records.rows,
  })
  .openapi('Disclosure');

export const flows = z
  .object({
    nodes: list(
      z.object({ id: z.string(), kind: z.enum(['source', 'function', 'use', 'all']), name: z.string(), fen }),
    ),
    links: list(z.object({ source: z.string(), target: z.string(), fen })),
  })
  .openapi('Flows');

export interface CodeNode {
  readonly code: string;
  readonly name: string;
  readonly fen: number;
  readonly children: readonly CodeNode[];
}

const codeNode: z.ZodType<CodeNode> = z
  .object({
    code: z.string(),
    name: z.string(),
    fen,
    get children() {
      return list(codeNode);
    },
  })
  .openapi('CodeNode');

export const story = list(
  z
    .object({ measure: z.string().nullable(), text: z.string(), origin: parts.origin })
    .openapi('StorySentence', { description: '说明里讲增减和原因的一句，照原文' }),
);

export const treeQuestion = { by: z.enum(['function', 'economic']).default('function') };
export const tree = z.object({ form: z.string().nullable(), fen, children: list(codeNode) }).openapi('Tree');
