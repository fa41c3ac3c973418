/** Words or a pattern to look for in the explanation. Spaces and line breaks between the words do not matter. */
import type { Disclosure, TextBlock } from '../disclosure.ts';
import { passages, placesIn } from '../rules/text/passages.ts';
import { unspaced } from '../text/fold.ts';
import { literally } from '../text/literally.ts';
import type { Faults, Path } from '../user-file/faults.ts';

/** `words` is what the user wrote. */
export interface Needle {
  readonly words: string;
  readonly pattern: RegExp;
}

const FLAGS = 'gu';

/** Looks for words as they stand, whatever white space is printed between their characters. */
export function needleOfText(text: string): Needle {
  const characters = [...unspaced(text)].map(literally);
  return { words: text, pattern: new RegExp(characters.join('\\s*'), FLAGS) };
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/unterminated group|unmatched '\)'/i, '圆括号没有配对'],
  [/unterminated character class|lone quantifier brackets/i, '方括号或花括号没有配对'],
  [/nothing to repeat/i, '“*”“+”“?”前面没有可重复的内容'],
  [/escape|\\ at end/i, '“\\”后面的写法不对'],
  [/out of order/i, '范围的前后次序颠倒'],
];

/** Looks for a regular expression; one that is none is a fault, told in Chinese, and gives undefined. */
export function needleOfPattern(words: string, path: Path, faults: Faults): Needle | undefined {
  try {
    const pattern = new RegExp(words, FLAGS);
    if (!new RegExp(words, 'u').test('')) return { words, pattern };
    return faults.at(path, '正则表达式与空文字也相符，会处处报告，请写得具体些。');
  } catch (error) {
    const detail = (error as SyntaxError).message;
    const reason = REASONS.find(([known]) => known.test(detail))?.[1] ?? detail;
    return faults.at(path, `正则表达式写得不对：${reason}，请改正，或改用“text”写要找的文字。`);
  }
}

/** A paragraph, or a section's title, with the places of the words in it. */
export interface Hit {
  readonly block: TextBlock;
  readonly section: string;
  readonly places: readonly { readonly index: number; readonly text: string }[];
}

/** Where the explanation, its headings included, has the words. */
export function hitsIn(disclosure: Disclosure, { pattern }: Needle): readonly Hit[] {
  const titles = disclosure.explanation.map(({ title, origin }) => ({
    block: { text: title, origin },
    section: title,
  }));
  return [...titles, ...passages(disclosure)]
    .map(({ block, section }) => ({ block, section, places: placesIn(block, pattern) }))
    .filter(({ places }) => places.length > 0);
}

/** Whether a section, or the part of the document it stands in, is titled so. */
export function hasSection(disclosure: Disclosure, { pattern }: Needle): boolean {
  const titles = disclosure.explanation.flatMap(({ title, part }) => [title, part ?? '']);
  return titles.some((title) => title.search(pattern) >= 0);
}
