/**
 * All that can be said of a ledger while it is written: what stands wrong or is missing, each beside its cell; sums and
 * balances; and what checking its document finds. One reading of the texts, as of a workbook's.
 */

import { checkDisclosures } from '../check.ts';
import { lookup } from '../classification/index.ts';
import { discloseLedger } from '../disclose.ts';
import type { Problem } from '../disclosure.ts';
import { neededAreas } from '../explain/needed-areas.ts';
import type { Finding } from '../finding.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { positionOf } from '../model/cell-address.ts';
import type { Origin } from '../model/values.ts';
import { type Fen, type MoneyUnit, parseAmount } from '../money.ts';
import { AREAS, type AreaId, answerOf, hintOf } from './areas.ts';
import { type AskedPlace, placeOfAsked } from './asked-place.ts';
import { type SourceBalance, sourceBalances } from './balances.ts';
import { yearProblems } from './checks/year.ts';
import { notToldBefore } from './finding-path.ts';
import { type CellPlace, placeBehind } from './finding-place.ts';
import type { Ledger } from './ledger.ts';
import { kindOfProblem, type ProblemKind, problemsBeside } from './problems.ts';
import { readLedgerSheets } from './read-sheets.ts';
import { bySheet, type SheetRows } from './sheet-rows.ts';
import { contextOf, sheetsOfRows } from './sheet-texts.ts';
import { LEDGER_SHEETS, type SheetId } from './sheets.ts';
import { templateOf } from './template-of.ts';

export type { CellPlace } from './finding-place.ts';
export { templateOf } from './template-of.ts';

/** `unreadable`: a cell that was not understood or is lacking in its row, which may leave the row out of all sums. */
export interface ReviewProblem {
  readonly kind: 'unreadable' | ProblemKind;
  readonly code?: string;
  readonly message: string;
  readonly place?: CellPlace;
  /** What stands in the document's words until it is written: 【请填写：…】; and the row that it is written in. */
  readonly asked?: { readonly mark: string; readonly place: AskedPlace };
}

export interface LedgerReview {
  /** Absent where not even the unit and the year can be told: then only problems stand here. */
  readonly year?: number;
  readonly moneyUnit: MoneyUnit;
  readonly template?: { readonly id: string; readonly name: string };
  readonly problems: readonly ReviewProblem[];
  /** Cells that were not understood, or are lacking in their rows. */
  readonly unreadable: number;
  /** Rows are left out because of such cells: sums then say nothing of their own. */
  readonly isPartial: boolean;
  readonly balances: readonly SourceBalance[];
  /** Sums of the columns of money, by field, of the sheets that are added up; what cannot be read is not in them. */
  readonly totals: Readonly<Partial<Record<SheetId, Readonly<Record<string, Fen>>>>>;
  readonly findings: readonly { readonly finding: Finding; readonly place?: CellPlace }[];
  /** Areas that the document needs and nobody has answered. */
  readonly unanswered: readonly { readonly id: AreaId; readonly name: string; readonly hint: string }[];
  /** Names of the codes that stand alone in their cells. */
  readonly names: Readonly<Record<string, string>>;
}

