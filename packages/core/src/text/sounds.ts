/** Names as they sound, for whoever types pinyin or its initials: 司法局 → `sifaju`, `sfj`. */
import { pinyin } from 'pinyin-pro';

/** So many syllables of a name have a sound; so many are typed from any of them on, in full and by initials. */
const MOST_SYLLABLES = 30;
const IN_FULL = 8;
const BY_INITIALS = 16;

const syllablesOf = (name: string): readonly string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).slice(0, MOST_SYLLABLES);

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable[0]).join('');

/** The words by which a name is found by its sound: from each syllable on, in full and by initials, so that a part of the name will do. */
export function soundWords(name: string): readonly string[] {
  const syllables = syllablesOf(name);
  const words = syllables.flatMap((_, i) => [
    syllables.slice(i, i + IN_FULL).join(''),
    initialsOf(syllables.slice(i, i + BY_INITIALS)),
  ]);
  return [...new Set(words)];
}

/** A whole name by its sound, in full and by initials: what its sound words are parts of. */
export function soundsOf(name: string): string {
  const syllables = syllablesOf(name);
  return `${syllables.join('')} ${initialsOf(syllables)}`;
}
