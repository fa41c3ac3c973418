/** Projects by name from performance tables, procurement and the explanation, and the project money spread over them. */

import type { Disclosure } from '../disclosure.ts';
import { PERFORMANCE, PROCUREMENT, PROJECTS } from '../kinds/index.ts';
import type { IndicatorLine, Project, ProjectCategory, SpendingLine } from '../ledger/ledger.ts';
import { UNNAMED_PROJECTS } from '../ledger/projects.ts';
import { marked } from '../ledger/unconfirmed.ts';
import { listed } from '../model/quantity.ts';
import { rowsOf, tablesOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { foldWidth } from '../text/fold.ts';
import { FUND_IDS, SOURCE_IDS } from '../vocabulary/index.ts';
import { fenOf, type Mention } from '../words/index.ts';
import type { FundUse } from './fund-uses.ts';
import { spread } from './spread.ts';

interface Named {
  readonly name: string;
  readonly code?: string;
  readonly category?: ProjectCategory;
  /** Unknown where nothing prints it. */
  readonly fen?: Fen;
  /** The items and the fund that it is printed under, as far as a table tells. */
  readonly items?: readonly string[];
  readonly funds?: readonly (readonly [fund: string, fen: Fen])[];
  readonly basis?: string;
  readonly goal?: string;
  readonly indicators?: readonly IndicatorLine[];
}

/** Names as compared: 文件资料印刷费 and 文件资料印刷（局） are one. */
const nameKey = (name: string) =>
  foldWidth(name)
    .replace(/\([^()]*\)$/, '')
    .replace(/(?:项目|经费|费)$/, '');

/** A part of a project's money that one fund pays, as far as it is printed. */
interface Part {
  readonly project: Named;
  readonly fund?: string;
  readonly fen: Fen;
}

/** Projects with their names and money; what no document names is one project of the rest. */
export function projectsOf(disclosure: Disclosure, uses: readonly FundUse[], mentions: readonly Mention[]): Project[] {
  const spent = uses.filter(({ kind }) => kind === 'project');
  const all = spent.reduce((sum, { fen }) => sum + fen, 0);
  const names = namedProjects(disclosure, mentions, all);
  const stated = names.reduce((sum, { fen = 0 }) => sum + fen, 0);
  // Amounts that come to more than all project money are not this document's: then only the names are kept.
  const known = stated > all ? names.map(({ fen: _, ...rest }): Named => rest) : names;
  const rest = stated > all ? all : all - stated;
  const projects = rest > 0 ? [...known, { name: UNNAMED_PROJECTS, fen: rest }] : known;
  const parts = projects.flatMap(partsOf);
  const pays = (u: number, c: number) => Number(isPaidFrom(parts[c]!, spent[u]!));
  const { cells, certain } = spread(
    spent.map(({ fen }) => fen),
    parts.map(({ fen }) => fen),
    pays,
  );
  const isSure = (c: number) => certain || spent.filter((_, u) => pays(u, c) > 0).length === 1;
  return toldApart(projects).map((project, p): Project => {
    const { name, code, category, basis, goal, indicators = [] } = project;
    const lines = parts.flatMap((part, c) =>
      part.project !== projects[p]
        ? []
        : spent.flatMap(({ item, fund, carried, guess }, u): SpendingLine[] => {
            const fen = cells[u]![c]!;
            if (fen === 0) return [];
            const line: SpendingLine = { item, fund, ...(carried ? { carried } : {}), fen };
            if (guess === 'withheld') return [marked(line, guess)];
            if (name === UNNAMED_PROJECTS) return [marked(line, 'remainder')];
            return [guess || !isSure(c) ? marked(line, guess ?? 'spread') : line];
          }),
    );
    return {
      name,
      ...(code ? { code } : {}),
      ...(category ? { category } : {}),
      lines,
      ...(basis ? { basis } : {}),
      ...(goal ? { goal } : {}),
      indicators,
    };
  });
}

/** Projects of one name have codes of ours where the document prints none: what is bought for them is linked by it. */
function toldApart(projects: readonly Named[]): readonly Named[] {
  let count = 0;
  return projects.map((project) => {
    const isShared = projects.filter(({ name }) => name === project.name).length > 1;
    if (!isShared || project.code) return project;
    count += 1;
    return { ...project, code: `同名${count}` };
  });
}

function partsOf(project: Named): readonly Part[] {
  const { fen = 0, funds = [] } = project;
  const byFund = funds.reduce((sum, [, each]) => sum + each, 0);
  if (byFund > fen) return [{ project, fen }];
  return [
    ...funds.map(([fund, each]): Part => ({ project, fund, fen: each })),
    ...(fen > byFund ? [{ project, fen: fen - byFund }] : []),
  ];
}

/** Whether the item and source of some expenditure may be those of a project's part. */
function isPaidFrom({ project: { items }, fund }: Part, use: FundUse): boolean {
  if (items && !items.some((code) => use.item.startsWith(code))) return false;
  if (fund === undefined) return true;
  if (fund === 'unit-funds' || fund === 'other') return !FUND_IDS.some((id) => id === use.fund);
  return use.fund === fund;
}

/** A name may stand for several projects of several units: each statement of it is taken up once. */
function namedProjects(disclosure: Disclosure, mentions: readonly Mention[], all: Fen): readonly Named[] {
  const listed = listedProjects(disclosure, all);
  const amounts = listed.length > 0 ? [...listed] : statedAmounts(disclosure, mentions);
  const take = (name: string): Named | undefined => {
    const at = amounts.findIndex((each) => nameKey(each.name) === nameKey(name));
    return at < 0 ? undefined : amounts.splice(at, 1)[0];
  };
  const targeted = rowsOf(disclosure, PERFORMANCE).flatMap(({ project, goal, indicators, funds }): Named[] => {
    if (!project) return [];
    // The whole of it is the largest of its lines.
    const own = Math.max(0, ...(funds ?? []).map(({ amount }) => amount?.fen ?? 0));
    return [
      {
        ...(own ? { fen: own } : {}),
        ...take(project),
        name: project,
        ...(goal ? { goal } : {}),
        // A level of which nothing is wanted is a blank of the form.
        indicators: indicators
          .filter(({ level3, target = '' }) => level3 !== '' || target !== '')
          .map(({ origin: _, target = '', ...line }) => ({ ...line, target })),
      },
    ];
  });
  return [...targeted, ...amounts];
}

/** The projects of 项目支出表 with their items and funds; of several tables the one that lists most of the money. */
function listedProjects({ tables }: Disclosure, all: Fen): readonly Named[] {
  const found = tablesOf({ tables }, PROJECTS).flatMap((table) => {
    const rows = table.rows.filter(({ kind, cells }) => kind === 'project' && (cells.total?.fen ?? 0) > 0);
    const sum = rows.reduce((total, { cells }) => total + cells.total!.fen, 0);
    return sum > 0 && sum <= all ? [{ rows, sum }] : [];
  });
  const best = found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.sum >= b.sum ? a : b), undefined);
  return (best?.rows ?? []).map(({ label, code, category, cells, goal, purpose, function: item }): Named => {
    const funds = [...SOURCE_IDS, 'unit-funds'].flatMap((id) => {
      const fen = cells[id]?.fen ?? 0;
      return fen > 0 ? [[id, fen] as const] : [];
    });
    const kind = categoryOf(category);
    return {
      name: label,
      ...(code ? { code } : {}),
      ...(kind ? { category: kind } : {}),
      fen: cells.total!.fen,
      ...(item ? { items: [item] } : {}),
      funds,
      ...(purpose ? { basis: purpose } : {}),
      ...(goal ? { goal } : {}),
    };
  });
}

const CATEGORIES: readonly (readonly [words: string, category: ProjectCategory])[] = [
  ['人员类', 'personnel'],
  ['运转类', 'operation'],
  ['特定目标类', 'specific'],
];

const categoryOf = (words = '') => CATEGORIES.find(([says]) => words.includes(says))?.[1];

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
  const bought = rowsOf(disclosure, PROCUREMENT).filter(({ kind, project }) => kind === 'item' && project);
  for (const { project, projectFunds } of bought) {
    if (!project || !projectFunds || inWords.has(nameKey(project))) continue;
    const id = `${project}/${projectFunds.fen}`;
    if (!stated.has(id)) stated.set(id, { name: project, fen: projectFunds.fen });
  }
  // What a project buys is printed under its items.
  return [...stated.values()].map((each) => {
    const own = bought.filter(({ project }) => nameKey(project!) === nameKey(each.name));
    const items = [...new Set(own.flatMap(({ function: item }) => item ?? []))];
    return items.length > 0 ? { ...each, items } : each;
  });
}
