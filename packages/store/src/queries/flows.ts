/** The year in one picture: sources → functions → kinds of expenditure. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { FUND_IDS } from '@mingsuan/core/vocabulary/index';
import type { Store } from '../open.ts';
import { codeTree } from '../projection/code-tree.ts';
import { type FormFact, factsOf } from './facts.ts';

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
  return { nodes: nodesOf(links, namesOf(facts, year), printedTotals(facts, year)), links };
}

function sourceLinks(facts: readonly FormFact[], year: number | undefined): FlowLink[] {
  const columns = [...new Set(facts.map(({ column }) => column))].filter((column) => !NO_SOURCE.includes(column));
  const byFund = columns.some((column) => FUND_IDS.some((id) => id === column));
  const sources = columns.filter((column) => !(byFund && column === 'appropriation'));
  const byClass = sources.flatMap((column) => classLinks(facts, column, year, 'source'));
  if (byClass.length > 0) return byClass;
  return sources.flatMap((column) => {
    const total = facts.find((fact) => fact.key === 'total' && fact.column === column);
    return total && total.fen > 0 ? [{ source: `source:${column}`, target: 'all', fen: total.fen }] : [];
  });
}

function useLinks(facts: readonly FormFact[], year: number | undefined): FlowLink[] {
  const columns = [...new Set(facts.map(({ column }) => column))];
  const detailed = columns.includes('personnel') && !columns.includes('basic') ? ['total', 'year-end'] : [];
  const uses = columns.filter(
    (column) =>
      !['total', 'year-end', ...(columns.includes('basic') ? ['personnel', 'operating'] : detailed)].includes(column),
  );
  return uses.flatMap((column) => classLinks(facts, column, year, 'use'));
}

function classLinks(
  facts: readonly FormFact[],
  column: string,
  year: number | undefined,
  side: 'source' | 'use',
): FlowLink[] {
  const rows = facts
    .filter((fact) => fact.column === column)
    .map(({ key, label, fen }) => ({ code: key, name: label, fen }));
  return codeTree(rows, 'function', year)
    .filter(({ fen }) => fen > 0)
    .map(({ code, fen }) =>
      side === 'source'
        ? { source: `source:${column}`, target: `function:${code}`, fen }
        : { source: `function:${code}`, target: `use:${column}`, fen },
    );
}

function namesOf(facts: readonly FormFact[], year: number | undefined): ReadonlyMap<string, string> {
  const rows = facts.map(({ key, label, fen }) => ({ code: key, name: label, fen }));
  const columns = (form: Disclosure['statements'][number]['form'], prefix: string) =>
    formById(form).columns.map(({ id, name }) => [`${prefix}:${id}`, name] as const);
  return new Map([
    ...codeTree(rows, 'function', year).map(({ code, name }) => [`function:${code}`, name] as const),
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
  const rows = facts
    .filter(({ form, column }) => form === 'expenditure' && column === 'total')
    .map(({ key, label, fen }) => ({ code: key, name: label, fen }));
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
