/**
 * Names of classifications that words tell without codes: 住房保障支出（类）住房改革支出（款）住房公积金（项）, 卫生健康支出51万元.
 * A name is wrong where it is one of other years, or where neither the tables nor any edition have it.
 */
import {
  classByName,
  codesByName,
  formerClassNames,
  lookup,
  nameCheck,
  normalizeName,
} from '../../classification/index.ts';
import type { Disclosure } from '../../disclosure.ts';
import { groupBy } from '../../group-by.ts';
import { lazy } from '../../memo.ts';
import { literally } from '../../text/literally.ts';

export interface WrongName {
  readonly name: string;
  readonly index: number;
  /** The end of the sentence “说明中写作…，”. */
  readonly fault: string;
  readonly right?: string;
}

const LEVELLED = /([\u4e00-\u9fff、“”"（）()]{2,40}?)[（(]([类款项])[）)]/g;
const LENGTHS: Readonly<Record<string, number>> = { 类: 3, 款: 5, 项: 7 };
/** Rows of a table that is complete enough to miss a name in. */
const LEAST = 6;

/** Normalised names of functional rows by the length of their code, in the tables of one disclosure. */
function tableNames(disclosure: Disclosure): ReadonlySet<string> {
  const rows = disclosure.statements
    .filter(({ form }) => form !== 'basic' && form !== 'three-publics')
    .flatMap((statement) => statement.rows);
  return new Set(rows.map(({ label }) => stem(label)));
}

const stem = (name: string) => normalizeName(name).replace(/支出$/, '');

/** Its level or an amount follows: it is told as a class of the budget. */
const TOLD = '(?=[（(]类[）)]|(?:类|科目|预算|决算|年初预算|支出|安排|数|为)*\\s*\\d)';

/** Finds, in a text, names that the classification of the document's year does not have. */
export function levelledNames(disclosure: Disclosure): (text: string) => readonly WrongName[] {
  const { year } = disclosure;
  const printed = tableNames(disclosure);
  const former = year === undefined ? [] : formerClassNames(year);
  const codesOf = codesByStem(disclosure);
  return (text) => {
    if (year === undefined) return [];
    const named = /[（(][类款项][）)]/.test(text) ? [...text.matchAll(LEVELLED)] : [];
    const misnamed = named.flatMap((match) => levelled(match, year, printed));
    const wrong = misnamed.length > 0 ? misnamed : misplaced(named, codesOf);
    const plain = former.flatMap(({ code, name, isAlias }) =>
      // Hardly a text has one.
      (text.includes(name) && !(isAlias && printed.has(stem(name)))
        ? [...text.matchAll(new RegExp(`(?<!其他)${literally(name)}${isAlias ? TOLD : ''}`, 'g'))]
        : []
      )
        .filter(({ index }) => !wrong.some((other) => other.index <= index && index < other.index + other.name.length))
        .map(({ index }) => outdated(name, index, code, year)),
    );
    return [...wrong, ...plain];
  };
}

/** The codes of a name at a level, as the tables print it or any edition has it. */
type CodesOf = (name: string, length: number) => readonly string[];

function codesByStem({ statements }: Disclosure): CodesOf {
  const rows = statements.filter(({ form }) => form !== 'three-publics').flatMap((statement) => statement.rows);
  const coded = lazy(() =>
    groupBy(
      rows.filter(({ key }) => /^\d+$/.test(key)),
      ({ label }) => stem(label),
    ),
  );
  return (name, length) => {
    const own = (coded().get(stem(name)) ?? []).map(({ key }) => key);
    const official = [name, `${name}支出`, name.replace(/支出$/, '')].flatMap((each) => codesByName('function', each));
    return [...new Set([...own, ...official])].filter((code) => code.length === length);
  };
}

/** Levels that follow each other and are known, of which the lower one stands nowhere below the upper one. */
function misplaced(named: readonly RegExpExecArray[], codesOf: CodesOf): readonly WrongName[] {
  return named.slice(1).flatMap((match, i) => {
    const above = named[i]!;
    const gap = match.index - (above.index + above[0].length);
    const isNext = LENGTHS[match[2]!] === LENGTHS[above[2]!]! + 2;
    const name = match[1]!.replace(LEADING, '');
    if (!isNext || gap > 0 || name === '') return [];
    const lower = codesOf(name, LENGTHS[match[2]!]!);
    const upper = codesOf(nameAtEnd(above[1]!, above[2]!, codesOf), LENGTHS[above[2]!]!);
    if (lower.length === 0 || upper.length === 0) return [];
    if (lower.some((code) => upper.some((prefix) => code.startsWith(prefix)))) return [];
    const index = match.index + match[0].indexOf(name);
    return [{ name, index, fault: `不在“${nameAtEnd(above[1]!, above[2]!, codesOf)}”${above[2]}之下` }];
  });
}

const LEADING = /^[-—－>›、，,“”"\s]+/;

/** The longest end of a text that is a name of the level: 主要用于住房保障支出 → 住房保障支出. */
function nameAtEnd(text: string, level: string, codesOf: CodesOf): string {
  const told = text.replace(/[“”"]/g, '');
  const ends = Array.from({ length: Math.max(0, told.length - 1) }, (_, i) => told.slice(i));
  return ends.find((end) => codesOf(end, LENGTHS[level]!).length > 0) ?? told;
}

function outdated(name: string, index: number, code: string, year: number): WrongName {
  const right = lookup('function', code, year)?.name;
  return { name, index, fault: `是以前年度的名称`, ...(right ? { right } : {}) };
}

function levelled(match: RegExpExecArray, year: number, printed: ReadonlySet<string>): WrongName[] {
  const length = LENGTHS[match[2]!]!;
  const told = match[1]!.replace(LEADING, '').replace(/[“”"]/g, '');
  // Words may stand before a name: 主要用于住房保障支出（类）. The longest end that is a name is the name.
  const ends = Array.from({ length: Math.max(0, told.length - 1) }, (_, i) => told.slice(i));
  const name = ends.find((end) => printed.has(stem(end)) || isName(end));
  if (name === undefined) return printed.size >= LEAST && isWhole(told) ? [unknown(told, match)] : [];
  if (printed.has(stem(name))) return [];
  const checks = codesByName('function', name)
    .filter((code) => code.length === length)
    .map((code) => nameCheck('function', code, name, year));
  const [old] = checks;
  if (!old || checks.some(({ status }) => status !== 'outdated')) return [];
  const index = match.index + match[0].indexOf(name);
  return [{ name, index, fault: '是以前年度的名称', ...(old.official ? { right: old.official } : {}) }];
}

const isName = (name: string) =>
  codesByName('function', name).length > 0 ||
  codesByName('function', `${name}支出`).length > 0 ||
  classByName(name) !== undefined;

/** Brackets that do not close belong to what stands before the name. */
const isWhole = (name: string) => /[（(]/.test(name) === /[）)]/.test(name);

const unknown = (name: string, { index }: RegExpExecArray): WrongName => ({
  name,
  index,
  fault: '在报表和政府收支分类科目中都没有',
});
