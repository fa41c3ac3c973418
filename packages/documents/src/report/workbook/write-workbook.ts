/** The reviewers' own 公开情况检查表 as a workbook: a sheet for each disclosure, and before them an overview of several. */
import { writeXlsx } from 'hucre/xlsx';
import type { ReportDocument, UnreadDocument } from '../document.ts';
import { placeInCells } from './anchors.ts';
import { checklistGrid } from './checklist.ts';
import { type Grid, sheetOf } from './grid.ts';
import { type Listed, overviewGrid, quoted } from './overview.ts';
import { DEFAULT_FONT } from './style.ts';

const OVERVIEW = '汇总';
const LONGEST_NAME = 31;

/** The checklist workbook of checked documents, and of those that could not be read. */
export async function writeWorkbook(
  documents: readonly ReportDocument[],
  unread: readonly UnreadDocument[] = [],
): Promise<Uint8Array> {
  const names = new Set([OVERVIEW]);
  const listed = documents.flatMap(({ source, coverage, checklists }): Listed[] => {
    if (checklists.length === 0) return [{ source }];
    return checklists.map((checklist) => ({
      source,
      coverage,
      sheet: { name: sheetName(checklist.agency.name, names), checklist },
    }));
  });
  const sheets = listed.flatMap(({ source, coverage, sheet }) =>
    sheet ? [checklistGrid(sheet.name, source, sheet.checklist, coverage)] : [],
  );
  const alone = sheets.length === 1 && listed.length === 1 && unread.length === 0;
  const grids: readonly Grid[] = alone ? sheets : [overviewGrid(OVERVIEW, listed, unread), ...sheets];
  const workbook = await writeXlsx({
    sheets: grids.map(sheetOf),
    defaultFont: DEFAULT_FONT,
    properties: { title: '公开情况检查表', creator: '明算' },
    // hucre's own print titles leave names unquoted that need quotes.
    namedRanges: grids.map(({ name, headRow }) => ({
      name: '_xlnm.Print_Titles',
      range: `${quoted(name)}!$${headRow + 1}:$${headRow + 1}`,
      scope: name,
    })),
  });
  return placeInCells(workbook);
}

/** A sheet's name has no more than 31 characters, none of `[]:*?/\`, no quote at its ends, and is used once. */
function sheetName(agency: string, names: Set<string>): string {
  const plain = agency.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+|[\s']+$/g, '') || '未读出名称';
  for (let i = 1; ; i++) {
    const suffix = i === 1 ? '' : `（${i}）`;
    const name = plain.slice(0, LONGEST_NAME - suffix.length).replace(/[\s'\ud800-\udbff]+$/, '') + suffix;
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    return name;
  }
}
