/** What budget documents say, as pairs of characters that stand side by side: it decides between characters that look alike. */
import { codesOfLevel } from '@mingsuan/core/classification/index';
import { FORMS } from '@mingsuan/core/forms/index';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { numeral } from '@mingsuan/core/text/numerals';
import { CONCEPTS } from '@mingsuan/core/vocabulary/index';
import type { Sign } from './decode.ts';

/** A character this sure is not asked about. */
export const ASKED = 0.97;
/** How much likelier a character is that makes a known pair with its neighbour. */
const PAIR = 3;

/** Characters that differ by the tilt of one stroke: of these the model is sure where it is wrong, so each is asked about. */
const TWINS: ReadonlyMap<string, string> = new Map(
  ['人入', '未末', '己已', '千干', '土士十', '日曰', '田由'].flatMap((alike) =>
    [...alike].map((one) => [one, alike.replace(one, '')] as const),
  ),
);
/** What a twin that the model did not see is taken for likely to be. */
const TWIN = 0.1;

let pairs: ReadonlySet<string> | undefined;

/** The signs with those that words decide: figures stay as they are. */
export function inWords(signs: readonly Sign[]): Sign[] {
  pairs ??= knownPairs();
  const known = pairs;
  const decided: Sign[] = [];
  signs.forEach((sign, i) => {
    const isAsked = (sign.confidence < ASKED || TWINS.has(sign.text)) && !/[\d.,-]/.test(sign.text);
    decided.push(isAsked ? likeliest(withTwin(sign), decided[i - 1]?.text, signs[i + 1]?.text, known) : sign);
  });
  return decided;
}

function withTwin(sign: Sign): Sign {
  const twins = TWINS.get(sign.text);
  if (twins === undefined) return sign;
  const seen = (twin: string): number => sign.others.find(([text]) => text === twin)?.[1] ?? 0;
  const likely = [...twins].map((twin) => [twin, Math.max(seen(twin), TWIN)] as const);
  return { ...sign, others: [...likely, ...sign.others.filter(([text]) => !twins.includes(text))] };
}

function likeliest(
  sign: Sign,
  before: string | undefined,
  after: string | undefined,
  known: ReadonlySet<string>,
): Sign {
  const scored = ([text, probability]: readonly [string, number]): number =>
    Math.log(probability) +
    (before !== undefined && known.has(before + text) ? PAIR : 0) +
    (after !== undefined && known.has(text + after) ? PAIR : 0);
  const own = [sign.text, sign.confidence] as const;
  const best = [own, ...sign.others.filter(([text]) => text !== '')].reduce((a, b) => (scored(b) > scored(a) ? b : a));
  return best === own
    ? sign
    : { ...sign, text: best[0], others: [own, ...sign.others.filter((other) => other !== best)] };
}

function knownPairs(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of knownTexts())
    for (let i = 1; i < text.length; i++) if (/[\u4e00-\u9fff]/.test(text[i]!)) found.add(text.slice(i - 1, i + 1));
  return found;
}

/** What budget documents print: names of the classifications and forms, the wordings of what is known of them, also as patterns. */
export function knownTexts(): readonly string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (value instanceof RegExp) found.push(value.source);
    else if (value && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      for (const each of value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value))
        add(each);
    }
  };
  add(bundled());
  add(FORMS);
  add(CONCEPTS);
  // 二十一、: what numbers the lines of a table.
  for (let n = 11; n < 100; n++) found.push(numeral(n));
  for (const list of ['function', 'economic'] as const)
    for (const level of [1, 2, 3]) for (const { name } of codesOfLevel(list, level)) found.push(name);
  return found;
}
