/** Projects by name from performance tables, procurement and the explanation, and the project money spread over them. */

import type { Disclosure } from '../disclosure.ts';
import { PERFORMANCE, PROCUREMENT } from '../kinds/index.ts';
import type { IndicatorLine, Project, SpendingLine } from '../ledger/ledger.ts';
import { marked } from '../ledger/unconfirmed.ts';
import { listed } from '../model/quantity.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { foldWidth } from '../text/fold.ts';
import { fenOf, type Mention } from '../words/index.ts';
import type { FundUse } from './fund-uses.ts';
import { spread } from './spread.ts';

interface Named {
  readonly name: string;
  /** Unknown where nothing prints it. */
  readonly fen?: Fen;
  readonly goal?: string;
  readonly indicators?: readonly IndicatorLine[];
}

/** What no project's name is known of. */
const REST = '其他项目支出';

/** Names as compared: 文件资料印刷费 and 文件资料印刷（局） are one. */
const nameKey = (name: string) =>
  foldWidth(name)
    .replace(/\([^()]*\)$/, '')
    .replace(/(?:项目|经费|费)$/, '');

/** Projects with their names and money; what no document names is one project of the rest. */
export function projectsOf(disclosure: Disclosure, uses: readonly FundUse[], mentions: readonly Mention[]): Project[] {
  const spent = uses.filter(({ kind }) => kind === 'project');
  const all = spent.reduce((sum, { fen }) => sum + fen, 0);
  const names = namedProjects(disclosure, mentions);
  const stated = names.reduce((sum, { fen = 0 }) => sum + fen, 0);
  // Amounts that come to more than all project money are not this document's: then only the names are kept.
  const known = stated > all ? names.map(({ fen: _, ...rest }): Named => rest) : names;
  const rest = stated > all ? all : all - stated;
  const projects = rest > 0 ? [...known, { name: REST, fen: rest }] : known;
  const { cells, certain } = spread(
    spent.map(({ fen }) => fen),
    projects.map(({ fen = 0 }) => fen),
    () => 1,
  );
  return projects.map(({ name, goal, indicators = [] }, p): Project => {
    const lines = spent.flatMap(({ item, fund, carried, estimated }, u): SpendingLine[] => {
      const fen = cells[u]![p]!;
      if (fen === 0) return [];
      const line: SpendingLine = { item, fund, ...(carried ? { carried } : {}), fen };
      if (name === REST) return [marked(line, 'remainder')];
      return [estimated || !certain ? marked(line, 'spread') : line];
    });
    return { name, lines, ...(goal ? { goal } : {}), indicators };
  });
}

/** A name may stand for several projects of several units: each statement of it is taken up once. */
function namedProjects(disclosure: Disclosure, mentions: readonly Mention[]): readonly Named[] {
  const amounts = statedAmounts(disclosure, mentions);
  const take = (name: string): Named | undefined => {
    const at = amounts.findIndex((each) => nameKey(each.name) === nameKey(name));
    return at < 0 ? undefined : amounts.splice(at, 1)[0];
  };
  const targeted = rowsOf(disclosure, PERFORMANCE).flatMap(({ project, goal, indicators }): Named[] => {
    if (!project) return [];
    const fen = take(project)?.fen;
    return [
      {
        name: project,
        ...(fen === undefined ? {} : { fen }),
        ...(goal ? { goal } : {}),
        indicators: indicators.map(({ origin: _, target = '', ...line }) => ({ ...line, target })),
      },
    ];
  });
  return [...targeted, ...amounts];
}

/** Amounts by project, from the words; of projects that they do not name, from the procurement table. */
function statedAmounts(disclosure: Disclosure, mentions: readonly Mention[]): Named[] {
  const stated = new Map<string, Named>();
  for (const mention of mentions) {
    const part = listed(mention.quantity);
    const name = part?.whole === 'expenditure[total].project' ? part.name : undefined;
    const fen = name && mention.aspect === 'level' ? fenOf(mention) : undefined;
    if (name && fen && !stated.has(name)) stated.set(name, { name, fen });
  }
  const inWords = new Set([...stated.keys()].map(nameKey));
  for (const { kind, project, projectFunds } of rowsOf(disclosure, PROCUREMENT)) {
    if (kind !== 'item' || !project || !projectFunds || inWords.has(nameKey(project))) continue;
    const id = `${project}/${projectFunds.fen}`;
    if (!stated.has(id)) stated.set(id, { name: project, fen: projectFunds.fen });
  }
  return [...stated.values()];
}
