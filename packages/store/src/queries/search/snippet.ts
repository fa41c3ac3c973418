/** The part of a text around what was searched, with [[hits]] marked. Brackets of the text itself stay single. */
import { foldCase, oneLine } from '@mingsuan/core/text/fold';

const LENGTH = 120;
const BEFORE = 30;

/** At most `length` characters around the first hit. */
export function snippetOf(text: string, parts: readonly string[], length = LENGTH): string {
  const characters = [...oneLine(text).replace(/\[\[|\]\]/g, (pair) => pair[0]!)];
  const folded = characters.map(foldCase);
  const hits = parts.flatMap((part) => occurrences(folded, part)).sort(([a], [b]) => a - b);
  const from =
    length >= characters.length ? 0 : Math.max(0, Math.min((hits[0]?.[0] ?? 0) - BEFORE, characters.length - length));
  const to = Math.min(characters.length, from + length);
  const marked = characters.map((character, i) => {
    const opens = hits.some(([start]) => start === i) && !hits.some(([start, end]) => start < i && i < end);
    const closes = hits.some(([, end]) => end === i + 1) && !hits.some(([start, end]) => start <= i && i + 1 < end);
    return `${opens ? '[[' : ''}${character}${closes ? ']]' : ''}`;
  });
  return `${from > 0 ? '…' : ''}${marked.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
}

/** Starts and ends, in characters, of a folded part in a text folded character by character. */
function occurrences(folded: readonly string[], part: string): [number, number][] {
  const found: [number, number][] = [];
  for (let start = 0; start < folded.length; start++) {
    let rest = part;
    let end = start;
    while (rest !== '' && end < folded.length && folded[end] !== '' && rest.startsWith(folded[end]!)) {
      rest = rest.slice(folded[end]!.length);
      end += 1;
    }
    if (rest === '' && end > start) {
      found.push([start, end]);
      start = end - 1;
    }
  }
  return found;
}
