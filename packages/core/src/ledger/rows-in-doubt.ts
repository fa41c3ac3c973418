/** Rows of a ledger's sheets that do not hold as they stand: the same thing given twice, and projects that cannot be told. */
import { addressOf } from '../model/cell-address.ts';
import type { LedgerFault } from './find-sheets.ts';
import type { LedgerRecord, LedgerRecords } from './record.ts';
import type { PlacedLedger, Stray } from './records.ts';

/** Where each record stands: its sheet and row, and the columns of its fields. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** Whether a row without its project leaves money or targets out. */
export const isOfMoney = ({ sheet }: Stray): boolean => sheet !== 'texts';

const KEYS = [
  ['answers', 'area'],
  ['counts', 'key'],
  ['amounts', 'key'],
  ['last-year', 'key'],
  ['names', 'code'],
  ['purposes', 'item'],
  ['glossary', 'term'],
] as const;

/** The same thing given twice: the second is told, for only one can hold. */
export function repeated(records: LedgerRecords, places: ReadonlyMap<LedgerRecord, Place>): readonly LedgerFault[] {
  return KEYS.flatMap(([sheet, field]) => {
    const seen = new Set<unknown>();
    return (records[sheet] ?? []).flatMap((row): LedgerFault[] => {
      const place = places.get(row);
      if (!place || !seen.has(row[field])) {
        seen.add(row[field]);
        return [];
      }
      const origin = { sheet: place.sheet, address: addressOf(place.row, place.columns.get(field) ?? 0) };
      return [{ message: '这一项前面已经填过，同一项只填一行，请删去一行。', origin }];
    });
  });
}

/** Texts told to stand at a paragraph or sentence that nothing says they replace: they would stand at the end of the section. */
export function strayParagraphs(
  records: LedgerRecords,
  places: ReadonlyMap<LedgerRecord, Place>,
): readonly LedgerFault[] {
  return (records.texts ?? []).flatMap((row): LedgerFault[] => {
    const place = places.get(row);
    const lone = row.way === 'instead' ? (row.paragraph === undefined ? 'sentence' : undefined) : 'paragraph';
    const field = lone === 'paragraph' && row.paragraph === undefined ? 'sentence' : lone;
    if (!place || field === undefined || row[field] === undefined) return [];
    const message =
      lone === 'sentence'
        ? '写了第几句，没有写第几段：请补填第几段，或清空。'
        : '写了第几段、第几句，方式却不是“代替”，这段文字会接在一节的后面：请选“代替”，或清空第几段、第几句。';
    return [{ message, origin: { sheet: place.sheet, address: addressOf(place.row, place.columns.get(field) ?? 0) } }];
  });
}

/** What is given twice holds as it was given first. */
export function firstOnly(records: LedgerRecords): LedgerRecords {
  const first = KEYS.map(([sheet, field]) => {
    const rows = records[sheet] ?? [];
    return [sheet, rows.filter((row, i) => rows.findIndex((other) => other[field] === row[field]) === i)] as const;
  });
  return { ...records, ...Object.fromEntries(first) };
}

/** Rows of projects that the sheet of projects does not have or has several of: one message for each such name. */
export function strayRows({ strays }: PlacedLedger, places: ReadonlyMap<LedgerRecord, Place>): readonly LedgerFault[] {
  const told = new Set<string>();
  return strays.flatMap(({ row, project, codes }): LedgerFault[] => {
    const place = places.get(row);
    if (!place || told.has(project)) return [];
    told.add(project);
    const origin = { sheet: place.sheet, address: addressOf(place.row, place.columns.get('project') ?? 0) };
    const message =
      codes.length > 0
        ? `有 ${codes.length} 个项目叫“${project}”：请写编码（${codes.join('、')}）。`
        : `“项目”表里没有“${project}”：请先在“项目”表填这个项目，或改正名称。`;
    return [{ message, origin }];
  });
}
