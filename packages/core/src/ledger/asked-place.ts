/** Where in the form that is written which the document's words ask for: a row that has it ready, else one to be added. */
import { lazy } from '../memo.ts';
import { addressOf } from '../model/cell-address.ts';
import type { Origin } from '../model/values.ts';
import { squeeze } from '../text/fold.ts';
import { type CellContext, cellText, codeText } from './cells.ts';
import type { FoundSheet } from './find-sheets.ts';
import type { CellPlace } from './finding-place.ts';
import type { Ledger } from './ledger.ts';
import { projectLabel } from './projects.ts';
import { bySheet, columnOf, type SheetRows, sheetOf } from './sheet-rows.ts';
import type { SheetId } from './sheets.ts';
import { addressOfText } from './text-records.ts';

/** A cell with the texts of its row as they are, or are to be where the row is not there yet. */
export interface AskedPlace extends Required<CellPlace> {
  readonly cells: readonly string[];
}

/** The place of a path such as `texts[duties]`, `lastYear[…].reason`, `counts[…]`, `purposes[2010301]`; undefined for another. */
export function placeOfAsked(
  path: string,
  { projects }: Pick<Ledger, 'projects'>,
  rows: SheetRows,
  context: CellContext,
): AskedPlace | undefined {
  const [, part = '', key = '', field] = /^([A-Za-z]+)\[(.*)\](?:\.(\w+))?$/s.exec(path) ?? [];
  const find = (sheet: SheetId, wanted: Readonly<Record<string, string>>, written: string, blank = false) => {
    const places = Object.entries(wanted).map(([name, text]) => [columnOf(sheet, name), text] as const);
    const column = columnOf(sheet, written);
    const row = rows[sheet].findIndex(
      (cells) =>
        places.every(([at, text]) => squeeze(cells[at] ?? '') === squeeze(text)) && !(blank && cells[column] !== ''),
    );
    const fresh = sheetOf(sheet).columns.map((_, at) => places.find(([place]) => place === at)?.[1] ?? '');
    return { sheet, row: row < 0 ? rows[sheet].length : row, column, cells: rows[sheet][row] ?? fresh };
  };
  switch (part) {
    case 'texts': {
      const own = projects
        .map((project) => ({ ...project, label: projectLabel(project, projects) }))
        .find(({ label }) => key === `${label}/basis` || key === `${label}/goal`);
      const { code } = own ?? {};
      if (own) return find('projects', { name: own.name, ...(code ? { code } : {}) }, key.slice(own.label.length + 1));
      const { key: title, project = '' } = addressOfText(key, projects, undefined);
      const label = cellText(title as string, { is: 'label', of: 'text' }, context);
      return find('texts', { key: label, project: project as string }, 'text', true);
    }
    case 'lastYear':
      return find('last-year', { key: context.labels.quantity.of(key) }, field ?? 'fen');
    case 'amounts':
      return find('amounts', { key: context.labels.amount.of(key) }, 'fen');
    case 'answers':
      return find('answers', { area: context.labels.area.of(key) }, 'answer');
    case 'counts':
      return find('counts', { key: context.labels.count.of(key) }, 'count');
    case 'purposes': {
      const at = rows.purposes.findIndex(([code = '']) => code.startsWith(key));
      const named = at < 0 ? codeText(key, 'function', context.year, context.names) : rows.purposes[at]![0]!;
      return find('purposes', { item: named }, 'text');
    }
    default:
      return undefined;
  }
}

/** Where in a workbook that is asked for which is no record yet. */
export interface ReadyPlaces {
  /** The cell of a row that the form has ready and nobody has filled in. */
  readonly placeOf: (path: string) => Origin | undefined;
  /** What to write in a row that the form does not have yet: `“内容”写“2010301 行政运行”`. */
  readonly rowToAdd: (path: string) => string | undefined;
}

/** The places of a workbook's sheets. */
export function readyPlaces(
  ledger: Ledger,
  sheets: ReadonlyMap<SheetId, FoundSheet>,
  context: CellContext,
): ReadyPlaces {
  const rowsOf = lazy(() =>
    bySheet(({ id, columns }) =>
      (sheets.get(id)?.rows ?? []).map(({ cells }) =>
        columns.map((column) => cells[sheets.get(id)!.columns.get(column) ?? -1] ?? ''),
      ),
    ),
  );
  const find = (path: string) => {
    const asked = placeOfAsked(path, ledger, rowsOf(), context);
    const sheet = asked && sheets.get(asked.sheet);
    return asked && sheet ? { asked, sheet, row: sheet.rows[asked.row]?.row } : undefined;
  };
  return {
    placeOf: (path) => {
      const found = find(path);
      if (found?.row === undefined) return undefined;
      const { asked, sheet, row } = found;
      const column = sheet.columns.get(sheetOf(asked.sheet).columns[asked.column]!);
      return { sheet: sheet.name, ...(column === undefined ? {} : { address: addressOf(row, column) }) };
    },
    rowToAdd: (path) => {
      const found = find(path);
      if (!found || found.row !== undefined) return undefined;
      const { columns } = sheetOf(found.asked.sheet);
      return found.asked.cells
        .flatMap((text, at) => (text === '' ? [] : [`“${columns[at]!.header}”写“${text}”`]))
        .join('，');
    },
  };
}
