/** How much of a document was read, under either command's document: one line first, what was not read as a table below. */
import type { Coverage } from '@mingsuan/core/model/coverage';
import { isWhollyRead, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import type { Page } from './page.ts';
import { wrap } from './width.ts';

const MOST = 20;

/** The first line of a document; none where it was made and nothing was read. */
export function coverageLine(coverage: Coverage | undefined, { words, paint }: Page): string[] {
  if (!coverage) return [];
  const color = isWhollyUnderstood(coverage) ? 'green' : isWhollyRead(coverage) ? 'dim' : 'yellow';
  return [`  ${paint(color, words.coverage(coverage))}`];
}

/** The tables that were not read in full or are not checked, each by its own title and place. */
export function coverageLines(coverage: Coverage | undefined, { words, width }: Page): string[] {
  const partly = coverage?.perTable.filter(({ state }) => state !== 'read') ?? [];
  const lines = partly.slice(0, MOST).flatMap((table) => {
    const place = words.place(table);
    return wrap(`${place}${place ? ' ' : ''}${words.tableState(table)}`, width - 6);
  });
  if (partly.length > MOST) lines.push(words.more(partly.length - MOST));
  return lines.map((line) => `    ${line}`);
}
