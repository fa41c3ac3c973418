/** What projects are spent on: the table of the general public budget by economic class prints the sum of each section. */
import type { Disclosure } from '../disclosure.ts';
import type { Project, SpendingLine } from '../ledger/ledger.ts';
import { marked } from '../ledger/unconfirmed.ts';
import { codedTable } from './published.ts';
import { spread } from './spread.ts';

/** Project lines with the sections that the table prints, spread where several projects share several; amounts are kept. */
export function withSections(disclosure: Disclosure, projects: readonly Project[]): readonly Project[] {
  const table = codedTable(disclosure, 'general-economic');
  if (!table?.columns.has('project')) return projects;
  const isOfTable = ({ fund }: SpendingLine) => fund === 'general-public';
  const lines = projects.flatMap((project) => project.lines.filter(isOfTable));
  const sections = [...table.leaves].flatMap(([code, { project: fen = 0 }]) => (fen > 0 ? [{ code, fen }] : []));
  const { cells, certain } = spread(
    lines.map(({ fen }) => fen),
    sections.map(({ fen }) => fen),
    () => 1,
  );
  const rowOf = new Map(lines.map((line, i) => [line, cells[i]!]));
  const split = (line: SpendingLine): SpendingLine[] => {
    const row = rowOf.get(line);
    if (!row) return [line];
    const rest = { ...line, fen: line.fen - row.reduce((sum, fen) => sum + fen, 0) };
    const parts = sections.map(({ code }, c): SpendingLine => ({ ...line, economic: code, fen: row[c]! }));
    const how = line.unconfirmed?.how ?? (certain ? undefined : 'spread');
    return [...parts, rest].filter(({ fen }) => fen > 0).map((each) => (how ? marked(each, how) : each));
  };
  return projects.map((project) => ({ ...project, lines: project.lines.flatMap(split) }));
}
