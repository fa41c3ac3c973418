/**
 * How often the first suggestion names the cell that was mistyped: one error in each of many made-up statement sets, and of a digit misread on a
 * scan also with what else the recogniser saw. `npm run bench repair`; `-- 400` sets of each kind and shape, 60 without.
 */

import { checkDisclosures } from '@mingsuan/core/check';
import type { Cell, Disclosure, Statement } from '@mingsuan/core/disclosure';
import { CellIndex } from '@mingsuan/core/equations/cell-index';
import { gridsOf } from '@mingsuan/core/equations/disclosure-grids';
import { evaluate, type Instance } from '@mingsuan/core/equations/evaluate';
import { builtinFamilies } from '@mingsuan/core/equations/families/families';
import type { Finding } from '@mingsuan/core/finding';
import { columnIds } from '@mingsuan/core/model/columns';
import { parseAmount } from '@mingsuan/core/money';
import { generate, randomOf, type Shape } from './generate.ts';
import { isSettled, lookingLike } from './misread.ts';

export const ERROR_KINDS = [
  'swapped-digits',
  'dropped-digit',
  'shifted-point',
  'wrong-sign',
  'wrong-column',
  'stale-figure',
  'misread-digit',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** Where an error was put: the statement, the row's number, and the one or two columns it changed. */
export interface Injection {
  readonly disclosure: Disclosure;
  readonly form: string;
  readonly row: number;
  readonly columns: readonly string[];
}

/** @returns undefined where the drawn cell cannot have such an error (a figure of one digit, no blank neighbour). */
export function inject(clean: Disclosure, kind: ErrorKind, random: () => number): Injection | undefined {
  const filled = clean.statements.filter((statement) => statement.rows.length > 0);
  const statement = pick(filled, random);
  const row = Math.floor(random() * statement.rows.length);
  const cells = statement.rows[row]!.cells;
  const column = pick(Object.keys(cells), random);
  const cell = column === undefined ? undefined : cells[column];
  if (!cell || cell.fen === 0) return undefined;
  if (kind === 'wrong-column') {
    const target = neighbour(statement, row, column!);
    if (target === undefined) return undefined;
    const { [column!]: moved, ...rest } = cells;
    return { ...place(clean, statement, row, { ...rest, [target]: moved! }), columns: [column!, target] };
  }
  const text = mistype(cell.text, kind, random);
  const amount = text === undefined ? undefined : parseAmount(text, statement.unit);
  if (!amount || amount.fen === cell.fen) return undefined;
  return {
    ...place(clean, statement, row, { ...cells, [column!]: { ...cell, fen: amount.fen, text: text! } }),
    columns: [column!],
  };
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

/** A column beside the figure's own in which the row is blank. */
function neighbour(statement: Statement, row: number, column: string): string | undefined {
  const ids = columnIds(statement);
  const at = ids.indexOf(column);
  const { side } = statement.rows[row]!;
  const isBlank = (other: string | undefined) => {
    if (other === undefined || (other === 'amount') !== (side !== undefined && column === 'amount')) return false;
    const cell = statement.rows[row]!.cells[other];
    return cell === undefined || cell.fen === 0;
  };
  return [ids[at + 1], ids[at - 1]].find(isBlank);
}

function mistype(text: string, kind: ErrorKind, random: () => number): string | undefined {
  const digits = [...text].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  switch (kind) {
    case 'swapped-digits': {
      const pairs = digits.filter((at, i) => digits[i + 1] === at + 1 && text[at] !== text[at + 1]);
      if (pairs.length === 0) return undefined;
      const at = pick(pairs, random);
      return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
    }
    case 'dropped-digit': {
      const whole = digits.filter((at) => at < text.indexOf('.'));
      if (whole.length < 2) return undefined;
      const at = pick(whole, random);
      return text.slice(0, at) + text.slice(at + 1);
    }
    case 'shifted-point': {
      const [whole = '', fraction = ''] = text.split('.');
      return random() < 0.5 && whole.length > 1
        ? `${whole.slice(0, -1)}.${whole.at(-1)}${fraction.slice(0, 1)}`
        : `${whole}${fraction[0]}.${fraction[1]}0`;
    }
    case 'wrong-sign':
      return `-${text}`;
    case 'misread-digit': {
      const at = pick(digits, random);
      return text.slice(0, at) + pick(lookingLike(text[at]!), random) + text.slice(at + 1);
    }
    default:
      return stale(text, random);
  }
}

/** A figure left over from an earlier version: a few per cent off. */
function stale(text: string, random: () => number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const units = Number(whole + fraction);
  return (Math.round(units * (0.8 + random() * 0.4)) / 10 ** fraction.length).toFixed(fraction.length);
}

function place(
  clean: Disclosure,
  statement: Statement,
  row: number,
  cells: Record<string, Cell>,
): Omit<Injection, 'columns'> {
  const rows = statement.rows.map((each, i) => (i === row ? { ...each, cells } : each));
  const statements = clean.statements.map((each) => (each === statement ? { ...statement, rows } : each));
  return { disclosure: { ...clean, statements }, form: statement.form, row };
}

/** In how many equations the changed cells stand. */
export function equationsOf(injection: Injection): number {
  const grids = gridsOf(injection.disclosure);
  const cellIndex = new CellIndex([grids]);
  const { instances } = evaluate(builtinFamilies(), grids, cellIndex, 'all');
  return instances.filter((instance) => touches(instance, injection, cellIndex)).length;
}

function touches(instance: Instance, { disclosure, form, row, columns }: Injection, cellIndex: CellIndex): boolean {
  const target = disclosure.statements.find((statement) => statement.form === form)!.rows[row]!;
  return instance.cells.some((id) => {
    const { grid, row: at, column } = cellIndex.place(id);
    const line = grid.rows[at]!;
    const id2 = grid.columns[column]!;
    if (grid.form !== form || line.source !== target.key || !columns.includes(line.sourceColumns?.[id2] ?? id2))
      return false;
    return line.label === target.label || line.sourceColumns !== undefined;
  });
}

/** Whether the first piece of evidence of the first located finding is the changed cell. */
export function isLocated(findings: readonly Finding[], { disclosure, form, row, columns }: Injection): boolean {
  const first = findings.find((finding) => finding.suggestion !== undefined);
  const key = disclosure.statements.find((statement) => statement.form === form)!.rows[row]!.key;
  const [evidence] = first?.evidence ?? [];
  return evidence?.form === form && evidence.row === key && columns.includes(evidence.column ?? '');
}

interface Score {
  injected: number;
  detected: number;
  located: number;
  firm: number;
  firmLocated: number;
  /** Named, or put right by the sums among all that the recogniser saw. */
  told: number;
  firmTold: number;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);

/** @returns the share of firm errors (figures standing in at least two equations) whose cell the first suggestion names. */
export async function run(sets = 60, print: (line: string) => void = console.log): Promise<number> {
  const scores = new Map<string, Score>();
  for (const shape of ['hebei', 'shanghai'] as const satisfies readonly Shape[]) {
    for (const kind of ERROR_KINDS) {
      const score = none();
      scores.set(`${shape} ${kind}`, score);
      for (let seed = 1; seed <= sets; seed += 1) {
        const random = randomOf(seed * 7919 + ERROR_KINDS.indexOf(kind));
        const clean = generate({ seed, shape });
        let injection: Injection | undefined;
        for (let tries = 0; !injection && tries < 50; tries += 1) injection = inject(clean, kind, random);
        if (!injection) continue;
        tally(score, injection, kind === 'misread-digit' ? { clean, random } : undefined);
      }
    }
  }
  return report(scores, print);
}

const none = (): Score => ({ injected: 0, detected: 0, located: 0, firm: 0, firmLocated: 0, told: 0, firmTold: 0 });

interface Scanned {
  readonly clean: Disclosure;
  readonly random: () => number;
}

function tally(score: Score, injection: Injection, scanned: Scanned | undefined): void {
  const { findings } = checkDisclosures([injection.disclosure]);
  score.injected += 1;
  if (findings.length === 0) return;
  score.detected += 1;
  const located = isLocated(findings, injection);
  if (located) score.located += 1;
  const told = located || (scanned !== undefined && isToldBy(injection, scanned));
  if (told) score.told += 1;
  if (equationsOf(injection) < 2) return;
  score.firm += 1;
  if (located) score.firmLocated += 1;
  if (told) score.firmTold += 1;
}

function isToldBy({ disclosure, form, row, columns }: Injection, { clean, random }: Scanned): boolean {
  const at = disclosure.statements.findIndex((statement, i) => statement !== clean.statements[i]);
  return disclosure.statements[at]?.form === form && isSettled(clean, disclosure, [at, row, columns[0]!], random);
}

function report(scores: ReadonlyMap<string, Score>, print: (line: string) => void): number {
  const all = none();
  for (const [name, score] of scores) {
    for (const key of Object.keys(all) as (keyof Score)[]) all[key] += score[key];
    print(lineOf(name, score));
  }
  print(lineOf('all', all));
  return all.firmLocated / all.firm;
}

function lineOf(name: string, { injected, detected, located, firm, firmLocated, told, firmTold }: Score): string {
  const undetectable = percent(injected - detected, injected);
  const scanned = name.endsWith('misread-digit')
    ? `; with what the recogniser saw ${percent(told, injected)} of all, in ≥ 2 equations ${percent(firmTold, firm)} (asked 85 %, 95 %)`
    : '';
  return `${name.padEnd(26)} ${injected} errors; undetectable ${undetectable}; first suggestion right ${percent(located, detected)}; in ≥ 2 equations ${percent(firmLocated, firm)}${scanned}`;
}

if (import.meta.url === `file://${process.argv[1]}`) await run(Number(process.argv[2] ?? 60));
