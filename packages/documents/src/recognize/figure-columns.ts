/**
 * What the numbers of a column are where their characters do not say it: money printed as bare whole numbers, which by itself may be
 * codes, years or counts, and percentages printed without their sign, which are no money though they have decimals.
 */
import { parseAmount } from '@mingsuan/core/money';
import { unitKind } from '@mingsuan/core/performance/units';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import { isKeyHeader } from './columns.ts';
import { isIndexRow, readHeader } from './header.ts';
import { cellKind, codeIn, isAmount } from './shape/cells.ts';

type Rows = readonly (readonly TableCell[])[];
type Figure = TableCell['figure'];

/** What the columns of the last table are, for one that goes on without a header. */
export type FigureColumns = readonly Figure[];

/** The rows with what their numbers are, and what the columns are; `last`: the columns of the table before. */
export function withFigures(rows: Rows, last: FigureColumns): { readonly rows: Rows; readonly columns: FigureColumns } {
  const { rowCount, paths } = readHeader(rows.map((row) => (isIndexRow(row) ? row : row.map(assumed))));
  const isHeaded = paths.some((path) => path.length > 0);
  const width = rows[0]?.length ?? 0;
  const data = rows.slice(rowCount).filter((row) => !isIndexRow(row));
  // The values of indicators are of whatever they measure.
  const isOfTargets = rows.some((row) => row.some(({ text }) => INDICATORS.test(squeeze(text))));
  const isTold = paths.flat().some((text) => INDICATORS.test(text));
  const mayTell = (path: readonly string[]) => !isOfTargets || (isTold && path.some((text) => MONEY.test(text)));
  const own = Array.from({ length: width }, (_, c) =>
    mayTell(paths[c] ?? []) ? figureAt(data, c, paths[c] ?? []) : undefined,
  );
  const columns = isHeaded ? own : last.length === width ? last : [];
  const isWhole = isPrintedWhole(data, columns);
  const figures = columns.map((figure) => (figure === 'money' && !isWhole ? undefined : figure));
  if (!figures.some((figure) => figure !== undefined)) return { rows, columns };
  return {
    rows: rows.map((row, r) =>
      r < rowCount || isIndexRow(row)
        ? row
        : row.map((cell, c) =>
            figures[c] !== undefined && !cell.figure && isNumber(cell) ? { ...cell, figure: figures[c] } : cell,
          ),
    ),
    columns,
  };
}

/** A bare number of three digits and more that begins no code: no header holds one. */
const assumed = (cell: TableCell): TableCell =>
  WHOLE.test(squeeze(cell.text)) && cell.text.trim().length > 2 && !codeIn(cell.text) && !YEAR.test(squeeze(cell.text))
    ? { ...cell, figure: 'money' }
    : cell;

const INDICATORS = /^(?:[一二三]级指标|(?:绩效)?指标(?:名称|内容|性质|值)?)$/;
const MONEY = /资金|金额|经费/;
const WHOLE = /^[-−]?\d+$/;
const YEAR = /^20\d\d$/;

const isNumber = ({ text, covered }: TableCell): boolean =>
  !covered && /\d/.test(text) && !/[%％]/.test(text) && parseAmount(text, '元') !== undefined;

/** Money printed whole has hardly any decimals beside it. */
const isPrintedWhole = (rows: Rows, columns: FigureColumns): boolean => {
  const cells = rows.flat();
  const wholes = rows.flatMap((row) => row.filter((cell, c) => columns[c] === 'money' && isNumber(cell)));
  return cells.filter((cell) => isAmount(cell)).length * 2 < wholes.length;
};

/** 增减%, 增长率, 占比: what a header says of figures that are a share of others. */
const SHARE = /[%％]|率(?:\(.*\))?$|幅度?$|占比|比重|比例/;
/** 分值, 得分: 9.5 points are no money. */
const POINTS = /^(?:自评|评价)?(?:分值|得分|评分|权重)(?:\(|$)/;
/** 数量, 人数, 编制数: how many, not how much. */
const COUNT =
  /数量|面积|[人个辆台套次户件份名]数$|编制|年限|年[度份]$|电话|日期|时间|序号|指标|权重|分值|得分|标准|规格|型号/;

const COUNTED: ReadonlySet<string> = new Set(['count', 'time', 'ratio']);

function figureAt(rows: Rows, c: number, path: readonly string[]): Figure {
  const leaf = path.at(-1) ?? '';
  if (path.some((text) => SHARE.test(text)) || POINTS.test(leaf)) return 'other';
  const cells = rows.flatMap((row) => (row[c] && !row[c].covered && cellKind(row[c]) !== 'blank' ? [row[c]] : []));
  const texts = cells.map(({ text }) => squeeze(text));
  const wholes = texts.filter((text) => WHOLE.test(text));
  if (path.length === 0 || wholes.length === 0 || wholes.length * 2 <= texts.length) return undefined;
  if (
    isKeyHeader(leaf) ||
    /科目|分类/.test(leaf) ||
    path.some((text) => COUNT.test(text) || COUNTED.has(unitKind(unitOf(text))))
  )
    return undefined;
  if (wholes.every((text) => YEAR.test(text)) || texts.some((text) => /^0\d/.test(text)) || areCounted(wholes))
    return undefined;
  // Codes stand left of what they are the codes of.
  const isLeft = !rows.some((row) => row.slice(0, c).some((cell) => cellKind(cell) === 'text'));
  return isLeft && wholes.every((text) => codeIn(text) !== undefined) ? undefined : 'money';
}

/** What a header says in brackets that its figures are counted in. */
const unitOf = (header: string): string => /\(([^()]+)\)$/.exec(header)?.[1] ?? '';

/** 1, 2, 3 … down a column number its rows. */
const areCounted = (texts: readonly string[]): boolean =>
  texts.length > 2 && texts.every((text, i) => i === 0 || Number(text) === Number(texts[i - 1]) + 1);
