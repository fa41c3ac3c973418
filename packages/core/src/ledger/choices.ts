/** What a person picks from in a cell of the ledger's form: codes with their names, sources, labels. */
import { codesOfLevel } from '../classification/index.ts';
import type { Agency } from '../disclosure.ts';
import { neededAreas } from '../explain/needed-areas.ts';
import { amountsNeeded, countsNeeded, needsOf } from '../explain/needs.ts';
import { textChoices } from '../explain/text-choices.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { Template } from '../templates/index.ts';
import { type CellContext, codeText } from './cells.ts';
import type { Labels } from './labels.ts';
import type { CellKind, LabelOf } from './sheets.ts';

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

/**
 * The texts to pick from, as they then stand in the cell; none where a person writes. Projects are the ledger's own. What rows are
 * about is what the ledger's place asks for; without a place, what any does.
 */
export function choicesOf(
  cell: CellKind,
  { year, names, labels }: CellContext,
  place?: ChoicesPlace,
): readonly string[] {
  switch (cell.is) {
    case 'choice':
      return cell.choices.map(([, label]) => label);
    case 'yes':
      return ['是'];
    case 'label':
      return (place && labelsAsked(cell.of, labels, year, place)) ?? labels[cell.of].all;
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

/** Whose document a ledger is for. */
export interface ChoicesPlace {
  readonly template: Template;
  readonly agency: Agency;
  readonly jurisdictions: Jurisdictions;
}

/** Names of what a place's document asks for; undefined of what does not depend on it, or where it asks for nothing. */
function labelsAsked(
  of: LabelOf,
  labels: Labels,
  year: number | undefined,
  { template, agency, jurisdictions }: ChoicesPlace,
): readonly string[] | undefined {
  const needs = needsOf(template, jurisdictions);
  if (of === 'template' || !needs) return undefined;
  if (of === 'text') return textChoices(template, agency, year ?? template.years[0], jurisdictions);
  const asked = (): Iterable<string> => {
    switch (of) {
      case 'quantity':
        return [...needs.last, ...needs.initial, ...[...needs.reasons].map((key) => key.replace(/:initial$/, ''))];
      case 'count':
        return countsNeeded(needs);
      case 'amount':
        return amountsNeeded(needs);
      case 'area':
        return neededAreas(template, agency.level, jurisdictions);
    }
  };
  const names = [...new Set([...asked()].filter((key) => key !== '').map(labels[of].of))];
  return names.length > 0 ? names : undefined;
}

/** How long a code is that a unit adds itself; purchases have none. */
const OWN_DIGITS: Readonly<Record<CodeList, number>> = { function: 7, economic: 5, procurement: 0 };
