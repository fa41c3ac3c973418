import { z } from '@hono/zod-openapi';
import { list } from '../../contract/shared.ts';
import { LEDGER_FILE_FORMATS } from '../../engine/tasks.ts';

const MOST_TEXT = 20_000;
const MOST_ROWS = 60_000;

const sheet = z.object({
  name: z.string().max(200),
  rows: z.array(z.array(z.string().max(MOST_TEXT)).max(400)).max(MOST_ROWS),
});

export const ledgerQuestion = z
  .object({ sheets: z.array(sheet).max(200) })
  .openapi('LedgerQuestion', { description: '台账的各张工作表，每张从表头一行起，逐格是人看到的文字' });

export const ledgerStart = {
  nextYear: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: '由公开文本开始时，顺延到下一年：金额都标为待确认' }),
  agency: z.string().max(200).optional().openapi({ description: '文件里有几个单位时，编码或名称' }),
};

export const ledgerSheets = z
  .object({
    from: z.enum(['ledger', 'document']).openapi({ description: '文件是台账，还是由公开文本还原的' }),
    sheets: list(z.object({ name: z.string(), rows: list(list(z.string())) })),
    notes: list(
      z.object({ message: z.string(), sheet: z.string().optional(), address: z.string().optional() }),
    ).openapi({
      description: '没有读懂的，或还原时要请人确认的',
    }),
    agencies: list(z.object({ code: z.string().optional(), name: z.string().nullable() })).openapi({
      description: '有几个单位、没有指定哪一个时，列在这里，sheets 为空',
    }),
  })
  .openapi('LedgerSheets');

export const workbook = z
  .object({ sheets: list(z.object({ name: z.string(), rows: list(list(z.string())) })) })
  .openapi('Workbook', { description: '工作簿的各张工作表，逐格是人看到的文字' });

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    text: z.string(),
    is: z.enum([
      'body',
      'number',
      'agency',
      'period',
      'unit',
      'note',
      'todo',
      'cover',
      'heading',
      'caption',
      'contents',
    ]),
    level: z.number().optional(),
  }),
  z.object({
    kind: z.literal('table'),
    head: z.number().openapi({ description: '前几行是表头' }),
    align: list(z.enum(['left', 'center', 'right'])),
    rows: list(
      list(z.object({ text: z.string(), colSpan: z.number().optional(), rowSpan: z.number().optional() })),
    ).openapi({ description: '合并的格只在左上角出现一次' }),
  }),
]);

export const ledgerPages = z
  .object({
    pages: list(z.object({ number: z.number(), landscape: z.boolean(), blocks: list(block) })),
  })
  .openapi('LedgerPages');

export const LEDGER_FILE_TYPES: Readonly<Record<(typeof LEDGER_FILE_FORMATS)[number], string>> = {
  'ledger.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ledger.json': 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ofd: 'application/ofd',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const ledgerFile = z.enum(LEDGER_FILE_FORMATS);
