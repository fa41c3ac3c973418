/** The parser of the equation language (grammar: syntax.ts). Errors are values that say, in Chinese, what is wrong and where. */
import { inPeriod } from '../model/address.ts';
import { kindOf, STAGES } from '../model/document-kinds.ts';
import { PERIOD_NAMES, type Period } from '../model/period.ts';
import { type Fen, parseAmount } from '../money.ts';
import { columnNamed, FORM_NAMES, GROUP_NAMES, idsByName, SIDE_NAMES } from './names.ts';
import type { Condition, Equation, Fold, Operator, Presence, Ref, SimpleCondition, Term } from './syntax.ts';

/** `position` counts characters from 1. */
export interface ParseFailure {
  readonly ok: false;
  readonly position: number;
  readonly message: string;
}

export type ParseResult<T> = { readonly ok: true; readonly value: T } | ParseFailure;

/** Reads an equation such as `expenditure[*].total = expenditure[*].basic + expenditure[*].project`. */
export function parseEquation(text: string): ParseResult<Equation> {
  return run(text, (reader) => readEquation(reader));
}

/** Reads a condition such as `not printed(revenue[total].subtotal)` or `sum(balance.revenue[after].amount) = 0`. */
export function parseCondition(text: string): ParseResult<Condition> {
  return run(text, (reader) => {
    const alternatives = [readSimpleCondition(reader)];
    while (reader.word('or', '或')) alternatives.push(readSimpleCondition(reader));
    return alternatives;
  });
}

/** For the expressions of this package itself: a failure is a bug and throws. */
export function mustParse<T>(parse: (text: string) => ParseResult<T>, text: string): T {
  const result = parse(text);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return result.value;
}

class Stop extends Error {
  position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

function run<T>(text: string, read: (reader: Reader) => T): ParseResult<T> {
  const reader = new Reader(text);
  try {
    const value = read(reader);
    if (!reader.atEnd()) reader.expected('表达式结束');
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ok: false, position: error.position + 1, message: `第 ${error.position + 1} 个字符：${error.message}` };
  }
}

const IDENTIFIER = /[a-z]+(?:-[a-z]+)*|[\p{Script=Han}“”"]+(?:·\p{Script=Han}+)?/uy;
/** The end of a name such as 一般公共预算支出表（按经济分类）. */
const IN_BRACKETS = /（\p{Script=Han}+）/uy;
const NUMBER = /\d[\d,]*(?:\.\d+)?/y;
const COEFFICIENT = /(\d+)\s*[*×]\s*(?=\D)/y;

/** A cursor over the text. */
class Reader {
  text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
  atEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }
  /** Takes the first of `symbols` that stands here. */
  symbol(...symbols: string[]): string | undefined {
    this.skip();
    const found = symbols.find((s) => this.text.startsWith(s, this.at));
    if (found !== undefined) this.at += found.length;
    return found;
  }
  match(pattern: RegExp): RegExpExecArray | undefined {
    this.skip();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at += match[0].length;
    return match;
  }
  /** Takes an identifier if it is one of `words`. */
  word(...words: string[]): string | undefined {
    const start = this.at;
    const found = this.match(IDENTIFIER)?.[0];
    if (found !== undefined && words.includes(found)) return found;
    this.at = start;
    return undefined;
  }
  need(symbol: string): void {
    if (!this.symbol(symbol)) this.expected(`“${symbol}”`);
  }
  expected(what: string): never {
    this.skip();
    const here = this.text[this.at];
    throw new Stop(this.at, `此处应为${what}，${here === undefined ? '但表达式已结束' : `却是“${here}”`}。`);
  }
  fail(position: number, message: string): never {
    throw new Stop(position, message);
  }
}

const OPERATORS: Readonly<Record<string, Operator>> = { '<=': '<=', '≤': '<=', '>=': '>=', '≥': '>=', '=': '=' };

function readEquation(reader: Reader): Equation {
  const left = readSide(reader);
  const symbol = reader.symbol(...Object.keys(OPERATORS));
  if (!symbol) reader.expected('“=”、“<=”或“>=”');
  return { left, operator: OPERATORS[symbol]!, right: readSide(reader) };
}

function readSide(reader: Reader): readonly Term[] {
  const terms = [readTerm(reader, reader.symbol('-', '－') ? -1 : 1)];
  for (;;) {
    const sign = reader.symbol('+', '＋', '-', '－');
    if (!sign) return terms;
    terms.push(readTerm(reader, sign === '+' || sign === '＋' ? 1 : -1));
  }
}

function readTerm(reader: Reader, sign: 1 | -1): Term {
  const start = reader.at;
  const factor = reader.match(COEFFICIENT);
  if (factor) {
    if (Number(factor[1]) === 0) reader.fail(start, '系数不能为 0。');
    return { coefficient: sign * Number(factor[1]), ref: readRef(reader) };
  }
  const number = reader.match(NUMBER);
  if (number) return { coefficient: sign, constant: readConstant(reader, number[0], start) };
  return { coefficient: sign, ref: readRef(reader) };
}

function readConstant(reader: Reader, digits: string, start: number): Fen {
  const unit = reader.word('元', '万元', '亿元') as '元' | '万元' | '亿元' | undefined;
  const amount = parseAmount(digits, unit ?? '元');
  if (!amount) reader.fail(start, `“${digits}”不是可用的金额。`);
  return amount.fen;
}

const FOLD_WORDS: Readonly<Record<string, Fold>> = {
  sum: 'sum',
  求和: 'sum',
  children: 'children',
  下级之和: 'children',
  parent: 'parent',
  上级: 'parent',
  quantity: 'quantity',
  数量乘: 'quantity',
};

