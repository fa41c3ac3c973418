/** What a document prints of a quantity, in its tables or its words, once for all. */
import type { Evidence } from '../../finding.ts';
import { addressOf } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import type { Mention } from '../../words/mention.ts';
import type { DocumentContext } from '../context.ts';
import { agreedFigure, stepOf } from '../previous-year/other-document.ts';

export interface Told {
  /** Fen of an amount, else how many. */
  readonly value: number;
  /** Of the last digit that is printed; 0 of things that are counted. */
  readonly step: Fen;
  readonly evidence: Evidence;
}

const isOwn = ({ aspect, year, base }: Mention, own: number | undefined): boolean =>
  aspect === 'level' && base === undefined && (year === undefined || year === own);

/** Words of the document's own year that say it; undefined where they say it twice and differently. */
function inWords({ disclosure, mentions }: DocumentContext, quantity: string): Told | undefined {
  const all = mentions.flatMap((mention): readonly Told[] => {
    if (mention.quantity !== quantity || !isOwn(mention, disclosure.year)) return [];
    const { printed, place } = mention;
    const evidence = { text: place.text, origin: place.origin };
    if (printed.kind === 'amount') return [{ value: printed.fen, step: stepOf(mention), evidence }];
    return printed.kind === 'count' ? [{ value: printed.value, step: 0, evidence }] : [];
  });
  const [first, ...others] = all;
  return first && others.every(({ value, step }) => Math.abs(value - first.value) <= step + first.step)
    ? first
    : undefined;
}

/** The amount of the tables, else of the words; undefined where neither prints one, or they do not agree with themselves. */
export function amountTold(document: DocumentContext, quantity: string): Told | undefined {
  const printed = addressOf(quantity) && agreedFigure(document.disclosure, quantity);
  if (!printed) return inWords(document, quantity);
  const { fen, step, form, row, column, text, origin } = printed;
  return { value: fen, step, evidence: { form, row, column, text, origin } };
}

/** How many the words say there are. */
export const countTold = inWords;
