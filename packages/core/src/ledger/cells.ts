/** What a person wrote into a cell of the ledger's workbook, and how a value is written there. */
import { lookup } from '../classification/index.ts';
import { formatAmount, normalizeNumber, parseAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import type { CellKind } from './sheets.ts';

/** Money is fen; a count a number; decimals, codes, choices and texts are text; yes is true. */
export type Value = string | number | true;

export type ParsedCell = { readonly value: Value } | { readonly fault: string };

export interface CodeContext {
  readonly year: number | undefined;
  /** Codes that the unit has added itself. */
  readonly names: Readonly<Record<string, string>>;
}

/** @returns the value, or one sentence on what is wrong and what to do. `text` is not blank. */
export function parseCell(text: string, cell: CellKind, context: CodeContext): ParsedCell {
  const error = /^#(?:REF|DIV\/0|VALUE|NAME\?|N\/A|NUM|NULL)/.exec(text.trim());
  if (error) return { fault: `公式算不出来（${text.trim()}），请改正公式或直接写数。` };
  switch (cell.is) {
    case 'text':
      return { value: text.trim() };
    case 'money':
      return parseMoney(text);
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
  }
}

function parseMoney(text: string): ParsedCell {
  const amount = parseAmount(text, '元');
  if (!amount) return { fault: `“${text.trim()}”不是金额，请写以元为单位的数，例如 12345.67。` };
  if (amount.decimals > 2) return { fault: `“${text.trim()}”多于两位小数，金额以元为单位，最多到分。` };
  return { value: amount.fen };
}

function parseDecimal(text: string): ParsedCell {
  const number = normalizeNumber(text);
  return /^\d+(?:\.\d+)?$/.test(number)
    ? { value: number }
    : { fault: `“${text.trim()}”不是数量，请只写数，例如 12 或 1.5。` };
}

function parseCount(text: string): ParsedCell {
  const number = normalizeNumber(text).replace(/年$/, '').replace(/\.0+$/, '');
  return /^\d{1,12}$/.test(number)
    ? { value: Number(number) }
    : { fault: `“${text.trim()}”不是整数，请只写数，例如 2026。` };
}

function parseYes(text: string): ParsedCell {
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
  procurement: { pattern: /^[A-C]\d+/, whole: /^[A-C]\d{2,10}$/, says: '以 A、B、C 开头的品目编码' },
} as const;

function parseCode(text: string, list: keyof typeof CODES, { year, names }: CodeContext): ParsedCell {
  const { pattern, whole, says } = CODES[list];
  const code = pattern.exec(squeeze(text))?.[0] ?? '';
  if (!whole.test(code)) return { fault: `“${text.trim()}”不是${says}，请从下拉列表选。` };
  if (list !== 'procurement' && !names[code] && !lookup(list, code, year))
    return { fault: `目录里没有编码 ${code}，请核对；是本地自设的科目，请写进“自设科目”。` };
  return { value: code };
}

/** What a person sees for a value: the label of a choice, a code with its name. */
export function cellText(value: Value, cell: CellKind, { year, names }: CodeContext): string {
  if (value === true) return '是';
  switch (cell.is) {
    case 'money':
      return formatAmount(value as number, '元');
    case 'choice':
      return cell.choices.find(([each]) => each === value)?.[1] ?? String(value);
    case 'code': {
      const name = names[value as string] ?? lookup(cell.list, value as string, year)?.name;
      return name ? `${value} ${name}` : String(value);
    }
    default:
      return String(value);
  }
}
