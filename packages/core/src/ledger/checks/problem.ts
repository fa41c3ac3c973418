/** A problem of a ledger, and the lines of money that checks go through. */
import type { Problem } from '../../disclosure.ts';
import { derived } from '../../memo.ts';
import { type Fen, wan } from '../../money.ts';
import { conceptById, sourceName } from '../../vocabulary/index.ts';
import type { Fund, Ledger, SpendingLine } from '../ledger.ts';

/** `path` says where in the ledger: `projects[2].lines[0].economic`; a workbook translates it into a cell. */
export interface LedgerProblem extends Problem {
  readonly path: string;
}

/** A problem by its code, its path in the ledger and its sentence. */
export const problem = (code: string, path: string, message: string): LedgerProblem => ({ code, path, message });

/** What problems call money of a source: 一般公共预算拨款收入, 事业收入. */
export const fundName = (fund: Fund): string => sourceName(conceptById(fund)).replace(/(?<!收入)$/, '收入');

export const KIND_NAMES = {
  business: conceptById('business-expenditure').name,
  remittance: conceptById('remittance').name,
  'affiliate-subsidy': conceptById('affiliate-subsidy').name,
} as const;

/** The fen of all lines. */
export const total = (lines: readonly { readonly fen: Fen }[]): Fen => lines.reduce((sum, { fen }) => sum + fen, 0);

/** A line of money with its place and what people call it. */
export interface Placed {
  readonly line: SpendingLine;
  readonly path: string;
  readonly name: string;
}

/** Every line of money of a ledger. */
export const placedLines: (ledger: Ledger) => readonly Placed[] = derived(
  ({ basic, projects, other, distributed = [], left }: Ledger) => [
    ...basic.map((line, i) => ({
      line,
      path: `basic[${i}]`,
      name: `基本支出（${line.nature === 'personnel' ? '人员经费' : '公用经费'} ${wan(line.fen)}）`,
    })),
    ...projects.flatMap(({ name, lines }, p) =>
      lines.map((line, i) => ({
        line,
        path: `projects[${p}].lines[${i}]`,
        name: `项目“${name}”（${wan(line.fen)}）`,
      })),
    ),
    ...other.map((line, i) => ({ line, path: `other[${i}]`, name: `${KIND_NAMES[line.kind]}（${wan(line.fen)}）` })),
    ...distributed.map((line, i) => ({ line, path: `distributed[${i}]`, name: `结余分配（${wan(line.fen)}）` })),
    ...left.map((line, i) => ({ line, path: `left[${i}]`, name: `年终结转（${wan(line.fen)}）` })),
  ],
);
