/** What a cell is by its characters alone: an amount, a bare integer, a classification code, words, or nothing. */
import { memo } from '@mingsuan/core/memo';
import { parseAmount } from '@mingsuan/core/money';
import { halfWidth, squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../../layout.ts';

export type CellKind = 'blank' | 'amount' | 'integer' | 'code' | 'text';

/** Which classification a code belongs to by its first digits: functional 2xx, departmental economic 3xx, governmental 5xx. */
export type CodeKind = 'function' | 'economic' | 'governmental';

const NOTHING = /^(?:[-—–─/\\*]+|无|…+)?$/;

/** A code alone, or at the head of its name: `2010301`, `30101-基本工资`, `[201]一般公共服务支出`, `(301)工资福利支出`. */
const CODE = /^[[(【]?([2-5]\d{2}(?:\d{2}){0,3})[\])】]?(?:[-—–_:.、]?(?=[^\d.,-])(.*))?$/;

/** Class, section and item with a stroke between them: `208-05-01`. */
const LEVELS = /^[2-5]\d{2}(?:[-—–]\d{2}){1,2}$/;

/**
 * Whether a text is a printed amount by itself: a number with decimals or thousands separators. Bare integers may be codes, years
 * or counts.
 */
export const isAmountText = (text: string): boolean =>
  /\d[.．]\d|\d[,，]\d{3}(?!\d)/.test(WIDE.test(text) ? halfWidth(text) : text) &&
  !/[%％]/.test(text) &&
  parseAmount(text, '元') !== undefined;

const WIDE = /[０-９]/;

type Printed = Pick<TableCell, 'text' | 'figure'>;

/** Whether a cell holds an amount by itself: by its characters, unless its column says what it is. */
export const isAmount = ({ text, figure }: Printed): boolean =>
  figure === undefined ? isAmountText(text) : figure === 'money';

/** What a cell is; a number that begins like a code (2080505) is a code, unless its column is of money. */
export function cellKind({ text, figure }: Printed): CellKind {
  const kind = kindOfText(text);
  if (figure === undefined || kind === 'blank') return kind;
  return figure === 'money' ? 'amount' : 'text';
}

const kindOfText = memo((text): CellKind => {
  const plain = squeeze(text);
  if (NOTHING.test(plain)) return 'blank';
  if (isAmountText(text)) return 'amount';
  if (codeIn(plain)) return 'code';
  return /^[-−]?\d+$/.test(plain) ? 'integer' : 'text';
});

/** The classification code that a cell is or begins with; none where it is a figure. */
export const codeOf = ({ text, figure }: Printed): ReturnType<typeof codeIn> =>
  figure === undefined ? codeIn(text) : undefined;

/** The classification code that a text is or begins with, and the name after it. */
export function codeIn(text: string): { code: string; name: string; kind: CodeKind } | undefined {
  const plain = squeeze(text);
  const match = CODE.exec(LEVELS.test(plain) ? plain.replace(/\D/g, '') : plain);
  if (!match) return undefined;
  const code = match[1]!;
  const kind = codeKindOf(code);
  return kind && { code, name: match[2] ?? '', kind };
}

/** Codes of classes that exist: 201–234, 301–399, 501–599. */
function codeKindOf(code: string): CodeKind | undefined {
  if (code[0] === '2')
    return Number(code.slice(0, 3)) >= 201 && Number(code.slice(0, 3)) <= 234 ? 'function' : undefined;
  if (code[0] === '3') return /^3(?:0\d|1[0-3]|99)/.test(code) ? 'economic' : undefined;
  return code[0] === '5' && /^5(?:0\d|1[0-4]|99)/.test(code) ? 'governmental' : undefined;
}

/** How a label ends whose row counts things and is no money: 因公出国（境）团组数（个）. */
export const COUNTED = /[（(](?:[个辆人批次台套户件]|批次|人次)[)）]$/;