/** A review of the form's rows; `jurisdictions` are the places that are known, `thisYear` is the year that it is. */
export function reviewLedger(
  rows: SheetRows,
  jurisdictions: Jurisdictions = bundled(),
  thisYear?: number,
): LedgerReview {
  const reading = readLedgerSheets(sheetsOfRows(rows), jurisdictions, Number.POSITIVE_INFINITY);
  const { ledger, faults, originOf, isPartial = false } = reading;
  const unread = faults.map(({ message, origin }): ReviewProblem => placed({ kind: 'unreadable', message }, origin));
  const moneyUnit = ledger?.moneyUnit ?? '元';
  const shared = {
    moneyUnit,
    unreadable: faults.filter(({ origin }) => origin.address !== undefined).length,
    isPartial,
    totals: totalsOf(rows, moneyUnit),
    names: namesIn(rows, ledger),
  };
  const template = ledger && templateOf(ledger, jurisdictions);
  if (!ledger || !template) {
    const problems = ledger ? [...unread, NO_TEMPLATE] : unread;
    return { ...shared, problems, balances: ledger ? sourceBalances(ledger) : [], findings: [], unanswered: [] };
  }
  const { disclosure, problems } = discloseLedger(ledger, template, jurisdictions);
  const context = contextOf(ledger, jurisdictions);
  const told: readonly (Problem & { readonly path?: string; readonly asks?: string })[] = problemsBeside(
    [...(thisYear === undefined ? [] : yearProblems(ledger, thisYear)), ...problems],
    reading,
  );
  const needed = neededAreas(template, ledger.agency.level, jurisdictions);
  return {
    ...shared,
    year: ledger.year,
    template: { id: template.id, name: template.name },
    problems: [
      ...unread,
      ...told.map(({ code, message, path, asks }): ReviewProblem => {
        const place = path === undefined || !asks ? undefined : placeOfAsked(path, ledger, rows, context);
        const own = { kind: kindOfProblem({ code }), code, message };
        if (asks && place) return { ...own, place, asked: { mark: asks, place } };
        return placed(own, path === undefined ? undefined : originOf?.(path));
      }),
    ],
    balances: sourceBalances(ledger),
    // A document of part of a ledger would be blamed for what is not in it.
    findings: isPartial
      ? []
      : findingsOf(notToldBefore(checkDisclosures([disclosure], { jurisdictions }).findings, told, ledger), rows),
    unanswered: AREAS.filter((area) => needed.has(area.id) && answerOf(ledger, area) === undefined).map((area) => ({
      id: area.id,
      name: area.name,
      hint: hintOf(ledger, area),
    })),
  };
}

const NO_TEMPLATE: ReviewProblem = {
  kind: 'wrong',
  code: 'no-template',
  message: '没有适合这个地区、年度和文种的表样：请核对“基本信息”的行政区划代码、年度、文种，或选一种表样。',
  place: { sheet: 'unit', row: 0, column: LEDGER_SHEETS[0]!.columns.findIndex(({ field }) => field === 'template') },
};

function placed(problem: Omit<ReviewProblem, 'place'>, origin: Origin | undefined): ReviewProblem {
  const sheet = LEDGER_SHEETS.find(({ name }) => name === origin?.sheet)?.id;
  if (!sheet) return problem;
  const at = origin?.address === undefined ? undefined : positionOf(origin.address);
  // The head stands over the rows.
  return { ...problem, place: { sheet, ...(at ? { row: at.row - 1, column: at.column } : {}) } };
}

const findingsOf = (findings: readonly Finding[], rows: SheetRows): LedgerReview['findings'] =>
  findings.map((finding) => {
    const place = placeBehind(finding, rows);
    return { finding, ...(place ? { place } : {}) };
  });

function totalsOf(rows: SheetRows, unit: MoneyUnit): LedgerReview['totals'] {
  const all = bySheet(({ id, columns, summed }) =>
    summed
      ? Object.fromEntries(
          columns.flatMap(({ field, cell, ofOne }, at) =>
            cell.is === 'money' && !ofOne
              ? [[field, rows[id].reduce((sum, cells) => sum + (parseAmount(cells[at] ?? '', unit)?.fen ?? 0), 0)]]
              : [],
          ),
        )
      : undefined,
  );
  return Object.fromEntries(Object.entries(all).filter(([, sums]) => sums !== undefined));
}

function namesIn(rows: SheetRows, ledger: Ledger | undefined): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { id, columns } of LEDGER_SHEETS)
    for (const [at, { cell }] of columns.entries()) {
      if (cell.is !== 'code') continue;
      for (const cells of rows[id]) {
        const code = cells[at]?.trim() ?? '';
        if (code === '' || code in names || !/^[A-C]?\d+$/.test(code)) continue;
        const name = ledger?.names?.[code] ?? lookup(cell.list, code, ledger?.year)?.name;
        if (name !== undefined) names[code] = name;
      }
    }
  return names;
}
