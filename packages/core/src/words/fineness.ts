/** How finely the words of a document print their figures: where trailing zeros are trimmed, 3.4 is 3.40. */
import { precisionOf } from '../figures/precision.ts';
import { groupBy } from '../group-by.ts';
import { derived } from '../memo.ts';
import { decimalsOf, type Fen, printingStep } from '../money.ts';
import type { Printed } from './figures.ts';
import type { Mention } from './mention.ts';

/** Of fewer figures nobody can tell whether zeros are trimmed. */
const ENOUGH = 8;

const LAST_NUMBER = /(\d[\d,]*(?:\.\d+)?)[^\d]*$/;

/**
 * The mentions of a document with their last digit: where its figures of a unit have decimals and none of them ends in a zero,
 * zeros are trimmed, and a figure with fewer decimals is as fine as the others.
 */
export function asFineAsOthers(mentions: readonly Mention[]): readonly Mention[] {
  const usual = new Map(
    [...groupBy(mentions, unitOf)].map(([unit, own]) => [
      unit,
      trimmedTo(
        own.flatMap((each) => textOf(each) ?? []),
        own[0]!.printed.kind,
      ),
    ]),
  );
  return mentions.map((mention) => {
    const decimals = usual.get(unitOf(mention)) ?? 0;
    return decimals === 0 ? mention : { ...mention, printed: finer(mention.printed, decimals) };
  });
}

/** The finest that explanations usually print, 0.01 万元 in fen: a shorter figure among such ones stands for one with zeros. */
export const USUAL_STEP: Fen = 10_000;

/**
 * The last digit that a document's words usually print of an amount, in fen: 0.01 万元, but where enough amounts are told and hardly
 * any has decimals, the words are rounded to 0.1 or whole 万元, and their sums miss by that much without anybody's mistake.
 */
export const usualStepOf = derived((mentions: readonly Mention[]): Fen => {
  const texts = mentions.filter((each) => unitOf(each) === '万元').flatMap((each) => textOf(each) ?? []);
  const told = texts.filter((text) => /[1-9]/.test(text));
  return told.length < ENOUGH ? USUAL_STEP : Math.max(USUAL_STEP, printingStep('万元', precisionOf(told).usual));
});

const unitOf = ({ printed }: Mention): string =>
  printed.kind === 'amount' || printed.kind === 'percent' ? printed.unit : '';

const textOf = ({ place }: Mention): string | undefined => LAST_NUMBER.exec(place.text)?.[1];

/** The last digit of a percentage as it stands there, whatever the others of the document have: 1 of 98%. */
export const ownPercentStep = (mention: Mention): number => 10 ** -decimalsOf(textOf(mention) ?? '');

/** The decimals that figures are trimmed to; 0 where they are not, or nobody can tell. */
function trimmedTo(texts: readonly string[], kind: Printed['kind']): number {
  const broken = texts.filter((text) => text.includes('.'));
  if (texts.length < ENOUGH || broken.some((text) => text.endsWith('0'))) return 0;
  const { usual } = precisionOf(texts);
  const shorter = broken.filter((text) => decimalsOf(text) < usual).length;
  return kind === 'percent' && shorter > broken.length * MOST_TRIMMED ? 0 : usual;
}

/** Amounts are often round; of quotients one in ten ends in a zero, and where many more are short, they are rounded so. */
const MOST_TRIMMED = 0.3;

function finer(printed: Printed, decimals: number): Printed {
  if (printed.kind === 'amount')
    return { ...printed, step: Math.min(printed.step, printingStep(printed.unit, decimals)) };
  return printed.kind === 'percent' ? { ...printed, step: Math.min(printed.step, 10 ** -decimals) } : printed;
}
