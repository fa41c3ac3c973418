/** The OpenAPI twin of core's `Disclosure` as the store answers it. */
import { z } from '@hono/zod-openapi';
import { type Field, type Fields, isWords } from '@mingsuan/core/kinds/field';
import { KINDS, type RowsByProperty } from '@mingsuan/core/kinds/index';
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
    unit: z.string().optional(),
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
    columns: list(z.object({ id: z.string(), header: z.string().optional() }).openapi('Column')),
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
    count: z.number().optional(),
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

const quantity = z.object({ units: z.number(), scale: z.number(), text: z.string(), origin }).openapi('Quantity');

const named = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** What a field of a record table holds. */
function valueIn(field: Field): z.ZodType {
  if (field.is === 'choice') return z.enum(field.values as [string, ...string[]]);
  if (field.is === 'amounts') return cells;
  if (field.is === 'rows') return list(rowOf(field.fields));
  return isWords(field) ? z.string() : field.type === 'money' ? cell : quantity;
}

/** A row of a kind of record table, from its fields. */
function rowOf(fields: Fields) {
  const values = Object.entries(fields).map(([id, field]) => {
    const value = valueIn(field);
    return [id, field.required ? value : value.optional()] as const;
  });
  return z.object({ ...Object.fromEntries(values), origin });
}

/** The rows of each kind of record table, by its property. */
const records = Object.fromEntries(
  KINDS.map(({ property, fields }) => [property, list(rowOf(fields).openapi(`${named(property)}Row`))]),
) as unknown as { readonly [P in keyof RowsByProperty]: z.ZodType<RowsByProperty[P]> };

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
    ...records,
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
