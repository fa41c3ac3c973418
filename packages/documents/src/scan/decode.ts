/** Steps of the model → characters, each with how sure it is, where it stands and what else it may be. */
import type { Step } from './recogniser.ts';

export interface Sign {
  readonly text: string;
  readonly confidence: number;
  /** Steps that it takes up. */
  readonly from: number;
  readonly to: number;
  /** What else the model saw there, the likeliest first. */
  readonly others: readonly (readonly [text: string, probability: number])[];
}

const FIGURES = new Set([...'0123456789.,-']);
/** What figures are taken for where nothing stands beside them. */
const LIKE_FIGURES = /^[ⅠⅡⅢIlOo|，。．—]$/;
/** A line of which so much are figures holds a number. */
const MOSTLY = 0.6;
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** A number whose separators of thousands look like points: only the last is one. */
const POINTED = /^-?\d{1,3}(?:[.,]\d{3})+\.\d{1,2}$/;
/** A number that lost some of its separators of thousands: what stands between those left is whole thousands, or a figure was lost too. */
const HALF_GROUPED = /^-?\d+(?:,(?:\d{3})+)*\.\d{2}$/;
/** Below this a character may be another one. */
export const SURE = 0.9;
const WORTH_TELLING = 0.003;

/** The signs of a line. A line of figures is read as figures alone. */
export function decode(steps: readonly Step[]): Sign[] {
  const signs = collapsed(steps, () => true);
  const figures = signs.filter(({ text }) => FIGURES.has(text) || LIKE_FIGURES.test(text)).length;
  if (figures < MOSTLY * signs.length || figures === 0) return signs;
  const numeric = grouped(collapsed(steps, (text) => text === '' || FIGURES.has(text)));
  const whole = ungrouped(numeric);
  if (whole.length < numeric.length) return whole;
  const text = textOf(numeric);
  // A code or a number; where it is neither, what stood there was no number.
  return text !== '' && (NUMBER.test(text) || numeric.length >= signs.length - 1) ? numeric : signs;
}

/** Where a separator of thousands was lost the others mislead: the figures alone are the number. */
export function ungrouped<One extends Sign>(signs: One[]): One[] {
  const text = textOf(signs);
  return !NUMBER.test(text) && HALF_GROUPED.test(text) ? signs.filter((sign) => sign.text !== ',') : signs;
}

const textOf = (signs: readonly Sign[]): string => signs.map(({ text }) => text).join('');

function grouped(signs: Sign[]): Sign[] {
  if (!POINTED.test(textOf(signs))) return signs;
  const point = signs.findLastIndex(({ text }) => text === '.');
  return signs.map((sign, i) => (sign.text === '.' && i !== point ? { ...sign, text: ',' } : sign));
}

function collapsed(steps: readonly Step[], isAllowed: (text: string) => boolean): Sign[] {
  const signs: Sign[] = [];
  let last = '';
  steps.forEach((step, at) => {
    const [text, probability] = step.find(([each]) => isAllowed(each)) ?? (['', 1] as const);
    if (text !== '' && text === last) {
      const sign = signs.at(-1)!;
      const isSurer = probability > sign.confidence;
      signs[signs.length - 1] = {
        ...sign,
        to: at + 1,
        ...(isSurer ? { confidence: probability, others: othersOf(step, text, isAllowed) } : {}),
      };
    } else if (text !== '' && text !== ' ')
      signs.push({ text, confidence: probability, from: at, to: at + 1, others: othersOf(step, text, isAllowed) });
    last = text;
  });
  return signs;
}

const othersOf = (step: Step, text: string, isAllowed: (text: string) => boolean): Sign['others'] =>
  step.filter(
    ([other, probability]) => other !== text && other !== ' ' && probability > WORTH_TELLING && isAllowed(other),
  );
