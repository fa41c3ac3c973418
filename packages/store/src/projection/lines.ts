/**
 * The lines of a disclosure that people look for: what it prints for each functional and economic code, its measures, its projects by
 * their names, and what it buys by kind. Each item once: of several tables that print a code, the widest tells it.
 */
import { lookup, procurementEdition } from '@mingsuan/core/classification/index';
import type { Disclosure, FormId, Origin, Statement } from '@mingsuan/core/disclosure';
import {
  mainProjects,
  PERFORMANCE,
  PROCUREMENT,
  PROJECTS,
  type ProjectRow,
  PURCHASED_SERVICES,
  procurementAmount,
} from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import type { Fen } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { FUND_IDS } from '@mingsuan/core/vocabulary/index';
import { MEASURES } from '../measures.ts';
import { codedRows } from './coded-rows.ts';
import type { MeasureValue } from './measures.ts';

export const ITEM_KINDS = ['function', 'economic', 'measure', 'project', 'procurement'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Where a line is printed: a row of a statement, or an entry of a record table. Without `text` and `origin` where no one row prints it: a sum of several. */
export interface LinePlace {
  readonly form?: FormId;
  readonly ordinal?: number;
  readonly text?: string;
  readonly origin?: Origin;
}

export interface Line {
  readonly kind: ItemKind;
  /** The code, or the folded name where there is none. */
  readonly key: string;
  readonly code?: string;
  readonly name: string;
  readonly fen: Fen;
  readonly place: LinePlace;
}

const FUNCTION_FORMS = ['expenditure', ...FUND_IDS];
const ECONOMIC_FORMS = ['basic'];

/** The lines of a disclosure, each item once, amounts in fen. */
export function linesOf(disclosure: Disclosure, measures: readonly MeasureValue[]): readonly Line[] {
  const lines = [
    ...codeLines(disclosure, 'function', FUNCTION_FORMS),
    ...codeLines(disclosure, 'economic', ECONOMIC_FORMS),
    ...measureLines(disclosure, measures),
    ...projectLines(disclosure),
    ...purchaseLines(disclosure),
  ];
  const seen = new Set<string>();
  return lines.filter(({ kind, key }) => !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`));
}

function codeLines({ statements, year }: Disclosure, kind: 'function' | 'economic', forms: readonly string[]): Line[] {
  return forms.flatMap((form) =>
    statements
      .filter((statement) => statement.form === form)
      .flatMap(({ rows }: Statement) => {
        const printed = rows.flatMap(({ key, label, unit, cells: { total } }) =>
          total ? [{ code: key, name: label, unit, fen: total.fen, cell: total }] : [],
        );
        const whole = printed.find(({ code }) => code === 'total')?.fen;
        return codedRows(printed, whole, kind).map(
          ({ code, name, fen, cell }): Line => ({
            kind,
            key: code,
            code,
            name: lookup(kind, code, year)?.name ?? name,
            fen,
            place: {
              form: form as FormId,
              ...(fen === cell.fen ? { text: cell.text, origin: cell.origin } : {}),
            },
          }),
        );
      }),
  );
}

const NAMES = new Map(MEASURES.map(({ id, name }) => [id, name]));

function measureLines({ year, stage }: Disclosure, measures: readonly MeasureValue[]): Line[] {
  return measures
    .filter((value) => value.source === 'table' && value.year === year && value.stage === stage)
    .map(({ measure, fen, place: { form, text, origin } }) => ({
      kind: 'measure',
      key: measure,
      name: NAMES.get(measure)!,
      fen,
      place: { ...(form ? { form } : {}), ...(text ? { text } : {}), ...(origin ? { origin } : {}) },
    }));
}

/** What follows a project's own name in a title is no part of it. */
const projectKey = (name: string): string => squeeze(name).toLowerCase();

function projectLines(disclosure: Disclosure): Line[] {
  const tables = disclosure.tables.filter(({ form }) => form === PROJECTS.id);
  const main = mainProjects(tables);
  // Entries are counted over all tables of the kind.
  const before = tables.slice(0, main ? tables.indexOf(main) : 0).reduce((sum, { rows }) => sum + rows.length, 0);
  const listed = ((main?.rows ?? []) as readonly ProjectRow[]).flatMap(({ kind, label, cells, origin }, at): Line[] => {
    const { total } = cells;
    if (kind !== 'project' || !total) return [];
    const place: LinePlace = { form: PROJECTS.id, ordinal: before + at, text: total.text, origin };
    return [lineOf('project', label, total.fen, place)];
  });
  const aimed = rowsOf(disclosure, PERFORMANCE).flatMap(({ project, funds = [], origin }, ordinal): Line[] => {
    const [whole] = funds;
    if (!project || !whole?.amount) return [];
    const place: LinePlace = { form: PERFORMANCE.id, ordinal, text: whole.amount.text, origin };
    return [lineOf('project', project, whole.amount.fen, place)];
  });
  return [...summed(listed), ...summed(aimed)];
}

const lineOf = (kind: ItemKind, name: string, fen: Fen, place: LinePlace): Line => ({
  kind,
  key: projectKey(name),
  name,
  fen,
  place,
});

function purchaseLines(disclosure: Disclosure): Line[] {
  const bought = rowsOf(disclosure, PROCUREMENT).flatMap((row, ordinal): Line[] => {
    const amount = procurementAmount(row);
    if (row.kind !== 'item' || !amount) return [];
    return [
      purchase(disclosure, row.code, row.item ?? row.label, amount.fen, {
        form: PROCUREMENT.id,
        ordinal,
        text: amount.text,
        origin: row.origin,
      }),
    ];
  });
  const services = rowsOf(disclosure, PURCHASED_SERVICES).flatMap(
    ({ kind, code, label, cells, origin }, ordinal): Line[] =>
      kind === 'service' && cells.total
        ? [
            purchase(disclosure, code, label, cells.total.fen, {
              form: PURCHASED_SERVICES.id,
              ordinal,
              text: cells.total.text,
              origin,
            }),
          ]
        : [],
  );
  return summed([...bought, ...services]);
}

/** By its name in the catalogue, which two editions of it share where they do not share the code; else by the printed one. */
function purchase({ year }: Disclosure, code: string | undefined, name: string, fen: Fen, place: LinePlace): Line {
  const edition = code === undefined ? undefined : procurementEdition([code], year);
  const entry = code === undefined || !edition ? undefined : lookup('procurement', code, { edition });
  return { ...lineOf('procurement', entry?.name ?? name, fen, place), ...(entry ? { code: entry.code } : {}) };
}

/** What one table prints for an item in several rows is one line, which leads to the first of them; no row prints the sum. */
function summed(lines: readonly Line[]): Line[] {
  const sums = new Map<string, Line>();
  for (const line of lines) {
    const known = sums.get(line.key);
    if (!known) {
      sums.set(line.key, line);
      continue;
    }
    const { text: _text, origin: _origin, ...place } = known.place;
    sums.set(line.key, { ...known, fen: known.fen + line.fen, place });
  }
  return [...sums.values()];
}
