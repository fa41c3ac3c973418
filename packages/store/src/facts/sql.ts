/**
 * The questions in SQL, one text for every engine: no function or type that one of them lacks. Regions are integers, quartiles come
 * of window functions, every order is total and of integers; words are put in order afterwards, for engines differ in that.
 */
import { regionPrefix } from '../queries/sql.ts';
import { FACT_FIELDS } from './fact.ts';
import type { FactFilter, Group, SumQuestion } from './fact-store.ts';

/** How an engine writes a word; nothing else differs between them. */
export type Quote = (text: string) => string;

/** `relation` is a SELECT that has the columns of `FACT_FIELDS`. */
export interface Relation {
  readonly relation: string;
  readonly quote: Quote;
}

const SAFE = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`no integer: ${value}`);
  return String(value);
};

/** The integers that the codes of a region and all within it are among: 130100 → 130100 to 130199. Undefined for what is no code. */
export function regionRange(code: string): readonly [number, number] | undefined {
  if (!/^\d{1,9}$/.test(code)) return undefined;
  const first = Number(code);
  const span = 10 ** (code.length - regionPrefix(code).length);
  return [first, first + span - 1];
}

/** The conditions of a filter. */
export function conditionsOf(filter: FactFilter, quote: Quote): readonly string[] {
  const { region, agency, disclosure, year, stage, form, column, side, row, level } = filter;
  const range = region === undefined ? undefined : regionRange(region);
  return [
    region !== undefined && (range ? `region between ${SAFE(range[0])} and ${SAFE(range[1])}` : '1 = 0'),
    agency !== undefined && `agency = ${SAFE(agency)}`,
    disclosure !== undefined && `disclosure = ${SAFE(disclosure)}`,
    year !== undefined && `year = ${SAFE(year)}`,
    stage !== undefined && `stage = ${quote(stage)}`,
    form !== undefined && `form = ${quote(form)}`,
    column !== undefined && `column_id = ${quote(column)}`,
    side !== undefined && `side = ${quote(side)}`,
    row !== undefined && `row_key = ${quote(row)}`,
    level !== undefined && `level = ${SAFE(level)}`,
  ].filter((condition) => condition !== false);
}

/** Each figure once: of rows within rows the leaves, of units within departments the departments. */
const counted = (question: SumQuestion, quote: Quote): string =>
  whereOf([
    ...conditionsOf(question, quote),
    ...(question.row === undefined && question.level === undefined ? ['leaf'] : []),
    ...(question.agency === undefined ? ['not in_department'] : []),
  ]);

const whereOf = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';

const grouped = (by: readonly Group[]): string => (by.length > 0 ? `group by ${by.join(', ')}` : '');

/** Sums by group, as `amount`. */
export const totalsSql = (question: SumQuestion, by: readonly Group[], { relation, quote }: Relation): string =>
  `select ${[...by, 'cast(sum(fen) as bigint) as amount', 'count(*) as facts', 'count(distinct disclosure) as disclosures'].join(', ')}
from (${relation}) as f ${counted(question, quote)} ${grouped(by)}`;

/** What each agency amounts to; the one that has least of a group is its first. */
export function distributionSql(question: SumQuestion, by: readonly Group[], { relation, quote }: Relation): string {
  const partition = by.length > 0 ? `partition by ${by.join(', ')}` : '';
  const names = by.map((name) => `${name}, `).join('');
  const at = (part: number) =>
    `max(case when 4 * place >= ${part} * agencies and 4 * place < ${part} * agencies + 4 then amount end)`;
  return `select ${names}max(agencies) as of_agencies, min(amount) as least, ${at(1)} as lower_quartile, ${at(2)} as median_one, ${at(3)} as upper_quartile,
  max(amount) as most, cast(sum(amount) as bigint) as all_of_them
from (select ${names}amount, row_number() over (${partition} order by amount, agency) as place, count(*) over (${partition}) as agencies
  from (select ${[...by.filter((name) => name !== 'agency'), 'agency'].join(', ')}, cast(sum(fen) as bigint) as amount
    from (${relation}) as f ${counted(question, quote)} group by ${[...by.filter((name) => name !== 'agency'), 'agency'].join(', ')}) as sums) as placed
${grouped(by)}`;
}

/** The agencies of the largest sums. */
export const topSql = (question: SumQuestion, limit: number, { relation, quote }: Relation): string =>
  `select agency, max(region) as of_region, cast(sum(fen) as bigint) as amount
from (${relation}) as f ${counted(question, quote)} group by agency order by amount desc, agency limit ${SAFE(limit)}`;

/** The disclosures that have such facts, with how many. */
export const disclosuresSql = (filter: FactFilter, { relation, quote }: Relation): string =>
  `select disclosure, count(*) as facts from (${relation}) as f ${whereOf(conditionsOf(filter, quote))}
group by disclosure order by disclosure`;

/** The facts of the disclosures from one number to another. */
export const factsSql = (
  filter: FactFilter,
  [first, last]: readonly [number, number],
  { relation, quote }: Relation,
): string =>
  `select ${Object.keys(FACT_FIELDS).join(', ')} from (${relation}) as f
${whereOf([...conditionsOf(filter, quote), `disclosure between ${SAFE(first)} and ${SAFE(last)}`])}
order by disclosure, statement_no, row_no`;

/** What tells two copies of a disclosure apart, of a year and province. */
export const digestSql = (year: number, province: number, { relation }: Relation): string =>
  `select disclosure, count(*) as facts, cast(sum(fen) as bigint) as amount,
  cast(sum(case when leaf then fen else 0 end) as bigint) as of_leaves,
  cast(sum(level + 16 * row_no + 4096 * statement_no) as bigint) as places, max(region) as of_region,
  max(agency) as of_agency, max(case when in_department then 1 else 0 end) as within
from (${relation}) as f where year = ${SAFE(year)} and prov = ${SAFE(province)} group by disclosure order by disclosure`;

/** How much there is. */
export const sizeSql = ({ relation }: Relation): string =>
  `select count(*) as facts, count(distinct disclosure) as disclosures from (${relation}) as f`;
