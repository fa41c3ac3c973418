/** The OpenAPI twin of core's `Disclosure` as the store answers it. */
import { z } from '@hono/zod-openapi';
import { completeness, counts, fen, level, list, origin, stage } from '../../../contract/shared.ts';

export const cell = z.object({ fen, text: z.string(), origin }).openapi('Cell');
const cells = z.record(z.string(), cell);
const money = z.enum(['元', '百元', '千元', '万元', '百万元', '亿元']).or(z.string());

const row = z
  .object({
    key: z.string(),
    label: z.string(),
    side: z.enum(['revenue', 'expenditure']).optional(),
    code: z.string().optional(),
    partOf: z.string().optional(),
    cells,
    unread: list(z.string()).optional(),
    origin,
  })
  .openapi('Row');

const statement = z
  .object({
    form: z.string(),
    title: z.string(),
    unit: money,
    note: z.string().optional(),
    columns: list(z.string()),
    rows: list(row),
    origin,
  })
  .openapi('Statement');

const table = z
  .object({
    form: z.string(),
    title: z.string(),
    unit: money.optional(),
    note: z.string().optional(),
    asOf: z.string().optional(),
    origin,
  })
  .openapi('TableInfo');

const contentsEntry = z.object({ title: z.string(), page: z.number().optional(), text: z.string(), origin });

const block = z.object({
  text: z.string(),
  origin,
  lines: list(z.object({ text: z.string(), origin })).optional(),
});

const section = z
  .object({
    number: z.string().optional(),
    title: z.string(),
    part: z.string().optional(),
    text: z.string(),
    paragraphs: list(block),
    origin,
  })
  .openapi('ExplanationSection');

const indicator = z.object({
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  description: z.string().optional(),
  target: z.string().optional(),
  basis: z.string().optional(),
  origin,
});

const target = z
  .object({
    title: z.string(),
    project: z.string().optional(),
    goal: z.string().optional(),
    indicators: list(indicator),
    origin,
  })
  .openapi('PerformanceTarget');

const duty = z.object({
  duty: z.string(),
  amount: cell.optional(),
  content: z.string().optional(),
  goal: z.string().optional(),
  indicator: z.string().optional(),
  excellent: z.string().optional(),
  good: z.string().optional(),
  fair: z.string().optional(),
  poor: z.string().optional(),
  origin,
});

const quantity = z.object({ units: z.number(), scale: z.number(), text: z.string(), origin }).openapi('Quantity');

const procurement = z
  .object({
    kind: z.enum(['item', 'subtotal', 'total']),
    label: z.string(),
    project: z.string().optional(),
    projectFunds: cell.optional(),
    item: z.string().optional(),
    code: z.string().optional(),
    unit: z.string().optional(),
    quantity: quantity.optional(),
    unitPrice: cell.optional(),
    cells,
    origin,
  })
  .openapi('ProcurementRow');

const asset = z
  .object({
    key: z.string(),
    label: z.string(),
    partOf: z.string().optional(),
    quantity: quantity.optional(),
    value: cell.optional(),
    origin,
  })
  .openapi('AssetRow');

const organization = z
  .object({
    unit: z.string(),
    nature: z.string().optional(),
    rank: z.string().optional(),
    funding: z.string().optional(),
    note: z.string().optional(),
    origin,
  })
  .openapi('OrganizationRow');

export const disclosureAnswer = z
  .object({
    id: z.number(),
    agency: z.object({ id: z.number(), code: z.string().optional(), name: z.string(), level }),
    region: z.object({ code: z.string(), name: z.string() }).optional(),
    year: z.number().nullable(),
    stage,
    template: z.string(),
    version: z.number(),
    isCurrent: z.boolean(),
    document: z.object({ id: z.number(), name: z.string(), kind: z.string(), sha256: z.string() }),
    importedAt: z.string(),
    completeness,
    findings: counts,
    statements: list(statement),
    tables: list(table),
    contents: list(contentsEntry),
    explanation: list(section),
    performance: list(target),
    dutyPerformance: list(duty),
    procurement: list(procurement),
    assets: list(asset),
    organization: list(organization),
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

export const treeQuestion = { by: z.enum(['function', 'economic']).default('function') };
export const tree = z.object({ form: z.string().nullable(), fen, children: list(codeNode) }).openapi('Tree');
