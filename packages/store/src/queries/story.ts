/** What changed against the year before and why, in the agency's own words: the sentences of its explanation that say so. */
import type { ExplanationSection, Origin } from '@mingsuan/core/disclosure';
import { sql } from 'kysely';
import { MEASURE_DEFINITIONS } from '../measures.ts';
import type { Store } from '../open.ts';

export interface StorySentence {
  /** The measure that it speaks of; null for another figure. */
  readonly measure: string | null;
  readonly text: string;
  readonly origin: Origin;
}

/** A sentence that only gives the figures tells no reason. */
const WHY = /主要|原因|由于|因为/;
const MOST = 6;

/** The most telling first: of totals before their parts, as the measures are listed. Empty where nothing is said. */
export async function disclosureStory({ db }: Pick<Store, 'db'>, id: number): Promise<readonly StorySentence[]> {
  const { rows: mentions } = await sql<{ quantity: string; text: string }>`
    select quantity, text from mentions where disclosure_id = ${id} and aspect = 'change' order by ordinal`.execute(db);
  const sections = await db
    .selectFrom('explanation')
    .select('content')
    .where('disclosure_id', '=', id)
    .orderBy('ordinal')
    .execute();
  const paragraphs = sections.flatMap(({ content }) => (content as ExplanationSection).paragraphs);
  const found = new Map<string, StorySentence>();
  for (const { quantity, text } of mentions) {
    const place = paragraphs.find((paragraph) => paragraph.text.includes(text));
    const sentence = place && sentenceAround(place.text, text);
    if (!sentence || !WHY.test(sentence) || found.has(sentence)) continue;
    const measure = MEASURE_DEFINITIONS.find(({ quantities }) => quantities.includes(quantity));
    found.set(sentence, { measure: measure?.id ?? null, text: sentence, origin: place.origin });
  }
  const rank = ({ measure }: StorySentence) => {
    const at = MEASURE_DEFINITIONS.findIndex(({ id: one }) => one === measure);
    return at < 0 ? MEASURE_DEFINITIONS.length : at;
  };
  return [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

/** From the stop before a clause to the stop after it. */
function sentenceAround(paragraph: string, clause: string): string {
  const at = paragraph.indexOf(clause);
  const from = paragraph.lastIndexOf('。', at) + 1;
  const to = paragraph.indexOf('。', at + clause.length);
  return paragraph.slice(from, to < 0 ? paragraph.length : to + 1).trim();
}
