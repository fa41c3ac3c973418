/**
 * 财决06表 lists the projects of each item with what they spent; the other tables say of an item's project money which fund and
 * section it was. Both together are the ledger's projects. Amounts are fen.
 */
import type { Project, SpendingLine } from '../../ledger/ledger.ts';
import { guessOf, marked } from '../../ledger/unconfirmed.ts';
import { sum, yuan } from './paid.ts';
import type { YearlyProject } from './project-rows.ts';

/** What project money is called that no table names the projects of. */
const UNNAMED = '项目支出';

/**
 * The lines of project money by their projects. An item's sections that several projects share are laid on them one after the
 * other, to be confirmed; an item whose projects do not come to its project money is told and left as one.
 */
export function namedProjects(
  lines: readonly SpendingLine[],
  named: readonly YearlyProject[],
  problems: string[],
): readonly Project[] {
  const projects = new Map<string, Project & { lines: SpendingLine[] }>();
  const add = ({ code, name }: Pick<YearlyProject, 'code' | 'name'>, line: SpendingLine) => {
    const key = code ?? name;
    const known = projects.get(key) ?? { ...(code ? { code } : {}), name, lines: [], indicators: [] };
    projects.set(key, known);
    known.lines.push(line);
  };
  for (const item of new Set(lines.map((line) => line.item))) {
    const money = lines.filter((line) => line.item === item);
    const own = named.filter((each) => each.item === item);
    const [told, spent] = [sum(own.map(({ fen }) => fen)), sum(money.map(({ fen }) => fen))];
    if (own.length > 0 && told !== spent)
      problems.push(`${item}：财决06表各项目的支出共 ${yuan(told)}，项目支出是 ${yuan(spent)}，没有分到项目，请核对。`);
    if (own.length === 0 || told !== spent) for (const line of money) add({ name: UNNAMED }, line);
    else for (const { project, line } of laidOn(money, own)) add(project, line);
  }
  return [...projects.values()];
}

/** The lines one after the other on the projects; what a line is parted into is a guess, unless there is nothing to choose. */
function laidOn(
  money: readonly SpendingLine[],
  projects: readonly YearlyProject[],
): readonly { readonly project: YearlyProject; readonly line: SpendingLine }[] {
  const isSure = money.length === 1 || projects.length === 1;
  const open = money.map((line) => ({ line, fen: line.fen }));
  return projects.flatMap((project) => {
    let rest = project.fen;
    return open.flatMap((each) => {
      const fen = Math.min(rest, each.fen);
      if (fen <= 0) return [];
      rest -= fen;
      each.fen -= fen;
      const { unconfirmed: _, ...line } = each.line;
      const part = { ...line, fen };
      return [{ project, line: isSure && !guessOf(each.line) ? part : marked(part, 'spread') }];
    });
  });
}
