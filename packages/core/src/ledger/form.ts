/** The rows that a form has ready: what the chosen place's document needs, by name, to be filled in or left. */

import { neededAreas } from '../explain/needed-areas.ts';
import { amountsNeeded, countsNeeded, type Needs, needsOf } from '../explain/needs.ts';
import { groupBy } from '../group-by.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { fixedAssetLines } from '../kinds/asset-lines.ts';
import { kindOf } from '../model/document-kinds.ts';
import type { Template } from '../templates/index.ts';
import { lineKey } from '../text/numbering.ts';
import { AREAS, type AreaId, hintOf } from './areas.ts';
import { itemsOf } from './items.ts';
import { labelsOf, type Names } from './labels.ts';
import type { Ledger } from './ledger.ts';
import { projectLabel } from './projects.ts';
import type { LedgerRecord, LedgerRecords } from './record.ts';
import { recordsOfLedger } from './records.ts';
import { LEDGER_SHEETS, type LedgerSheet } from './sheets.ts';

export interface Form {
  readonly sheets: readonly LedgerSheet[];
  readonly records: LedgerRecords;
}

/** The form of a ledger for a place's document; without a template, of all that any ledger may hold. */
export function formOf(ledger: Ledger, template: Template | undefined, jurisdictions: Jurisdictions): Form {
  const records = recordsOfLedger(ledger);
  const needs = template && needsOf(template, jurisdictions);
  const areas = template
    ? neededAreas(template, ledger.agency.level, jurisdictions)
    : new Set(AREAS.map(({ id }) => id));
  return {
    sheets: LEDGER_SHEETS.filter(
      (sheet) => !sheet.optional || records[sheet.id].length > 0 || isNeeded(sheet, areas, needs, template),
    ),
    records: {
      ...records,
      answers: answers(ledger, areas),
      counts: prepared(records.counts, needs ? countsNeeded(needs) : []),
      amounts: prepared(records.amounts, needs ? amountsNeeded(needs) : []),
      'last-year': onceNamed(
        prepared(records['last-year'], needs ? lastYearRows(ledger, needs) : []),
        labelsOf(jurisdictions, ledger.year, ledger.names).quantity,
      ),
      assets: assets(records.assets, ledger, template),
      texts: texts(records.texts, ledger, needs),
    },
  };
}

function isNeeded(
  { id }: LedgerSheet,
  areas: ReadonlySet<AreaId>,
  needs: Needs | undefined,
  template: Template | undefined,
): boolean {
  switch (id) {
    case 'counts':
      return needs === undefined || countsNeeded(needs).length > 0;
    case 'amounts':
      return needs === undefined || amountsNeeded(needs).length > 0;
    case 'purposes':
      return needs === undefined || needs.items.purpose;
    case 'distributed':
      return template === undefined || kindOf(template.stage).executes;
    case 'procurement':
    case 'assets':
      return areas.has(id);
    default:
      return true;
  }
}

/** Every needed area with what was answered, and where its content goes. */
function answers(ledger: Ledger, areas: ReadonlySet<AreaId>): readonly LedgerRecord[] {
  return AREAS.filter(({ id }) => areas.has(id)).map((area) => ({
    area: area.id,
    answer: ledger.answers?.[area.id] ?? (area.isFilled(ledger) ? 'some' : 'open'),
    note: hintOf(ledger, area),
  }));
}

/** Rows by key: those that are needed in their order, then what was given beside them. */
function prepared(rows: readonly LedgerRecord[], keys: readonly string[]): readonly LedgerRecord[] {
  return [
    ...keys.map((key) => rows.find((row) => row.key === key) ?? { key }),
    ...rows.filter((row) => !keys.some((key) => key === row.key)),
  ];
}

/**
 * Several keys may name one sum, which the form asks for once: what they say stands in the first row, and where they differ it is
 * what the key says that the name means.
 */
function onceNamed(rows: readonly LedgerRecord[], { of, from }: Names): readonly LedgerRecord[] {
  const byName = groupBy(rows, ({ key }) => of(String(key)));
  return [...byName].map(([name, own]) => {
    const meant = own.find(({ key }) => key === from(name));
    return { ...Object.assign({}, ...own.toReversed(), meant), key: own[0]!.key };
  });
}

function lastYearRows(ledger: Ledger, { last, initial, reasons, items }: Needs): readonly string[] {
  const plain = [...reasons].map((key) => key.replace(/:initial$/, ''));
  const keys = [...new Set([...last, ...initial, ...plain])].filter((key) => key !== '');
  const byItem = items.last || items.initial ? itemsOf(ledger).map((code) => `expenditure[${code}].total`) : [];
  return [...keys, ...byItem];
}

/** The lines of the template's table, to be filled in. */
function assets(
  rows: readonly LedgerRecord[],
  ledger: Ledger,
  template: Template | undefined,
): readonly LedgerRecord[] {
  const lines = template ? fixedAssetLines(template, ledger.agency.level) : [];
  // A row may be numbered as it is printed: 1、房屋.
  const same = (a: unknown, b: unknown) => lineKey(String(a ?? '')) === lineKey(String(b ?? ''));
  const isGiven = (label: string, partOf: string | undefined) =>
    rows.some((row) => same(row.label, label) && same(row.partOf, partOf));
  if (rows.length > 0) return [...rows, ...lines.filter(({ label, partOf }) => !isGiven(label, partOf)).map(asRow)];
  return lines.map(asRow);
}

const asRow = ({ label, partOf }: { readonly label: string; readonly partOf?: string }): LedgerRecord => ({
  label,
  ...(partOf ? { partOf } : {}),
});

/** A blank row for each text that a person has still to write. */
function texts(rows: readonly LedgerRecord[], { projects }: Ledger, needs: Needs | undefined): readonly LedgerRecord[] {
  // Several places of a document may print one text.
  const wanted = new Map((needs?.texts ?? []).map((text) => [text.key, text] as const));
  const open = [...wanted.values()].flatMap(({ key, perProject }): readonly LedgerRecord[] => {
    if (!perProject) return rows.some((row) => row.key === key) ? [] : [{ key }];
    if (/\/(?:basis|goal)$/.test(key)) return [];
    return projects
      .map((project) => projectLabel(project, projects))
      .filter((label) => !rows.some((row) => row.key === key && row.project === label))
      .map((label) => ({ key, project: label }));
  });
  return [...rows, ...open];
}
