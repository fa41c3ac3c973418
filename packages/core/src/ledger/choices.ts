/** What a person picks from in a cell of the ledger's form: codes with their names, sources, labels. */
import { codesOfLevel } from '../classification/index.ts';
import { type CellContext, codeText } from './cells.ts';
import type { CellKind } from './sheets.ts';

/** The code lists of the form, each with the level that a line of money or a purchase names. */
export const CODE_LISTS = [
  { list: 'function', level: 3, name: '功能科目' },
  { list: 'economic', level: 2, name: '经济科目' },
  { list: 'procurement', level: 4, name: '采购品目' },
] as const;

export type CodeList = (typeof CODE_LISTS)[number]['list'];

/** The codes of a list that a cell may hold in a year. */
export const codesOfList = (list: CodeList, year: number | undefined): readonly string[] =>
  codesOfLevel(list, CODE_LISTS.find((each) => each.list === list)!.level, year).map(({ code }) => code);

/** The texts to pick from, as they then stand in the cell; none where a person writes. Projects are the ledger's own. */
export function choicesOf(cell: CellKind, { year, names, labels }: CellContext): readonly string[] {
  switch (cell.is) {
    case 'choice':
      return cell.choices.map(([, label]) => label);
    case 'yes':
      return ['是'];
    case 'label':
      return labels[cell.of].all;
    case 'code': {
      const own = Object.keys(names).filter((code) => code.length === OWN_DIGITS[cell.list]);
      return [...new Set([...own, ...codesOfList(cell.list, year)])].map((code) =>
        codeText(code, cell.list, year, names),
      );
    }
    default:
      return [];
  }
}

/** How long a code is that a unit adds itself; purchases have none. */
const OWN_DIGITS: Readonly<Record<CodeList, number>> = { function: 7, economic: 5, procurement: 0 };
