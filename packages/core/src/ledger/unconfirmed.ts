/** Figures that stand in a ledger without anybody having stated them: they wait to be changed or confirmed. */
import type { Fen } from '../money.ts';

/** How such a figure came to stand: taken over from last year, shared out of printed sums, or what sums leave over. */
export const GUESSES = ['last-year', 'spread', 'remainder', 'section'] as const;

export type Guess = (typeof GUESSES)[number];

/** The words for each, for the form and for messages. */
export const GUESS_NAMES: Readonly<Record<Guess, string>> = {
  'last-year': '上年数',
  spread: '按合计分摊',
  remainder: '未列名项目的余数',
  section: '按“三公”经费表补的经济科目',
};

/** The mark of such a figure; an amount that is no longer `fen` has been changed, and so stated. */
export interface Unconfirmed {
  readonly how: Guess;
  readonly fen: Fen;
}

export interface Markable {
  readonly fen: Fen;
  readonly unconfirmed?: Unconfirmed;
}

/** How an amount was guessed that nobody has changed or confirmed; undefined for one that is stated. */
export const guessOf = ({ fen, unconfirmed }: Markable): Guess | undefined =>
  unconfirmed?.fen === fen ? unconfirmed.how : undefined;

/** The line with a mark on its amount. */
export const marked = <T extends Markable>(line: T, how: Guess): T => ({
  ...line,
  unconfirmed: { how, fen: line.fen },
});
