/** The places that could not be read, under either command's document. */
import type { Problem } from '@mingsuan/core/disclosure';
import { type AlikeProblems, placesOf, problemsAlike } from '@mingsuan/core/problems-alike';
import type { Page } from './page.ts';
import { wrap } from './width.ts';

const MOST = 20;
const MOST_PLACES = 12;

/** What was not read or not understood, a line for those that say the same, the first ones only where there are many. */
export function problemLines(problems: readonly Problem[], { words, paint, width }: Page): string[] {
  if (problems.length === 0) return [];
  const lines = [`  ${paint('yellow', words.notRead)}`];
  const alike = problemsAlike(problems);
  for (const each of alike.slice(0, MOST))
    for (const [index, line] of wrap(told(each, words), width - 6).entries())
      lines.push(`    ${index === 0 ? '!' : ' '} ${line}`);
  const left = alike.slice(MOST).reduce((sum, { others }) => sum + 1 + others.length, 0);
  if (left > 0) lines.push(`    ${words.more(left)}`);
  return lines;
}

function told({ problem: { message, origin }, others }: AlikeProblems, words: Page['words']): string {
  const place = origin ? words.place(origin) : '';
  const text = place && !message.replaceAll(' ', '').includes(place) ? `${place} ${message}` : message;
  if (others.length === 0) return text;
  const places = placesOf(others, words.place);
  const named = places.length > MOST_PLACES ? [...places.slice(0, MOST_PLACES), '…'] : places;
  return `${text}${words.alsoThere(others.length, named)}`;
}
