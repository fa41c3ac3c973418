/** Figures that stand in a ledger without anybody having stated them: they wait to be changed or confirmed. */
import type { Fen } from '../money.ts';
import type { Model } from '../schema/define.ts';
import type { LedgerParts } from '../schema/ledger.ts';
import type { Guess } from './guess.ts';

export { GUESS_NAMES, GUESSES, type Guess } from './guess.ts';

/** The mark of such a figure; an amount that is no longer `fen` has been changed, and so stated. */
export interface Unconfirmed extends Model<LedgerParts['unconfirmed']> {}

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
