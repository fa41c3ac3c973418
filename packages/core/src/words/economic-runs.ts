/**
 * Economic items that the words tell one behind another, wherever they stand: 机关运行经费…，其中：办公费3万元、印刷费1万元; 会议费2万元、培训费1万元.
 * Which table they are of no word says; those that stand to the last digit in the table of basic expenditure tell that the others of
 * the run are of it, too.
 */
import type { Disclosure } from '../disclosure.ts';
import { type Figure, figure as figureOf } from '../figures/index.ts';
import { derived } from '../memo.ts';
import { plainText, unspaced } from '../text/fold.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import { amountOf, type OutlineAmount } from './outline.ts';
import { sentencesOf } from './sentences.ts';

/** An item as told, and its row of the table. */
export interface RunItem {
  readonly told: OutlineAmount;
  readonly printed: Figure;
}

/** Words before and after a name that are none of it: 其中：办公费支出为3万元. */
const BEFORE =
  /^(?:（[^）]*）|[一二三四五六七八九十\d]+[、.．])?[，、；：。]?(?:其中|主要|包括|具体|分别|用于|[为是]|和|及|以及|[：，、])*/;
const AFTER = /(?:支出|预算|决算|安排|为|约|：)+$/;

/** Runs of two items and more of which one at least is the table's. Never throws on any text. */
export const economicRunsOf = derived((disclosure: Disclosure): readonly (readonly RunItem[])[] => {
  const rows = rowsByName(disclosure);
  if (rows.size === 0) return [];
  return disclosure.explanation.flatMap(({ paragraphs }, section) =>
    paragraphs.flatMap((block, paragraph) => {
      const text = plainText(block.text);
      const tokens = figuresOf(text);
      return sentencesOf(text).flatMap(({ start, end }) => {
        const own = tokens.filter((token) => token.start >= start && token.end <= end);
        const items = own.flatMap((token, i): RunItem[] => {
          const from = own[i - 1]?.end ?? start;
          const printed = rowOf(text.slice(from, token.start), token, rows);
          const told = printed && amountOf(text, from, token, block, { section, paragraph });
          return told ? [{ told, printed }] : [];
        });
        return items.length > 1 && items.some(isSame) ? [items] : [];
      });
    }),
  );
});

/** Whether an item is told as its row prints it. */
export const isSame = ({ told, printed }: RunItem): boolean =>
  Math.abs(told.fen - printed.fen) * 2 <= Math.max(told.step, printed.step);

function rowOf(gap: string, { printed, negative }: FigureToken, rows: ReadonlyMap<string, Figure>): Figure | undefined {
  if (printed.kind !== 'amount' || negative) return undefined;
  const name = unspaced(gap).replace(BEFORE, '');
  return rows.get(name) ?? rows.get(name.replace(AFTER, ''));
}

/** Final accounts print people's and running money side by side, without a column of both. */
const COLUMNS = ['total', 'personnel', 'operating'];

/** The rows of the table of basic expenditure by their names, without those that two rows bear and those without a figure. */
function rowsByName(disclosure: Disclosure): ReadonlyMap<string, Figure> {
  const names = new Map<string, Figure>();
  const twice = new Set<string>();
  for (const { rows, unread } of disclosure.statements.filter(({ form }) => form === 'basic')) {
    if (unread) return new Map();
    for (const { key, label } of rows) {
      if (!/^3\d{2}(?:\d{2})?$/.test(key)) continue;
      const name = unspaced(label);
      const columns = COLUMNS.map((column) => figureOf(disclosure, { form: 'basic', row: key, column }).figure);
      const figure = columns.find((each) => each && each.fen !== 0);
      if (names.has(name)) twice.add(name);
      if (figure) names.set(name, figure);
    }
  }
  for (const name of twice) names.delete(name);
  return names;
}
