/** What projects are spent on: the table of the general public budget by economic class prints the sum of each section. */
import type { Disclosure } from '../disclosure.ts';
import type { Project, SpendingLine } from '../ledger/ledger.ts';
import { marked } from '../ledger/unconfirmed.ts';
import type { Fen } from '../money.ts';
import { codedTable } from './published.ts';

interface Section {
  readonly code: string;
  readonly fen: Fen;
}

/**
 * Project lines with the sections that the table prints. Where several lines share several sections, one after the other is
 * filled, so that there are few lines to go over; they are marked as guesses. Amounts of each line are kept.
 */
export function withSections(disclosure: Disclosure, projects: readonly Project[]): readonly Project[] {
  const table = codedTable(disclosure, 'general-economic');
  if (!table?.columns.has('project')) return projects;
  const isOfTable = ({ fund }: SpendingLine) => fund === 'general-public';
  const lines = projects.flatMap((project) => project.lines.filter(isOfTable));
  const sections = [...table.leaves].flatMap(([code, { project: fen = 0 }]) => (fen > 0 ? [{ code, fen }] : []));
  const isCertain = lines.length <= 1 || sections.length <= 1;
  const filled = fill(lines, sections);
  const split = (line: SpendingLine): SpendingLine[] => {
    const parts = filled.get(line) ?? [];
    const rest = line.fen - parts.reduce((sum, { fen }) => sum + fen, 0);
    const how = line.unconfirmed?.how ?? (isCertain || parts.length === 0 ? undefined : 'spread');
    const all = [...parts.map(({ code, fen }) => ({ ...line, economic: code, fen })), { ...line, fen: rest }];
    return all.filter(({ fen }) => fen > 0).map((each) => (how ? marked(each, how) : each));
  };
  return projects.map((project) => ({ ...project, lines: project.lines.flatMap(split) }));
}

/** Takes each line's amount from the sections in their order, as far as they reach. */
function fill(lines: readonly SpendingLine[], sections: readonly Section[]): Map<SpendingLine, readonly Section[]> {
  const rests = sections.map(({ fen }) => fen);
  return new Map(
    lines.map((line) => {
      let open = line.fen;
      const parts = sections.flatMap(({ code }, i): Section[] => {
        const fen = Math.min(open, rests[i]!);
        open -= fen;
        rests[i]! -= fen;
        return fen > 0 ? [{ code, fen }] : [];
      });
      return [line, parts];
    }),
  );
}
