/** A table whose rows go by the items of “三公”经费, whatever its title and the header of its names say: it is no list of projects. */
import { formById } from '@mingsuan/core/forms/index';
import { lineKey } from '@mingsuan/core/text/numbering';
import { conceptOfLine } from '@mingsuan/core/vocabulary/index';
import type { LogicalTable } from './logical-table.ts';
import { piecesAs } from './pieces.ts';
import { cellKind, codeOf } from './shape/cells.ts';

/** The items that such a table has whatever its manner. */
const ALWAYS = ['overseas', 'hospitality'];
/** Items of “三公”经费 stand among the sections of an economic classification, too, but they are few there. */
const FEWEST_OF = 5;

/** The table as that of “三公”经费; undefined where its rows are not. */
export function asItemList(table: LogicalTable): LogicalTable | undefined {
  const rows = table.pieces.flatMap((piece) => piece.rows);
  const labels = rows.flatMap((row) => row.find((cell) => cellKind(cell) === 'text')?.text ?? []);
  const items = labels.flatMap((label) => conceptOfLine('three-publics', lineKey(label))?.id ?? []);
  const isList = ALWAYS.every((id) => items.includes(id)) && items.some((id) => id.startsWith('vehicle'));
  if (!isList || items.length * FEWEST_OF < labels.length || rows.some((row) => row.some(codeOf))) return undefined;
  const form = formById('three-publics' as never);
  return { ...table, form, pieces: piecesAs(form, table.pieces) };
}
