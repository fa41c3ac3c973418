/** Figures of the words against the tables of another document of the agency, and the finding where they differ. */
import type { Disclosure } from '../../disclosure.ts';
import { type Figure, figures } from '../../figures/index.ts';
import type { Finding } from '../../finding.ts';
import { addressOf } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import type { Mention } from '../../words/mention.ts';
import type { Rule } from '../rule.ts';

/** The one figure that the tables print for a quantity, if they agree on it. */
export function agreedFigure(disclosure: Disclosure, quantity: string): Figure | undefined {
  const [first, ...others] = figures(disclosure, addressOf(quantity));
  return first && others.every((other) => Math.abs(other.fen - first.fen) <= other.step + first.step)
    ? first
    : undefined;
}

/** Fen of the last digit that the words print; nothing where they print no amount. */
export const stepOf = (mention: Mention): Fen => (mention.printed.kind === 'amount' ? mention.printed.step : 0);

/** What the words say and should say, with the cells of either document that it rests on. */
export function otherFinding(
  rule: Rule,
  disclosure: Disclosure,
  mention: Mention,
  message: string,
  expected: Fen,
  actual: Fen,
  cells: readonly Figure[],
): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    agency: disclosure.agency.name,
    message,
    expected,
    actual,
    difference: actual - expected,
    evidence: [
      { text: mention.place.text, origin: mention.place.origin },
      ...cells.map(({ form, row, column, text, origin }) => ({ form, row, column, text, origin })),
    ],
  };
}
