/** The year in one picture: sources → functions → kinds of expenditure. */
import type { Column, StatementFormId } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { FUND_IDS } from '@mingsuan/core/vocabulary/index';
import type { Store } from '../open.ts';
import { codeTree } from '../projection/code-tree.ts';
import { codedRows } from '../projection/coded-rows.ts';
import { type FormFact, factsOf, printedRow } from './facts.ts';

export interface FlowNode {
  /** `source:appropriation`, `function:201`, `use:basic`; `all` joins sources to functions where no table says which pays which. */
  readonly id: string;
  readonly kind: 'source' | 'function' | 'use' | 'all';
  readonly name: string;
  readonly fen: number;
}

export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly fen: number;
}

export interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** Columns that are sums of others or parts of one; appropriations are one source where their funds are not printed. */
const NO_SOURCE = ['total', 'subtotal', 'institutional-fees'];

/** Undefined where there is no such disclosure. Only printed figures: nothing is shared out by guess. */
export async function disclosureFlows({ db }: Pick<Store, 'db'>, id: number): Promise<Flows | undefined> {
  const disclosure = await db.selectFrom('disclosures').select('year').where('id', '=', id).executeTakeFirst();
  if (!disclosure) return undefined;
  const year = disclosure.year ?? undefined;
  const facts = await factsOf(db, id, ['revenue', 'expenditure']);
  const headers = await db
    .selectFrom('statements')
    .select(['form', 'columns'])
    .where('disclosure_id', '=', id)
    .where('form', 'in', ['revenue', 'expenditure'])
    .execute();
  const links = [
    ...sourceLinks(
      facts.filter(({ form }) => form === 'revenue'),
      year,
    ),
    ...useLinks(
      facts.filter(({ form }) => form === 'expenditure'),
      year,
    ),
  ];
  return { nodes: nodesOf(links, namesOf(facts, year, headers as Headers[]), printedTotals(facts, year)), links };
}

function sourceLinks(facts: readonly FormFact[], year: number | undefined): FlowLink[] {
  const columns = [...new Set(facts.map(({ column }) => column))].filter((column) => !NO_SOURCE.includes(column));
  const byFund = columns.some((column) => FUND_IDS.some((id) => id === column));
  const totals = totalsOf(facts);
  const sources = partsOfWhole(
    'revenue',
    columns.filter((column) => !(byFund && column === 'appropriation')),
    totals,
  );
  const byClass = sources.flatMap((column) => classLinks(facts, column, year, 'source'));
  if (byClass.length > 0) return byClass;
  return sources.flatMap((column) => {
    const fen = totals.get(column) ?? 0;
    return fen > 0 ? [{ source: `source:${column}`, target: 'all', fen }] : [];
  });
}

/** Each of several amounts may be off by half of 0.01 万元. */
const HALF_STEP = 5_000;

/**
 * Columns that come to the total, where it is printed: one that says the whole again, or a part of another (of which procurement), is
 * none of them, and what does not add up is not drawn.
 */
function partsOfWhole(
  form: 'revenue' | 'expenditure',
  columns: readonly string[],
  totals: ReadonlyMap<string, number>,
): readonly string[] {
  const whole = totals.get('total');
  if (whole === undefined) return columns;
  const adds = (some: readonly string[]) =>
    Math.abs(some.reduce((sum, column) => sum + (totals.get(column) ?? 0), 0) - whole) <= (some.length + 1) * HALF_STEP;
  const others = columns.filter((column) => totals.get(column) !== whole);
  const known = formById(form).columns.map(({ id }) => id);
  const [usual, rest] = [columns, others].map((some) => some.filter((column) => known.includes(column)));
  return [columns, others, usual!, rest!].find(adds) ?? [];
}

/** What the total row of a table prints in each column. */
const totalsOf = (facts: readonly FormFact[]): ReadonlyMap<string, number> =>
  new Map(facts.filter(({ key }) => key === 'total').map(({ column, fen }) => [column, fen]));

function useLinks(facts: readonly FormFact[], year: number | undefined): FlowLink[] {
  const columns = [...new Set(facts.map(({ column }) => column))];
  const detailed = columns.includes('personnel') && !columns.includes('basic') ? ['total', 'year-end'] : [];
  const uses = columns.filter(
    (column) =>
      !['total', 'year-end', ...(columns.includes('basic') ? ['personnel', 'operating'] : detailed)].includes(column),
  );
  return partsOfWhole('expenditure', uses, totalsOf(facts)).flatMap((column) => classLinks(facts, column, year, 'use'));
}

function classLinks(
  facts: readonly FormFact[],
  column: string,
  year: number | undefined,
  side: 'source' | 'use',
): FlowLink[] {
  return codeTree(codedOf(facts, column), 'function', year)
    .filter(({ fen }) => fen > 0)
    .map(({ code, fen }) =>
      side === 'source'
        ? { source: `source:${column}`, target: `function:${code}`, fen }
        : { source: `function:${code}`, target: `use:${column}`, fen },
    );
}

/** What a table prints for each code in a column. */
function codedOf(facts: readonly FormFact[], column: string) {
  const own = facts.filter((fact) => fact.column === column);
  return codedRows(own.map(printedRow), own.find(({ key }) => key === 'total')?.fen, 'function');
}

interface Headers {
  readonly form: StatementFormId;
  readonly columns: readonly Column[];
}

function namesOf(
  facts: readonly FormFact[],
  year: number | undefined,
  headers: readonly Headers[],
): ReadonlyMap<string, string> {
  const columns = (form: StatementFormId, prefix: string) => [
    // What no form names is called as it is printed.
    ...headers
      .filter((one) => one.form === form)
      .flatMap(({ columns: printed }) =>
        printed.flatMap(({ id, header }) => (header ? [[`${prefix}:${id}`, header.split('/').at(-1)!] as const] : [])),
      ),
    ...formById(form).columns.map(({ id, name }) => [`${prefix}:${id}`, name] as const),
  ];
  return new Map([
    ...codeTree(facts.map(printedRow), 'function', year).map(({ code, name }) => [`function:${code}`, name] as const),
    ...columns('revenue', 'source'),
    ...columns('expenditure', 'use'),
    ['all', '收入总计'],
  ]);
}

/** What the tables print in all for each function, source and use. */
function printedTotals(facts: readonly FormFact[], year: number | undefined): ReadonlyMap<string, number> {
  const columns = facts
    .filter(({ key }) => key === 'total')
    .map(({ form, column, fen }) => [`${form === 'revenue' ? 'source' : 'use'}:${column}`, fen] as const);
  const rows = codedOf(
    facts.filter(({ form }) => form === 'expenditure'),
    'total',
  );
  const functions = codeTree(rows, 'function', year).map(({ code, fen }) => [`function:${code}`, fen] as const);
  return new Map([...columns, ...functions]);
}

/** A node's figure is the printed one, else the larger of what comes in and what goes out. */
function nodesOf(
  links: readonly FlowLink[],
  names: ReadonlyMap<string, string>,
  printed: ReadonlyMap<string, number>,
): FlowNode[] {
  const ids = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  const sum = (end: 'source' | 'target', id: string) =>
    links.reduce((total, link) => total + (link[end] === id ? link.fen : 0), 0);
  return ids.map((id) => ({
    id,
    kind: id.split(':')[0] as FlowNode['kind'],
    name: names.get(id) ?? id,
    fen: printed.get(id) ?? Math.max(sum('source', id), sum('target', id)),
  }));
}
