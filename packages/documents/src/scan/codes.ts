/**
 * Codes of a recognised table beside the names of their items: the catalogue tells which code a name has, so that a code that
 * is not sure is settled by its name, and a sure one that is another name's, but for one figure, is doubted.
 */
import { codesNamed, parentOf } from '@mingsuan/core/classification/index';
import type { Problem } from '@mingsuan/core/disclosure';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Table, TableCell } from '../layout.ts';
import { codeIn } from '../recognize/shape/cells.ts';

/** A code that its name has another for. */
const CONTRADICTED = 0.5;
const LEAST_CODES = 3;
const WORDS = /[\u4e00-\u9fff]{2}/;

export interface SettledCodes {
  readonly table: Table;
  readonly problems: readonly Problem[];
}

/** The table with its codes settled or doubted; what was settled is told. `name` is what messages call the page. */
export function withCodes(table: Table, name: string): SettledCodes {
  const parts = partsOf(table);
  if (parts === undefined) return { table, problems: [] };
  const problems: Problem[] = [];
  let above: readonly string[] = [];
  const rows = table.rows.map((row) => {
    const label = row.slice(parts).find(({ text }) => WORDS.test(text))?.text ?? '';
    const said = row.slice(0, parts).map((cell, i) => partOf(cell, above[i]));
    const code = fittingCode(said, label, above.join(''));
    above = (code ? splitCode(code, parts) : undefined) ?? said.map(({ text }) => text);
    const split = code === undefined ? undefined : splitCode(code, parts);
    return row.map((cell, c) => {
      const text = c < parts ? split?.[c] : undefined;
      if (text === undefined || cell.covered) return cell;
      if (!cell.doubt) return text === cell.text || cell.text === '' ? cell : doubted(cell, text);
      problems.push(settled(cell, text, label, name));
      const { doubt: _, ...rest } = cell;
      return { ...rest, text };
    });
  });
  return { table: { ...table, rows }, problems };
}

const doubted = (cell: TableCell, other: string): TableCell => ({
  ...cell,
  doubt: { confidence: CONTRADICTED, others: [other] },
});

function settled({ text, origin }: TableCell, code: string, label: string, name: string): Problem {
  const read = text === '' ? '一格编码没有识别出来' : `的“${text}”由图片识别，把握不大`;
  const by = text === code ? `与科目名称“${label}”相符，已按此认定` : `按科目名称“${label}”认定为“${code}”，请看图核对`;
  return { code: 'settled-figure', message: `${name}${read}，${by}。`, origin };
}

/** In how many columns from the left a table prints its codes: one of whole codes, or two or three of their parts (类 款 项); undefined where it has none. */
function partsOf({ rows }: Table): number | undefined {
  for (const parts of [1, 2, 3]) {
    const codes = rows.filter((row) => {
      const texts = row.slice(0, parts).map(({ text }) => text);
      const isSplit = parts === 1 || (texts.at(-1)!.length === 2 && texts.every((text) => /^\d{2,3}$/.test(text)));
      return isSplit && codeIn(texts.join(''))?.name === '' && row.slice(parts).some(({ text }) => WORDS.test(text));
    });
    // Whole classes alone stand in the first of several columns too.
    const isWhole = parts > 1 || codes.some(([cell]) => cell!.text.length > 3);
    if (codes.length >= LEAST_CODES - (parts > 1 ? 1 : 0) && isWhole) return deepest(rows, parts);
  }
  return undefined;
}

/** Items stand in three columns where sections stand in two. */
function deepest(rows: Table['rows'], parts: number): number {
  const isPart = (row: readonly TableCell[]): boolean => /^\d{2}$/.test(row[2]?.text ?? '');
  return parts === 2 && rows.some(isPart) ? 3 : parts;
}

interface Part {
  readonly text: string;
  /** What is not sure may be any; a blank one may be what stands above. */
  readonly isSure: boolean;
}

const partOf = ({ text, doubt }: TableCell, above: string | undefined): Part => ({
  text: text || (doubt ? '' : (above ?? '')),
  isSure: !doubt,
});

/**
 * The one code that the name may have and that fits the parts, of several the one below or beside the code `above`; undefined
 * where there is none or nothing to settle.
 */
function fittingCode(said: readonly Part[], label: string, above: string): string | undefined {
  if (!WORDS.test(label)) return undefined;
  const list = /^[35]/.test(said[0]!.text) ? 'economic' : 'function';
  const named = codesNamed(list, squeeze(label));
  const whole = said.map(({ text }) => text).join('');
  if (named.includes(whole)) return whole;
  const isUnsure = said.some(({ isSure }) => !isSure);
  const found = [...new Set(named)].filter((code) => {
    if (!isUnsure || said.length === 1) return whole === '' ? isUnsure : isOneApart(whole, code);
    const split = splitCode(code, said.length);
    return split?.every((part, i) => !said[i]!.isSure || said[i]!.text === part || (part === '' && i > 0));
  });
  const near = found.filter((code) => above !== '' && (parentOf(code) === above || parentOf(code) === parentOf(above)));
  const [only, ...more] = near.length > 0 ? near : found;
  return more.length === 0 ? only : undefined;
}

/** 2101101 as 210, 11, 01; one column takes it whole. Undefined where it has more parts than columns. */
function splitCode(code: string, parts: number): readonly string[] | undefined {
  if (parts === 1) return [code];
  const split = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  return code.length > 7 || split.slice(parts).some((part) => part !== '') ? undefined : split.slice(0, parts);
}

/** Whether one figure is another, or is lost or added. */
function isOneApart(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].filter((each, i) => each !== b[i]).length === 1;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (longer.length !== shorter.length + 1) return false;
  return [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);
}
