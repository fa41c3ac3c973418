/** What a person wrote into a cell of the ledger's workbook, and how a value is written there. */
import { ancestors, codesNamed, lookup } from '../classification/index.ts';
import { formatAmount, type MoneyUnit, normalizeNumber, parseAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import type { Labels } from './labels.ts';
import type { CellKind } from './sheets.ts';
import { GUESS_NAMES, type Guess, type Unconfirmed } from './unconfirmed.ts';

/** Money is fen; a count a number; decimals, codes, choices and texts are text; yes is true; a mark is itself. */
export type Value = string | number | true | Unconfirmed;

/** `name` is what stands beside a code that our lists do not have; `isOfOtherYear`: the faulty name is the code's in lists of other years. */
export type ParsedCell =
  | { readonly value: Value; readonly name?: string; readonly fault?: string; readonly isOfOtherYear?: boolean }
  | { readonly value?: undefined; readonly fault: string; readonly isOfOtherYear?: false };

export interface CellContext {
  readonly year: number | undefined;
  /** The unit of all amounts of the workbook. */
  readonly moneyUnit: MoneyUnit;
  readonly labels: Labels;
  /** Codes that the unit has added itself. */
  readonly names: Readonly<Record<string, string>>;
}

/** @returns the value, or one sentence on what is wrong and what to do. `text` is not blank. */
export function parseCell(text: string, cell: CellKind, context: CellContext): ParsedCell {
  const error = /^#(?:REF|DIV\/0|VALUE|NAME\?|N\/A|NUM|NULL)/.exec(text.trim());
  if (error) return { fault: `公式算不出来（${text.trim()}），请改正公式或直接写数。` };
  switch (cell.is) {
    case 'text':
    case 'project':
      return { value: text.trim() };
    case 'year':
      return parseYear(text);
    case 'money':
      return parseMoney(text, context.moneyUnit);
    case 'decimal':
      return parseDecimal(text);
    case 'count':
      return parseCount(text);
    case 'yes':
      return parseYes(text);
    case 'choice':
      return parseChoice(text, cell.choices);
    case 'code':
      return parseCode(text, cell.list, context);
    case 'label':
      return parseLabel(text, cell.of, context);
    case 'mark':
      return parseMark(text, context.moneyUnit);
  }
}

const DECIMALS: Readonly<Partial<Record<MoneyUnit, number>>> = { 元: 2, 万元: 6 };

/** An amount that names a unit is told in the ledger's own: of its own unit it is understood. */
function parseMoney(text: string, unit: MoneyUnit): ParsedCell {
  const [, digits = text, named = unit] = /^(.*\d.*?)(亿元|万元|元)$/.exec(squeeze(text)) ?? [];
  const amount = parseAmount(digits, named as MoneyUnit);
  if (amount && named !== unit) {
    const own = formatAmount(amount.fen, unit);
    return { value: amount.fen, fault: `“${text.trim()}”写了单位，台账以${unit}为单位：请只写数 ${own}。` };
  }
  if (!amount) return { fault: `“${text.trim()}”不是金额，请写以${unit}为单位的数，例如 12345.67。` };
  const most = DECIMALS[unit] ?? 2;
  if (amount.decimals > most) return { fault: `“${text.trim()}”比一分还细（${unit}最多 ${most} 位小数），请改正。` };
  return { value: amount.fen };
}

function parseDecimal(text: string): ParsedCell {
  const number = normalizeNumber(text);
  return /^\d+(?:\.\d+)?$/.test(number)
    ? { value: number }
    : { fault: `“${text.trim()}”不是数量，请只写数，例如 12 或 1.5。` };
}

function parseCount(text: string): ParsedCell {
  const number = normalizeNumber(text)
    .replace(/年度?$/, '')
    .replace(/\.0+$/, '');
  return /^\d{1,12}$/.test(number)
    ? { value: Number(number) }
    : { fault: `“${text.trim()}”${/^-\d/.test(number) ? '是负数' : '不是整数'}，请只写数，例如 12。` };
}

function parseYear(text: string): ParsedCell {
  const year = parseCount(text);
  return typeof year.value === 'number' && (year.value < 1990 || year.value > 2100)
    ? { fault: `“${text.trim()}”不是年度，请写四位数，例如 2026。` }
    : year;
}

function parseYes(text: string): ParsedCell {
  if (/^(?:否|不是|无|n|no|0|false)$/i.test(text.trim())) return { value: '' };
  return /^(?:是|√|✓|y|yes|1|true)$/i.test(text.trim())
    ? { value: true }
    : { fault: `“${text.trim()}”看不懂，是的填“是”，不是的留空。` };
}

function parseChoice(text: string, choices: readonly (readonly [string, string])[]): ParsedCell {
  const wanted = squeeze(text);
  const found = choices.find(([value, label]) => squeeze(label) === wanted || value === wanted);
  return found
    ? { value: found[0] }
    : { fault: `“${text.trim()}”不在可选的里面，请从下拉列表选：${choices.map(([, label]) => label).join('、')}。` };
}

const CODES = {
  function: { pattern: /^\d+/, whole: /^\d{7}$/, says: '七位的项级科目编码' },
  economic: { pattern: /^\d+/, whole: /^\d{5}$/, says: '五位的款级科目编码' },
  procurement: { pattern: /^[A-C]\d*/i, whole: /^[A-C](?:\d{2,10})?$/, says: '以 A、B、C 开头的品目编码' },
} as const;

/** Between class, section and item of a name that is shown whole. */
const STEP = '›';

/** A code, with or without its name; a name that is not the code's is told. */
function parseCode(text: string, list: keyof typeof CODES, { year, names }: CellContext): ParsedCell {
  const { pattern, whole, says } = CODES[list];
  // Numbers that were text, and text that was a number: '2010301, 2010301.00.
  const squeezed = squeeze(text)
    .replace(/^['‘’"`]/, '')
    .replace(/^(\d+)\.0+$/, '$1');
  const code = pattern.exec(squeezed)?.[0].toUpperCase() ?? '';
  if (!whole.test(code))
    return {
      fault: `“${text.trim()}”不是${says}，${code === '' ? codeOfName(list, squeezed, year) : '请从下拉列表选。'}`,
    };
  const written = lastName(squeezed.slice(code.length));
  const official = lookup(list, code, year)?.name;
  const known = names[code] ?? official;
  if (written === '') return { value: code };
  if (known === undefined) return { value: code, name: written };
  // A name of one's own for a code of the list is told where it is given.
  if ([known, official].some((name) => name !== undefined && isSameName(written, squeeze(name))))
    return { value: code };
  const fault = `编码 ${code} 是“${known}”，写的名称是“${written}”：请核对编码和名称。`;
  return { value: code, fault, isOfOtherYear: isNamedSo(list, code, written, year) };
}

/** So many years back and on, lists are asked for a name. */
const YEARS_NEAR = 12;

/** Whether a code bears the name in the lists of other years than this one. */
const isNamedSo = (list: keyof typeof CODES, code: string, name: string, year: number | undefined): boolean =>
  year !== undefined &&
  Array.from({ length: 2 * YEARS_NEAR + 1 }, (_, i) => year - YEARS_NEAR + i).some(
    (other) => squeeze(lookup(list, code, other)?.name ?? '') === name,
  );

/** What to do about a name without its code: the code, where one bears the name. */
function codeOfName(list: keyof typeof CODES, text: string, year: number | undefined): string {
  if (list === 'procurement') return '请从下拉列表选。';
  const codes = codesNamed(list, lastName(text), year).filter((code) => CODES[list].whole.test(code));
  if (codes.length === 1) return `请写“${codes[0]} ${lastName(text)}”。`;
  return codes.length > 1 ? `有 ${codes.length} 个科目叫这个名称，请从下拉列表选。` : '请从下拉列表选。';
}

const lastName = (text: string): string => (text.split(STEP).at(-1) ?? '').replace(/^[-—_:：.、]+/, '');

/** Names are shortened and changed over the years: one that holds the other is the same. */
const isSameName = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

const LABEL_HINTS = {
  quantity: '内容不在表内的写法里，请照表内已有的写法；科目写七位编码和名称。',
  amount: '内容不在表内的写法里，请照表内已有的写法。',
  count: '内容不在表内的写法里，请照表内已有的写法。',
  area: '内容不在表内的写法里，请照表内已有的写法。',
  template: '没有这种表样，请照原来的写法，或清空这一格。',
  text: '内容不是要写的文字，也不是情况说明里一节的标题，请从下拉列表选。',
} as const;

function parseLabel(text: string, of: keyof typeof LABEL_HINTS, { labels }: CellContext): ParsedCell {
  const id = labels[of].from(text);
  return id === undefined ? { fault: `“${text.trim()}”：${LABEL_HINTS[of]}` } : { value: id };
}

/** 上年数 1234.00. What else stands there was written to confirm: 已确认. */
function parseMark(text: string, unit: MoneyUnit): ParsedCell {
  const how = (Object.keys(GUESS_NAMES) as Guess[]).find((guess) => text.trim().startsWith(GUESS_NAMES[guess]));
  const amount = how && parseAmount(text.trim().slice(GUESS_NAMES[how].length), unit);
  if (how && amount) return { value: { how, fen: amount.fen } };
  return /已确认|确认|是/.test(text)
    ? { value: '' }
    : { fault: `“${text.trim()}”看不懂：金额已确认的，请清空“待确认”。` };
}

/** What a person sees for a value: the label of a choice, a code with its class, section and name. */
export function cellText(value: Value, cell: CellKind, { year, names, labels, moneyUnit }: CellContext): string {
  if (value === true) return '是';
  if (typeof value === 'object') return `${GUESS_NAMES[value.how]} ${formatAmount(value.fen, moneyUnit)}`;
  switch (cell.is) {
    case 'money':
      return formatAmount(value as number, moneyUnit);
    case 'choice':
      return cell.choices.find(([each]) => each === value)?.[1] ?? String(value);
    case 'label':
      return labels[cell.of].of(value as string);
    case 'code':
      return codeText(value as string, cell.list, year, names);
    default:
      return String(value);
  }
}

/** `2010301 一般公共服务支出›政府办公厅（室）及相关机构事务›行政运行`; a code that no list has stands with its given name or alone. */
export function codeText(
  code: string,
  list: 'function' | 'economic' | 'procurement',
  year: number | undefined,
  names: Readonly<Record<string, string>> = {},
): string {
  const nameOf = (each: string) => names[each] ?? lookup(list, each, year)?.name;
  const own = nameOf(code);
  if (own === undefined) return code;
  const above = list === 'procurement' ? purchasesAbove(code, year) : ancestors(code);
  return `${code} ${[...above.flatMap((each) => nameOf(each) ?? []), own].join(STEP)}`;
}

/** What a purchase is part of in the catalogue: 货物, 设备, 信息化设备. */
function purchasesAbove(code: string, year: number | undefined): readonly string[] {
  const parent = lookup('procurement', code, year)?.parent;
  return parent === undefined ? [] : [...purchasesAbove(parent, year), parent];
}
