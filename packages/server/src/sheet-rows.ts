/** Spreadsheets that an operator hands over: lists, not budgets. */
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { Fault } from './fault.ts';

/** The cells of a spreadsheet or CSV as text, all its tables one after the other. @throws Fault where it cannot be read */
export async function rowsOfSheet(name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { openLayout } = await import('@mingsuan/documents/read');
  try {
    const opened = await openLayout(name, bytes);
    if ('readings' in opened) throw new UnreadableInput('unsupported', '这不是表格。');
    return opened.layout.pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [])),
    );
  } catch (error) {
    if (error instanceof UnreadableInput) throw new Fault('unusable', error.message);
    throw error;
  }
}
