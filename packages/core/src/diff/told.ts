/** A comparison in a few sentences: what all comes to, which items grew and shrank most, what is new and gone. Amounts in 万元. */
import type { Disclosure } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { groupBy } from '../group-by.ts';
import { kindOf } from '../model/document-kinds.ts';
import { addressOf } from '../model/quantity.ts';
import { type Fen, inWan } from '../money.ts';
import { lineKey } from '../text/numbering.ts';
import { type DiffRow, diffDisclosures } from './diff.ts';
import { percentOf } from './percent.ts';
import { isSameAgency } from './story.ts';

/** 2025年部门预算, without the agency. */
export const namedOf = ({ year, stage, agency }: Disclosure): string =>
  `${year ? `${year}年` : ''}${agency.level === 'unit' ? '单位' : '部门'}${kindOf(stage).name}`;

/** 某局2025年部门预算与2026年部门预算比较: the agency once where it is the same. */
export function comparisonTitle(a: Disclosure, b: Disclosure): string {
  const second = a.agency.name === b.agency.name ? '' : b.agency.name;
  return `${a.agency.name}${namedOf(a)}与${second}${namedOf(b)}比较`;
}

/** How many items a sentence names. */
const NAMED = 3;

const SUMS: readonly (readonly [name: string, quantities: readonly string[]])[] = [
  ['支出合计', ['expenditure[total].total', 'balance[本年支出合计]']],
  ['基本支出', ['expenditure[total].basic']],
  ['项目支出', ['expenditure[total].project']],
  ['“三公”经费', ['three-publics[total]']],
];

/** The table whose items are told. */
const ITEMS = 'expenditure';

/** Sentences from `a` to `b`; of what only one of them prints nothing is said. */
export function toldOf(a: Disclosure, b: Disclosure): readonly string[] {
  const sums = SUMS.flatMap(([name, quantities]) => {
    const [before, after] = [a, b].map((each) => firstOf(each, quantities));
    return before === undefined || after === undefined ? [] : [sentence(name, before, after, a, b)];
  });
  const areBoth = [a, b].every(({ statements }) =>
    statements.some(({ form, rows }) => form === ITEMS && rows.length > 0),
  );
  if (!areBoth) return sums;
  const items = diffDisclosures(a, b).filter(
    ({ form, key, cells }) => form === ITEMS && /^\d{7}$/.test(key) && cells.total,
  );
  const nameOf = namesOf(items);
  return [...sums, ...mostMoved(items, nameOf), ...newAndGone(items, nameOf)];
}

const firstOf = (disclosure: Disclosure, quantities: readonly string[]): Fen | undefined =>
  quantities.map((each) => figure(disclosure, addressOf(each)).figure?.fen).find((fen) => fen !== undefined);

/** 支出合计 12.00 万元，比2025年部门预算的 10.00 万元增加 2.00 万元，增长 20.00%。Accounts against their own budget: what was carried out of it. */
function sentence(name: string, before: Fen, after: Fen, a: Disclosure, b: Disclosure): string {
  const isSame = isSameAgency(a, b);
  const isCarriedOut = isSame && a.year === b.year && !kindOf(a.stage).executes && kindOf(b.stage).executes;
  if (isCarriedOut) {
    const done = percentOf(after, before);
    return `${name}决算 ${inWan(after)} 万元，年初预算 ${inWan(before)} 万元${done === undefined ? '' : `，是预算的 ${done}%`}。`;
  }
  const than = `${isSame ? '' : a.agency.name}${namedOf(a)}`;
  const change = after - before;
  const compared = `${name} ${inWan(after)} 万元，`;
  if (inWan(change) === inWan(0)) return `${compared}与${than}相同。`;
  const percent = percentOf(Math.abs(change), before);
  const [by, rate] = change > 0 ? ['增加', '增长'] : ['减少', '下降'];
  const moved = `${by} ${inWan(Math.abs(change))} 万元`;
  return `${compared}比${than}的 ${inWan(before)} 万元${moved}${percent === undefined ? '' : `，${rate} ${percent}%`}。`;
}

const changeOf = ({ cells }: DiffRow): Fen => cells.total?.change ?? 0;
type NameOf = (row: DiffRow) => string;

/** Items by their names; with the code where several items of the comparison bear the name (行政运行). */
function namesOf(items: readonly DiffRow[]): NameOf {
  const codes = groupBy(items, ({ label }) => lineKey(label));
  return ({ key, label }) => {
    const name = lineKey(label);
    const isOnly = new Set((codes.get(name) ?? []).map((each) => each.key)).size < 2;
    return isOnly ? name : `${name}（${key}）`;
  };
}

function mostMoved(items: readonly DiffRow[], nameOf: NameOf): readonly string[] {
  const sides = [
    ['增加最多的科目', items.filter((row) => changeOf(row) > 0).sort((a, b) => changeOf(b) - changeOf(a))],
    ['减少最多的科目', items.filter((row) => changeOf(row) < 0).sort((a, b) => changeOf(a) - changeOf(b))],
  ] as const;
  return sides.flatMap(([what, rows]) => {
    const told = rows.slice(0, NAMED).map((row) => `${nameOf(row)} ${inWan(Math.abs(changeOf(row)))} 万元`);
    return told.length > 0 ? [`${what}：${told.join('、')}。`] : [];
  });
}

function newAndGone(items: readonly DiffRow[], nameOf: NameOf): readonly string[] {
  const sides = [
    ['新增', 'added'],
    ['不再列支', 'removed'],
  ] as const;
  return sides.flatMap(([what, status]) => {
    const names = items.filter((row) => row.status === status).map(nameOf);
    const more = names.length > NAMED ? '等' : '';
    return names.length > 0 ? [`${what} ${names.length} 个科目：${names.slice(0, NAMED).join('、')}${more}。`] : [];
  });
}
