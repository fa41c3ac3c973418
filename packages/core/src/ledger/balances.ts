/** By source, what comes in against what is spent and left: what the ledger's 平衡检查 shows. Fen. */
import type { Fen } from '../money.ts';
import { fundName, total } from './checks/problem.ts';
import { FUNDS, type Fund, type Ledger } from './ledger.ts';

/** A balanced source has the difference zero. */
export interface SourceBalance {
  readonly fund: Fund;
  /** Left over from last year. */
  readonly carried: boolean;
  readonly name: string;
  readonly revenue: Fen;
  readonly basic: Fen;
  readonly projects: Fen;
  /** 经营支出、上缴上级支出、对附属单位补助支出. */
  readonly other: Fen;
  /** 年终结转和结余分配. */
  readonly left: Fen;
  readonly difference: Fen;
}

/** The sources that a ledger has money of, in the order of 收入总表; those carried over after the others. */
export function sourceBalances({ revenue, basic, projects, other, distributed = [], left }: Ledger): SourceBalance[] {
  const lines = projects.flatMap((project) => project.lines);
  return [false, true].flatMap((carried) =>
    FUNDS.flatMap((fund): SourceBalance[] => {
      const own = <T extends { readonly fund: Fund; readonly carried?: boolean; readonly fen: Fen }>(
        all: readonly T[],
      ) => all.filter((line) => line.fund === fund && (line.carried ?? false) === carried);
      const parts = [revenue, basic, lines, other, [...left, ...distributed]].map(own);
      if (parts.every(({ length }) => length === 0)) return [];
      const [received, ...spent] = parts.map(total) as [Fen, Fen, Fen, Fen, Fen];
      return [
        {
          fund,
          carried,
          name: `${fundName(fund)}${carried ? '（上年结转）' : ''}`,
          revenue: received,
          basic: spent[0],
          projects: spent[1],
          other: spent[2],
          left: spent[3],
          difference: received - spent.reduce((sum, fen) => sum + fen, 0),
        },
      ];
    }),
  );
}
