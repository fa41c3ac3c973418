/** Which recognised figures may be others: what a cell says is doubted where another reading of it is a number too, or where it is unlike its column. */
import type { Problem } from '@mingsuan/core/disclosure';
import type { Block, Table, TableCell } from '../layout.ts';
import type { Doubt, Glyph } from '../pdf/geometry.ts';
import { joinLines, linesOf, textOf } from '../pdf/runs.ts';
import { codeIn } from '../recognize/shape/cells.ts';

/** An amount as it is printed, with or without separators of thousands. */
const AMOUNT = /^[-−]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0)(?:\.\d+)?$/;
/** A code or a count. */
const DIGITS = /^\d+$/;
/** Words; the figures before them, if they are few, number a row (2、, 11.) and are nobody's amount, code or year. */
const WORDS = /\p{Script=Han}{2}|[）)、]\p{Script=Han}/u;
const MORE_THAN_A_NUMBER = /\d{3}|\.\d{2}/;
const MOST_OTHERS = 8;
/** A figure that no other can be named for, or that is unlike all others of its column. */
const UNLIKE = 0.5;

/** Characters that a figure may be taken for: 11 is one that looks like Ⅱ or 且. */
const MOST_MISTAKEN = 3;

/**
 * What a cell may say otherwise, one character changed; undefined where all of it is sure. Words are asked about only where they
 * are few characters, none of them sure: `asColumns` knows whether a figure should stand there. A row's name is none for its number.
 */
export function doubtOf(glyphs: readonly Glyph[], text: string): Doubt | undefined {
  if (!glyphs.some(({ doubt }) => doubt)) return undefined;
  if (!/\d/.test(text)) {
    const isUnsure = glyphs.length <= MOST_MISTAKEN && glyphs.every(({ doubt }) => doubt);
    return isUnsure ? { confidence: Math.min(...glyphs.map(({ doubt }) => doubt!.confidence)), others: [] } : undefined;
  }
  if (WORDS.test(text) && !MORE_THAN_A_NUMBER.test(text.replaceAll(',', ''))) return undefined;
  const form = [AMOUNT, DIGITS].find((each) => each.test(text));
  const isNamed = WORDS.test(text);
  const others: string[] = [];
  let confidence = 1;
  for (const glyph of glyphs) {
    const { doubt } = glyph;
    if (!doubt) continue;
    const said = doubt.others.map((other) => saying(glyphs, glyph, other));
    // Where what else a comma or a point may be leaves no number of another value, the figure is what it is; so is one beside
    // words, whatever else a sign of theirs may be.
    const counted = said.filter((other) =>
      form ? form.test(other) && !isSame(other, text) : !isNamed || figuresOf(other) !== figuresOf(text),
    );
    if (counted.length === 0 && (form ? said.length > 0 : isNamed && figuresOf(glyph.text) === '')) continue;
    others.push(...counted);
    confidence = Math.min(confidence, doubt.confidence);
  }
  return confidence < 1
    ? { confidence, others: [...new Set(others)].filter((other) => other !== text).slice(0, MOST_OTHERS) }
    : undefined;
}

/** The text of a cell with one character changed. */
function saying(glyphs: readonly Glyph[], changed: Glyph, other: string): string {
  const lines = linesOf(glyphs.map((glyph) => (glyph === changed ? { ...glyph, text: other } : glyph)));
  return joinLines(lines.map((line) => textOf(line.runs)));
}

const isSame = (a: string, b: string): boolean => a.replaceAll(',', '') === b.replaceAll(',', '');
const figuresOf = (text: string): string => text.replaceAll(/[^\d.]/g, '');

/** Figures of a column that say what it is like: so many, and of all so great a share. */
const LEAST_ALIKE = 4;
const SHARE_ALIKE = 0.75;
/** Of a whole table. */
const LEAST_OF_TABLE = 10;
const SEPARATOR = /[.,]/;
/** Figures between two separators. */
const THOUSANDS = 3;
const DECIMALS = /\.(\d+)$/;
const FIGURE = /^[-−.,\d]*\d[.,\d]*$/;

/** What the figures of a column are alike in: amounts with so many decimals, numbers of so many digits, or codes of any level. */
type Form = `amount ${number}` | `code ${number}` | 'codes';

/**
 * The table with the doubts that its columns leave and raise. Where all amounts are printed to the fen, what a figure may be
 * otherwise is so too, 382 lost its point and .60 its yuan; where all codes have two digits, 1 is half of one. A plain zero is one.
 * Among figures a word that is not sure, or ink of which nothing was read, is a figure that was not read.
 */
export function asColumns(table: Table): Table {
  const width = table.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => formOf(table.rows.map((row) => row[c]!)));
  const usual = amountsOf(table);
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((cell, c) => {
        const column = columns[c];
        const form = column?.form ?? usual;
        const isFigure = (column && r > column.from) || SEPARATOR.test(cell.text);
        return form && isFigure ? asForm(cell, form) : wordOrFigure(cell);
      }),
    ),
  };
}

