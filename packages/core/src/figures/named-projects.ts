/** What the project table gives a project that the words call by its name. */
import type { Disclosure } from '../disclosure.ts';
import { PROJECTS } from '../kinds/index.ts';
import { addressOf, listed } from '../model/quantity.ts';
import { rowsOf } from '../model/tables.ts';
import { nounKey } from '../text/fold.ts';
import type { Figure } from './figure.ts';
import { stepOf } from './precision.ts';

/** Shorter names are those of several things. */
const TELLING = 4;

/** All project expenditure, or the money of the projects that have targets. */
function isOfProjects(quantity: string): boolean {
  const address = addressOf(quantity);
  return (address?.row === 'total' && address.column === 'project') || quantity === 'performance[funds]';
}

/**
 * The figures of a project listed under all project expenditure (项目支出759万元，其中：…信息化运行维护费133万元): its rows together first, then
 * each amount of each row. None for another quantity, and where the table has no project of exactly that name.
 */
export function namedProject(disclosure: Disclosure, quantity: string): readonly Figure[] {
  const part = listed(quantity);
  if (!part || !isOfProjects(part.whole) || part.name.length < TELLING) return [];
  const key = nounKey(part.name);
  const rows = rowsOf(disclosure, PROJECTS).filter(({ kind, label }) => kind === 'project' && nounKey(label) === key);
  const [first] = rows;
  if (!first) return [];
  const step = stepOf(disclosure, PROJECTS.id);
  const of = { form: PROJECTS.id, row: first.label, step } as const;
  const each = rows.flatMap(({ cells }) =>
    Object.entries(cells).flatMap(([column, cell]) => (cell ? [{ ...of, column, ...cell }] : [])),
  );
  const totals = rows.flatMap(({ cells }) => cells.total ?? []);
  const sum = totals.reduce((all, { fen }) => all + fen, 0);
  const together = totals.length > 1 ? [{ ...of, column: 'total', ...totals[0]!, fen: sum }] : [];
  return [...together, ...each];
}
