/** Performance target tables → goals and indicators by project. */
import type { Indicator, PerformanceTarget } from '@mingsuan/core/disclosure';
import { headerKey } from '@mingsuan/core/forms/index';
import { joinWrapped, squeeze } from '@mingsuan/core/text/fold';
import type { GridRow, LogicalTable } from './logical-tables.ts';
import { records } from './records.ts';

const GOAL = /^(?:年度|项目)?(?:总体|绩效)?(?:绩效)?目标(?:\d|内容)?$/;

/** The projects of one performance table: most tables are of one, some list all of them, each named in its own rows. */
export function readPerformance(table: LogicalTable): PerformanceTarget[] {
  const lead = table.pieces.flatMap((piece) => piece.lead);
  for (const piece of table.pieces) if (piece.roles.every((role) => role.kind !== 'value')) lead.push(...piece.rows);
  const groups = byProject(
    records({
      ...table,
      pieces: table.pieces.filter((piece) => piece.roles.some((role) => role.kind === 'value')),
    }),
  );
  const shared = [...lead.flatMap(goalOfRow), ...[table.caption.goal, table.goal].flatMap((goal) => goal ?? [])];
  return groups.map(({ name, rows }) => {
    const { indicators, goals } = readIndicators(rows);
    const project = name ?? valueAfter(lead, /^项目名称$/) ?? projectOfTitle(table.title);
    const goal = [...shared, ...goals].join('\n');
    return {
      title: table.title,
      ...(project ? { project } : {}),
      ...(goal ? { goal } : {}),
      indicators,
      origin: groups.length > 1 ? rows[0]!.origin : table.origin,
    };
  });
}

type Rows = ReturnType<typeof records>;

/** A project's name stands in its first row only, or in all of them. */
function byProject(rows: Rows): readonly { readonly name?: string; readonly rows: Rows }[] {
  const groups: { name?: string; rows: Rows }[] = [];
  for (const row of rows) {
    const name = row.text('project');
    const last = groups.at(-1);
    if (!last || (name !== undefined && last.name !== undefined && name !== last.name))
      groups.push({ ...(name ? { name } : {}), rows: [row] });
    else {
      if (name) last.name ??= name;
      last.rows.push(row);
    }
  }
  return groups.length > 0 ? groups : [{ rows: [] }];
}

function readIndicators(rows: Rows): { indicators: Indicator[]; goals: string[] } {
  const indicators: Indicator[] = [];
  const goals: string[] = [];
  let level1 = '';
  let level2 = '';
  for (const row of rows) {
    const own = row.text('goal');
    if (own && !goals.includes(own)) goals.push(own);
    const goal = goalOf(row.all);
    if (goal !== undefined) {
      goals.push(goal);
      continue;
    }
    if (headerKey(row.all[0]!) === '一级指标') continue;
    const given1 = row.text('level1');
    if (given1 && given1 !== level1) level2 = '';
    level1 = given1 ?? level1;
    level2 = row.text('level2') ?? level2;
    const level3 = row.text('level3') ?? '';
    const description = row.text('description');
    const target = targetOf(row);
    const basis = row.text('basis');
    indicators.push({
      level1,
      level2,
      level3,
      ...(description === undefined ? {} : { description }),
      ...(target === undefined ? {} : { target }),
      ...(basis === undefined ? {} : { basis }),
      origin: row.origin,
    });
  }
  return { indicators, goals };
}

/** A target in one cell, or in three: 指标性质 ≥ | 指标值 90 | 度量单位 %. */
function targetOf(row: Rows[number]): string | undefined {
  const value = row.text('target');
  if (value === undefined) return undefined;
  const sign = row.text('comparator')?.replace(/^定性$|^无$/, '') ?? '';
  const unit = row.text('unit')?.replace(/^[-—/无]+$/, '') ?? '';
  return `${value.startsWith(sign) ? '' : sign.replace('＝', '=')}${value}${value.endsWith(unit) ? '' : unit}`;
}

function goalOf(texts: readonly string[]): string | undefined {
  const first = squeeze(texts[0] ?? '');
  if (GOAL.test(first) && texts.length > 1) return texts.slice(1).join('\n');
  const inline = /^绩效目标[:：\s]*(\d+[.．、].+)$/.exec(texts[0] ?? '');
  return inline && texts.length === 1 ? inline[1] : undefined;
}

/** A row above the indicators; one long cell alone is a goal whose label was lost. */
function goalOfRow(row: GridRow): string[] {
  const texts = row.map((cell) => joinWrapped(cell.text)).filter((text) => text !== '');
  const goal = goalOf(texts) ?? (texts.length === 1 && /^\d+[.．、]/.test(texts[0]!) ? texts[0] : undefined);
  return goal === undefined ? [] : [goal];
}

/** The text of the cell after a label among the lines above the header: 项目名称 | 办公设备购置. */
function valueAfter(rows: readonly GridRow[], label: RegExp): string | undefined {
  for (const row of rows) {
    const texts = row.map((cell) => joinWrapped(cell.text)).filter((text) => text !== '');
    const at = texts.findIndex((text) => label.test(squeeze(text).replace(/:$/, '')));
    if (at >= 0 && texts[at + 1]) return texts[at + 1];
  }
  return undefined;
}

/** `3、业务咨询委托费绩效目标表` → 业务咨询委托费; a title that names no project has none. */
export function projectOfTitle(title: string): string | undefined {
  const match =
    /^(?:\d+[、.．]|[（(]?[一二三四五六七八九十]+[)）、.．])?\s*(.+?)(?:项目)?(?:支出)?绩效目标(?:申报|批复)?表?$/.exec(
      title.trim(),
    );
  const name = match?.[1]?.trim();
  return name && !/^(?:\d{4}年度?)?(?:项目|部门|单位|部门整体|整体|预算项目|项目支出)*$/.test(name) ? name : undefined;
}
