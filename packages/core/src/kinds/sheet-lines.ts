/**
 * The lines of a sheet above its indicators, by their cells alone: a label and its amount side by side, amounts below the headers of
 * their columns, and tasks, each with its name, what it is and what it costs.
 */
import { headerKey } from '../forms/label.ts';
import type { Cell, Origin } from '../model/values.ts';
import { squeeze, unspaced } from '../text/fold.ts';
import { money, named, optionalRows, type RowOf, text } from './field.ts';
import type { PrintedCell, PrintedTable, ShownColumn } from './kind.ts';

export const FUNDS = optionalRows('项目资金', {
  source: text(...named('fund-source'), { required: true, usual: true, isName: true }),
  amount: money('金额', ['金额'], { usual: true }),
});
export type Funds = RowOf<(typeof FUNDS)['fields']>;

/** How a page shows them. */
export const FUND_COLUMNS: readonly ShownColumn<Funds>[] = [
  { title: ['资金来源', 'Source'], value: ({ source }) => source },
  { title: ['金额', 'Amount'], isNumber: true, value: ({ amount }) => amount },
];

type Line = readonly PrintedCell[];

/** A number that may be money: 31.00, 12,700, 2149.09; no percentage, and nothing beside the digits. */
const NUMBER = /^-?\d[\d,，]*(?:[.．]\d+)?$/;
const isNumber = ({ text }: PrintedCell) => NUMBER.test(squeeze(text));
const isExact = ({ text }: PrintedCell) => /[.．]\d|,\d{3}/.test(text);

/** What a whole number beside a label may be an amount of; a year, a telephone number or a code has another label. */
const OF_MONEY = /资金|金额|预算|经费|拨款|支出|收入|补助|财政|投入|总额|\(万?元\)/;

const isFilled = ({ text, covered }: PrintedCell) => !covered && text !== '';

/** Amounts of the lines that are no tasks, with what each is: the label left of it, or the headers of its column. */
export function amountsOf(
  lines: readonly Line[],
  { amount }: Pick<PrintedTable, 'amount'>,
  wordsOf: TaskWords = taskWords,
): readonly Funds[] {
  return lines.flatMap((line, at) =>
    line.flatMap((cell, c): Funds[] => {
      if (!isFilled(cell) || !isNumber(cell) || wordsOf(line)) return [];
      const source = labelOf(lines, at, c);
      if (source === undefined || !(isExact(cell) || OF_MONEY.test(source))) return [];
      const paid = amount(cell);
      return paid ? [{ source, amount: paid, origin: cell.origin }] : [];
    }),
  );
}

/** Texts of a line before a column, back to the number before it. */
function textsBefore(line: Line, c: number): readonly PrintedCell[] {
  const before = line.slice(0, c).filter(isFilled);
  const last = before.findLastIndex(isNumber);
  return before.slice(last + 1);
}

/** What an amount is: the label beside it, with the label that stands over it where both speak; else the headers above it. */
function labelOf(lines: readonly Line[], at: number, c: number): string | undefined {
  const beside = textsBefore(lines[at]!, c).at(-1);
  if (beside) return labelKey(beside.text);
  const heads: string[] = [];
  // A label beside several lines ends with them: what stands above it is of something else.
  const side = lines[at]!.findIndex(({ covered }, i) => i < c && covered === 'above');
  for (let row = at - 1; row >= 0; row -= 1) {
    const cell = ownerOf(lines[row]!, c);
    if (cell && cell.text.length > LONGEST_LABEL) break;
    if (cell && cell.text !== '' && !isNumber(cell)) heads.unshift(labelKey(cell.text));
    if (side >= 0 ? lines[row]![side]?.covered !== 'above' : heads.length > 0) break;
  }
  return heads.length > 0 ? heads.join('/') : undefined;
}

const LONGEST_LABEL = 20;

const labelKey = (label: string) => headerKey(unspaced(label)).replace(/[:：]$/, '');

function ownerOf(line: Line, c: number): PrintedCell | undefined {
  for (let at = c; at >= 0; at -= 1) if (line[at]?.covered !== 'left') return line[at];
  return undefined;
}

/** A line that names a task, says what it is, and what it costs. */
export interface Task {
  readonly name: string;
  readonly content: string;
  readonly amounts: readonly { readonly header: string; readonly cell: Cell }[];
  /** The text behind the amounts. */
  readonly after: string | undefined;
  readonly origin: Origin;
}

/** What a line says of its task; undefined for a line of something else. */
export type TaskWords = (line: Line) => readonly [name: PrintedCell, content: PrintedCell] | undefined;

/**
 * The lines below the headers of tasks (任务名称 | 主要内容), however short their texts; where no line has those headers, by the cells
 * alone.
 */
export function taskWordsBelow(lines: readonly Line[], isHeader: (header: string) => boolean): TaskWords {
  const headsOf = (line: Line) =>
    line.flatMap((cell, c) => (isFilled(cell) && isHeader(labelKey(cell.text)) ? [c] : []));
  const at = lines.findIndex((line) => headsOf(line).length === 2);
  if (at < 0) return taskWords;
  const [n, c] = headsOf(lines[at]!) as [number, number];
  return (line) => {
    const [name, content] = [line[n], line[c]];
    const isTold = name && content && [name, content].every((cell) => isFilled(cell) && !isNumber(cell));
    const isPaid = line.slice(c + 1).some((cell) => isFilled(cell) && isNumber(cell));
    return isTold && isPaid && lines.indexOf(line) > at ? [name, content] : undefined;
  };
}

/** The name of a task and what it is: two texts before an amount, the second of them no label of money. */
function taskWords(line: Line): ReturnType<TaskWords> {
  const filled = line.filter((cell) => isFilled(cell) && !cell.isSide);
  const [name, content] = filled.slice(0, Math.max(0, filled.findIndex(isNumber))).slice(-2);
  if (!name || !content || /[:：]$|^其中/.test(content.text)) return undefined;
  return content.text.length < 8 || (content.text.length < 12 && OF_MONEY.test(content.text))
    ? undefined
    : [name, content];
}

/** Tasks with their amounts, and the text after those. */
export function tasksOf(
  lines: readonly Line[],
  { amount }: Pick<PrintedTable, 'amount'>,
  wordsOf: TaskWords = taskWords,
): readonly Task[] {
  return lines.flatMap((line, at): Task[] => {
    const words = wordsOf(line);
    if (!words) return [];
    const filled = line.filter(isFilled);
    const amounts = line.flatMap((cell, c) => {
      const own = isFilled(cell) && isNumber(cell) ? amount(cell) : undefined;
      return own ? [{ header: headerAbove(lines, at, c), cell: own }] : [];
    });
    const after = filled.slice(filled.findIndex(isNumber)).find((cell) => !isNumber(cell))?.text;
    const [name, content] = words;
    return [{ name: name.text, content: content.text, amounts, after, origin: name.origin }];
  });
}

/** Amounts of cells that hold a number: words in their column are no fault. */
export const amountIn =
  ({ amount }: Pick<PrintedTable, 'amount'>) =>
  (cell: PrintedCell): Cell | undefined =>
    isNumber(cell) ? amount(cell) : undefined;

/** The nearest text above that is no number: the header of a column. */
function headerAbove(lines: readonly Line[], at: number, c: number): string {
  for (let row = at - 1; row >= 0; row -= 1) {
    const cell = ownerOf(lines[row]!, c);
    if (cell && cell.text !== '' && !isNumber(cell)) return labelKey(cell.text);
  }
  return '';
}
