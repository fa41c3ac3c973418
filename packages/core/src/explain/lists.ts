/** What an explanation tells one after the other: items, classes, projects, units. */

import { lookup } from '../classification/index.ts';
import type { Disclosure, Row, StatementFormId } from '../disclosure.ts';
import { ORGANIZATION } from '../kinds/index.ts';
import { UNNAMED_PROJECTS } from '../ledger/projects.ts';
import { listedUnder } from '../model/quantity.ts';
import { rowsOf } from '../model/tables.ts';
import { plainText } from '../text/fold.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import type { NamedCode } from '../words/write.ts';
import { type Base, projectFunds } from './levels.ts';
import type { ListName } from './plan.ts';

export interface Member {
  /** What `{it}` means: the quantity of the member. */
  readonly quantity?: string;
  readonly name: string;
  readonly item?: NamedCode;
  readonly class?: NamedCode;
}

const FORMS: Partial<Record<ListName, readonly StatementFormId[]>> = {
  items: FUND_IDS,
  'general-items': ['general-public'],
  'fund-items': ['government-fund'],
  'state-items': ['state-capital'],
};

/** The members that a sentence is told for, one after the other, in the order of the tables. */
export function membersOf(list: ListName, base: Base, style: 'coded' | 'named'): readonly Member[] {
  const { disclosure } = base;
  switch (list) {
    case 'classes':
      return classifiedRows(disclosure, ['general-public'], 3).map((row) => {
        const name = nameOf(disclosure, row.key);
        return { name, quantity: `general-public[${row.key}].total`, class: { code: row.key, text: `${name}（类）` } };
      });
    case 'projects':
      return projectMembers(base);
    case 'organization':
      return rowsOf(disclosure, ORGANIZATION).map(({ unit }) => ({ name: unit }));
    default:
      return classifiedRows(disclosure, FORMS[list]!, 7).map(({ key }) => ({
        name: nameOf(disclosure, key),
        quantity: `expenditure[${key}].total`,
        item: { code: key, text: itemText(disclosure, key, style) },
      }));
  }
}

/** Rows with money whose code has so many digits, in the order of their codes. */
function classifiedRows({ statements }: Disclosure, forms: readonly StatementFormId[], digits: number): readonly Row[] {
  const rows = statements
    .filter(({ form }) => forms.includes(form))
    .flatMap((statement) => statement.rows)
    .filter(
      ({ key, unit, cells }) =>
        unit === undefined && key.length === digits && /^\d+$/.test(key) && (cells.total?.fen ?? 0) !== 0,
    );
  const first = new Map(rows.map((row) => [row.key, row] as const));
  return [...first.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const isUnnamed = ({ name }: { readonly name: string }): boolean => name === UNNAMED_PROJECTS;

/** The projects with money, the largest first, those of one name together; what has no name stands last. */
function projectMembers({ ledger }: Base): readonly Member[] {
  const projects = ledger?.projects ?? [];
  return [...new Set(projects.map(({ name }) => name))]
    .map((name) => ({ name, fen: projectFunds(projects, name) ?? 0 }))
    .filter(({ fen }) => fen > 0)
    .sort((a, b) => Number(isUnnamed(a)) - Number(isUnnamed(b)) || b.fen - a.fen)
    .map(({ name }) => ({ name, quantity: listedUnder('expenditure[total].project', name) }));
}

/** The name that the tables print, else the official one. */
export function nameOf({ statements, year }: Disclosure, code: string): string {
  const printed = statements.flatMap(({ rows }) => rows.filter(({ key }) => key === code)).at(0)?.label;
  return (printed && plainText(printed)) || lookup('function', code, year)?.name || code;
}

function itemText(disclosure: Disclosure, code: string, style: 'coded' | 'named'): string {
  return (['类', '款', '项'] as const)
    .map((level, i) => {
      const name = nameOf(disclosure, code.slice(0, [3, 5, 7][i]));
      const digits = style === 'coded' ? code.slice([0, 3, 5][i], [3, 5, 7][i]) : '';
      return `${name}（${digits}${level}）`;
    })
    .join('');
}