/** How the amounts of a table are printed, where they are many and alike: a column of few figures is held to that. */
function amountsOf({ rows }: Table): Form | undefined {
  const counts = new Map<Form, number>();
  const figures = rows.flat().filter(({ text, covered }) => !covered && SEPARATOR.test(text) && FIGURE.test(text));
  for (const { text } of figures) {
    const form = ownForm(text);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [form, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return count >= LEAST_OF_TABLE && count >= SHARE_ALIKE * figures.length ? form : undefined;
}

/** The cell, without doubt where no figure is doubted. */
function wordOrFigure(cell: TableCell): TableCell {
  if (!cell.doubt || /\d/.test(cell.text)) return cell;
  const { doubt: _, ...rest } = cell;
  return rest;
}

/** What a column's figures are, and the row above the first of them. */
function formOf(cells: readonly TableCell[]): { readonly form: Form; readonly from: number } | undefined {
  const counts = new Map<Form, number>();
  let figures = 0;
  let codes = 0;
  for (const { text, covered } of cells) {
    if (covered || text === '0' || !FIGURE.test(text)) continue;
    figures += 1;
    const form = ownForm(text);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
    if (isCode(text)) codes += 1;
  }
  const [most = ['codes', 0] as const] = [...counts].sort((a, b) => b[1] - a[1]);
  const [form, count] = most[1] < codes ? (['codes', codes] as const) : most;
  if (count < LEAST_ALIKE || count < SHARE_ALIKE * figures) return undefined;
  return { form, from: cells.findIndex(({ text }) => fits(text, form)) - 1 };
}

/** A code of a classification at any of its levels. */
const isCode = (text: string): boolean => codeIn(text)?.name === '';

function ownForm(text: string): Form | undefined {
  const decimals = DECIMALS.exec(text)?.[1]?.length;
  if (decimals !== undefined) return AMOUNT.test(text) ? `amount ${decimals}` : undefined;
  return DIGITS.test(text) ? `code ${text.length}` : undefined;
}

const fits = (text: string, form: Form): boolean => (form === 'codes' ? isCode(text) : ownForm(text) === form);

function asForm(cell: TableCell, form: Form): TableCell {
  const { text, covered, doubt, ...rest } = cell;
  if (covered || text === '0' || !FIGURE.test(text)) return cell;
  const fitting = [...(doubt?.others ?? []), ...withPoint(text, form)].filter((other) => fits(other, form));
  const others = [...new Set(fitting)];
  const regrouped = fits(text, form) ? undefined : withSeparators(text, form);
  // Every separator is there, only taken for another.
  if (regrouped !== undefined && !doubt && placesOf(regrouped) === placesOf(text)) return { ...cell, text: regrouped };
  if (regrouped !== undefined)
    return {
      ...cell,
      text: regrouped,
      doubt: { confidence: doubt?.confidence ?? UNLIKE, others: others.filter((other) => other !== regrouped) },
    };
  if (!fits(text, form)) return { ...cell, doubt: { confidence: doubt?.confidence ?? UNLIKE, others } };
  if (!doubt) return cell;
  // All else that it may be is unlike the column.
  return doubt.others.length > 0 && others.length === 0 ? { text, ...rest } : { ...cell, doubt: { ...doubt, others } };
}

/**
 * An amount whose separators were lost or taken for each other, 28,384.23471 for 28,384,234.71: the column says where its point stands. Each
 * separator that is left has to stand where one belongs, or a figure was lost; undefined where one does not, or none is left.
 */
function withSeparators(text: string, form: Form): string | undefined {
  const [kind, count] = form.split(' ');
  const digits = text.replaceAll(/[.,]/g, '');
  const decimals = Number(count);
  if (kind !== 'amount' || decimals === 0 || digits === text || !/^[1-9]\d*$/.test(digits)) return undefined;
  const belongs = (behind: number): boolean => behind >= decimals && (behind - decimals) % THOUSANDS === 0;
  const isWhole = [...text].every(
    (sign, i) => /\d/.test(sign) || (i > 0 && belongs(text.slice(i).replaceAll(/[.,]/g, '').length)),
  );
  const whole = digits.slice(0, -decimals).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return isWhole && whole !== '' ? `${whole}.${digits.slice(-decimals)}` : undefined;
}

const placesOf = (text: string): string => text.replaceAll(/[.,]/g, ' ');

/** An amount with the point it may have lost. */
function withPoint(text: string, form: Form): string[] {
  const [kind, count] = form.split(' ');
  const digits = text.replaceAll(/[.,]/g, '');
  const whole = `${digits.slice(0, -Number(count))}.${digits.slice(-Number(count))}`;
  return kind === 'amount' && whole !== text ? [whole] : [];
}

/** What is told of figures that may be others. */
export function doubtfulFigures(blocks: readonly Block[], name: string): Problem[] {
  return blocks.flatMap((block) =>
    block.kind !== 'table'
      ? []
      : block.rows.flat().flatMap(({ text, doubt, origin }): Problem[] => {
          if (!doubt) return [];
          const others = doubt.others.slice(0, 2).map((other) => `“${other}”`);
          const or = others.length > 0 ? `，也可能是${others.join('或')}` : '';
          const message =
            text === ''
              ? `${name}有一格有墨迹，没有识别出字；请看图核对。`
              : `${name}的“${text}”由图片识别，把握不大${or}；请看图核对。`;
          return [{ code: 'doubtful-figure', message, origin }];
        }),
  );
}
