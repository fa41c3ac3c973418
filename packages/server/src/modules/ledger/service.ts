/** Ledgers of visitors: files read into texts, texts written into files and pages. Nothing of them is kept. */
import type { SheetText } from '@mingsuan/core/ledger/find-sheets';
import { type Engine, gained } from '../../engine/engine.ts';
import type { LedgerFileFormat, LedgerSheets, Tasks } from '../../engine/tasks.ts';

type Block = Tasks['ledger-pages']['gives'][number]['blocks'][number];

/** The sheets of a ledger file, or of the ledger that a published document allows. @throws Fault */
export const readSheets = async ({ uploads }: Engine, file: Tasks['ledger-sheets']['takes']): Promise<LedgerSheets> =>
  gained(await uploads.run('ledger-sheets', file));

/** The sheets of a workbook as texts, without what only a workbook has. @throws Fault */
export async function workbookSheets({ uploads }: Engine, file: Tasks['workbook-sheets']['takes']) {
  const sheets = gained(await uploads.run('workbook-sheets', file));
  return { sheets: sheets.map(({ name, rows }) => ({ name, rows })) };
}

/** A ledger as a file. @throws Fault where not even the unit and the year can be told */
export const writeSheets = async (
  { writers }: Engine,
  sheets: readonly SheetText[],
  format: LedgerFileFormat,
): Promise<Uint8Array> => gained(await writers.run('ledger-file', { sheets, format }));

/** The pages of the document as it will be, for showing. @throws Fault */
export async function previewSheets({ views }: Engine, sheets: readonly SheetText[]) {
  const pages = gained(await views.run('ledger-pages', { sheets }));
  return {
    pages: pages.map(({ number, width = 0, height = 0, blocks }) => ({
      number,
      landscape: width > height,
      blocks: blocks.map(shown),
    })),
  };
}

function shown(block: Block) {
  if (block.kind === 'paragraph') {
    const style = block.style ?? { is: 'body' as const };
    return {
      kind: 'paragraph' as const,
      text: block.text,
      is: style.is,
      ...('level' in style ? { level: style.level } : {}),
    };
  }
  const { rows, print } = block;
  return {
    kind: 'table' as const,
    head: print?.headRows ?? 1,
    align: print?.columns.map(({ align }) => align) ?? rows[0]?.map(() => 'left' as const) ?? [],
    // A merged cell stands once, where it begins.
    rows: rows.map((cells) =>
      cells.flatMap(({ text, colSpan, rowSpan, covered }) =>
        covered ? [] : [{ text, ...(colSpan ? { colSpan } : {}), ...(rowSpan ? { rowSpan } : {}) }],
      ),
    ),
  };
}
