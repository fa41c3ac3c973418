/** The running text of a disclosure, paragraph by paragraph, and findings about a place in it. */

import type { Disclosure, Origin, TextBlock } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { OVERALL_PERFORMANCE, PERFORMANCE, PROJECTS } from '../../kinds/index.ts';
import { derived } from '../../memo.ts';
import { listedTables, rowsOf } from '../../model/tables.ts';
import { unspaced } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Rule } from '../rule.ts';

export interface Passage {
  readonly block: TextBlock;
  readonly section: string;
}

/** The paragraphs of the explanation, then the notes under the tables. */
export const passages = derived((disclosure: Disclosure): readonly Passage[] => {
  const notes = [...disclosure.statements, ...listedTables(disclosure)].flatMap(({ note, origin, title }) =>
    note ? [{ block: { text: note, origin }, section: title }] : [],
  );
  return [
    ...disclosure.explanation.flatMap((section) =>
      section.paragraphs.map((block) => ({ block, section: section.title || section.part || '' })),
    ),
    ...notes,
  ];
});

/** Every printed line that is no cell of a table: the running text, the notes, goals and what projects are for, and the headings and titles above them. */
export const printedLines = derived((disclosure: Disclosure): readonly Passage[] => {
  const { explanation, statements, contents } = disclosure;
  const titled = [
    ...contents,
    ...explanation,
    ...explanation.flatMap(({ part, origin }) => (part ? [{ title: part, origin }] : [])),
    ...statements,
    ...listedTables(disclosure),
  ];
  const goals = [
    ...[...rowsOf(disclosure, PERFORMANCE), ...rowsOf(disclosure, OVERALL_PERFORMANCE)].map(
      ({ goal, origin, title }) => ({
        texts: [goal],
        origin,
        section: title,
      }),
    ),
    ...rowsOf(disclosure, PROJECTS).map(({ purpose, goal, origin, label }) => ({
      texts: [purpose, goal],
      origin,
      section: label,
    })),
  ].flatMap(({ texts, origin, section }) =>
    texts.flatMap((text) => (text ? [{ block: { text, origin }, section }] : [])),
  );
  const running = [...passages(disclosure), ...goals];
  const told = new Set(running.map(({ block }) => unspaced(block.text)));
  const titles = titled.flatMap(({ title, origin }) => {
    const key = unspaced(title);
    if (key === '' || told.has(key)) return [];
    told.add(key);
    return [{ block: { text: title, origin }, section: title }];
  });
  return [...running, ...titles];
});

const CONTEXT = 12;

/** The words around a place, cut to a readable length. */
export function quote(text: string, from: number, to = from + 1): string {
  const start = Math.max(0, from - CONTEXT);
  const end = Math.min(text.length, to + CONTEXT);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The printed line that holds a place in the paragraph. */
export function lineAt(block: TextBlock, index: number): Origin {
  let at = 0;
  for (const line of block.lines ?? []) {
    at += line.text.length;
    if (index < at) return line.origin;
  }
  return block.lines?.at(-1)?.origin ?? block.origin;
}

/** A finding of a rule about words of a disclosure. */
export function textFinding(
  rule: Pick<Rule, 'id' | 'severity'>,
  disclosure: Disclosure,
  message: string,
  evidence: readonly Evidence[],
  suggestion?: string,
): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    agency: disclosure.agency.name,
    message,
    evidence,
    ...(suggestion ? { suggestion } : {}),
  };
}

/** One finding for all places of a kind within one paragraph. */
export function placesIn(block: TextBlock, pattern: RegExp): { index: number; text: string }[] {
  return matchesOf(block.text, pattern).map((match) => ({ index: match.index, text: match[0] }));
}
