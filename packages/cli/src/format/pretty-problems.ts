/** The places that could not be read, under either command's document. */
import type { Problem } from '@mingsuan/core/disclosure';
import type { Page } from './page.ts';
import { wrap } from './width.ts';

const MOST = 20;

/** What was not read or not understood, a line each, the first ones only where there are many. */
export function problemLines(problems: readonly Problem[], { words, paint, width }: Page): string[] {
  if (problems.length === 0) return [];
  const lines = [`  ${paint('yellow', words.notRead)}`];
  for (const { message, origin } of problems.slice(0, MOST)) {
    const place = origin ? words.place(origin) : '';
    const text = place && !message.includes(place) ? `${place} ${message}` : message;
    for (const [index, line] of wrap(text, width - 6).entries()) lines.push(`    ${index === 0 ? '!' : ' '} ${line}`);
  }
  if (problems.length > MOST) lines.push(`    ${words.more(problems.length - MOST)}`);
  return lines;
}
