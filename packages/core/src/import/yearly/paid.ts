/** Which source pays which use of an item: each use draws from the sources in their order. Amounts are fen. */
import type { Fund } from '../../ledger/ledger.ts';
import { type Fen, formatAmount } from '../../money.ts';
import { FUND_IDS } from '../../vocabulary/index.ts';
import type { Group, SpentKind } from './groups.ts';

/** Tables of the funds by functional item: 财决07, 09 and 11, in the order of the funds. */
export const FUND_TABLES: readonly (readonly [fund: Fund, id: string])[] = ['07', '09', '11'].map((id, i) => [
  FUND_IDS[i]!,
  id,
]);

/** The kinds of expenditure of a year, as 财决04表 has them. */
export const SPENT: readonly SpentKind[] = ['basic', 'project', 'business', 'remittance', 'affiliate-subsidy'];

/** An amount as a sentence says it, in 元. */
export const yuan = (fen: Fen): string => `${formatAmount(fen, '元')} 元`;
/** The sum of amounts in fen. */
export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((all, fen) => all + fen, 0);

/** Money that an item has to spend. */
export interface Source {
  readonly fund: Fund;
  readonly carried: boolean;
  fen: Fen;
}

/** What an item spends, distributes or leaves. */
export interface Use {
  readonly kind: SpentKind | 'distributed' | 'left';
  readonly economic?: string;
  fen: Fen;
}

/** A part of a use that one source pays. */
export interface Paid extends Use {
  readonly item: string;
  readonly source: Omit<Source, 'fen'>;
  readonly isGuess: boolean;
}

/** Draws each use from the sources in their order. */
export function pay(item: string, sources: readonly Source[], uses: readonly Use[], isGuess: boolean): readonly Paid[] {
  const open = sources.filter(({ fen }) => fen > 0).map((source) => ({ ...source }));
  return uses.flatMap((use) => {
    let rest = use.fen;
    // Operations pay themselves first.
    const ordered =
      use.kind === 'business'
        ? [...open].sort((a, b) => Number(b.fund === 'business') - Number(a.fund === 'business'))
        : open;
    return ordered.flatMap((source): Paid[] => {
      const fen = Math.min(rest, source.fen);
      if (fen <= 0) return [];
      rest -= fen;
      source.fen -= fen;
      return [{ ...use, fen, item, isGuess, source: { fund: source.fund, carried: source.carried } }];
    });
  });
}

/** The uses of a group: a section each, or one without. */
export const usesOf = (groups: readonly Group[]): Use[] =>
  groups.flatMap(({ kind, fen, sections }): Use[] => {
    if (fen === 0) return [];
    if (!sections) return [{ kind, fen }];
    return [...sections]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([economic, amount]) => ({ kind, economic, fen: amount }));
  });