function readRef(reader: Reader): Ref {
  const start = reader.at;
  const name = reader.symbol('@') ?? readFormName(reader);
  if (name === undefined) reader.expected('表名、函数或金额');
  const fold = FOLD_WORDS[name];
  if (fold && reader.symbol('(', '（')) {
    const inner = readCell(reader, undefined, start);
    if (!reader.symbol(')', '）')) reader.expected('“)”');
    return { ...inner, fold, presence: readPresence(reader) };
  }
  if (!fold && reader.symbol('(', '（'))
    reader.fail(start, `没有名为“${name}”的函数，可用的有 ${[...new Set(Object.values(FOLD_WORDS))].join('、')}。`);
  const cell = readCell(reader, name, start);
  return { ...cell, fold: 'cell', presence: readPresence(reader) };
}

/** A name, with the words in brackets that end some tables' names; what a function is given is more than words. */
function readFormName(reader: Reader): string | undefined {
  const name = reader.match(IDENTIFIER)?.[0];
  return name === undefined ? undefined : `${name}${reader.match(IN_BRACKETS)?.[0] ?? ''}`;
}

function readPresence(reader: Reader): Presence {
  const mark = reader.symbol('!', '?');
  return mark === '!' ? 'require' : mark === '?' ? 'option' : 'drop';
}

const FORM_IDS = idsByName(FORM_NAMES);
const PERIOD_IDS = idsByName(PERIOD_NAMES);
const GROUP_IDS = idsByName(GROUP_NAMES);
const SIDE_IDS = idsByName(SIDE_NAMES);

function readCell(reader: Reader, given: string | undefined, givenAt: number): Omit<Ref, 'fold' | 'presence'> {
  reader.skip();
  const formAt = given === undefined ? reader.at : givenAt;
  const name = given ?? reader.symbol('@') ?? readFormName(reader);
  if (name === undefined) reader.expected('表名');
  const form = FORM_IDS.get(name) ?? name;
  if (form !== '@' && !(form in FORM_NAMES)) reader.fail(formAt, `没有名为“${name}”的表。`);
  let side: Ref['side'];
  if (reader.symbol('.')) {
    reader.skip();
    const at = reader.at;
    const word = reader.match(IDENTIFIER)?.[0] ?? '';
    side = (SIDE_IDS.get(word) ?? word) as Ref['side'];
    if (!(side! in SIDE_NAMES))
      reader.fail(
        at,
        `表名之后应为 ${Object.entries(SIDE_NAMES)
          .map(([id, name]) => `${id}（${name}）`)
          .join('、')}。`,
      );
  }
  reader.need('[');
  const rows = readRows(reader);
  reader.need('.');
  const columns = readColumns(reader);
  return { form, ...(side ? { side } : {}), grid: side ? `${form}.${side}` : form, rows, columns };
}

function readRows(reader: Reader): readonly string[] {
  const start = reader.at;
  const end = reader.text.indexOf(']', start);
  if (end < 0) reader.fail(reader.text.length, '缺少与“[”配对的“]”。');
  const names = reader.text
    .slice(start, end)
    .split('|')
    .map((name) => name.trim());
  if (names.some((name) => name === '' || name.includes('[')))
    reader.fail(start, '方括号内应写科目编码、行名或行组，多个之间用“|”隔开。');
  reader.at = end + 1;
  return names.map((name) => GROUP_IDS.get(name) ?? name);
}

function readColumns(reader: Reader): readonly string[] {
  const columns: string[] = [];
  do {
    reader.skip();
    const at = reader.at;
    const name = reader.symbol('*') ?? reader.match(IDENTIFIER)?.[0];
    if (name === undefined) reader.expected('列名');
    const id = name === '*' ? name : (columnNamed(name) ?? reader.fail(at, `没有名为“${name}”的列。`));
    columns.push(reader.symbol('@') ? inPeriod(id, readPeriod(reader)) : id);
  } while (reader.symbol('|'));
  return columns;
}

function readPeriod(reader: Reader): Period {
  reader.skip();
  const at = reader.at;
  const name = reader.match(IDENTIFIER)?.[0] ?? '';
  const period = PERIOD_IDS.get(name) ?? name;
  if (!(period in PERIOD_NAMES))
    reader.fail(at, `“@”之后应为口径，可用的有 ${Object.entries(PERIOD_NAMES).flat().join('、')}。`);
  return period as Period;
}

function readSimpleCondition(reader: Reader): SimpleCondition {
  const negated = reader.word('not', '非') !== undefined;
  const kind = reader.word('printed', 'filled', 'stage', '印有', '填有', '阶段');
  if (!kind) {
    if (negated) reader.expected('printed、filled 或 stage');
    return { kind: 'holds', equation: readEquation(reader) };
  }
  reader.need('(');
  if (kind === 'stage' || kind === '阶段') {
    const word = reader.word(...STAGES, ...STAGES.map((id) => kindOf(id).name));
    const stage = STAGES.find((id) => id === word || kindOf(id).name === word);
    if (!stage) reader.expected(STAGES.map((id) => `${id}（${kindOf(id).name}）`).join('或 '));
    reader.need(')');
    return { kind: 'stage', negated, stage };
  }
  const ref = { ...readCell(reader, undefined, reader.at), fold: 'cell', presence: 'drop' } as const;
  reader.need(')');
  return { kind: kind === 'printed' || kind === '印有' ? 'printed' : 'filled', negated, ref };
}
