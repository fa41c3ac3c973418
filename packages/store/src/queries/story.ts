/** What changed against the year before and why, in the agency's own words: the sentences of its explanation that say so. */
import type { ExplanationSection, Origin } from '@mingsuan/core/disclosure';
import { plainText } from '@mingsuan/core/text/fold';
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
/** A sentence that gives the reason of what the one before it tells. */
const REASON = /^(?:其?(?:增减|增加|减少|变动|变化|持平|下降|增长)(?:变化)?的?)?(?:其?主要)?(?:是|原因|由于|因为)/;
const MOST = 6;

/** The most telling first: of totals before their parts, as the measures are listed. Empty where nothing is said. */
export async function disclosureStory({ db }: Pick<Store, 'db'>, id: number): Promise<readonly StorySentence[]> {
  const { rows: mentions } = await sql<{ quantity: string; text: string; origin: Origin }>`
    select quantity, text, origin from mentions
    where disclosure_id = ${id} and aspect = 'change' order by ordinal`.execute(db);
  const sections = await db
    .selectFrom('explanation')
    .select('content')
    .where('disclosure_id', '=', id)
    .orderBy('ordinal')
    .execute();
  const paragraphs = sections.flatMap(({ content }) => (content as ExplanationSection).paragraphs);
  const times = new Map<string, number>();
  const found = new Map<string, StorySentence>();
  for (const { quantity, text, origin } of mentions) {
    const clause = plainText(text);
    const place = paragraphs.findLastIndex(
      (one) => isBefore(one.origin, origin) && plainText(one.text).includes(clause),
    );
    if (place < 0) continue;
    // A paragraph may say the same of several figures, one after the other.
    const key = `${place} ${clause}`;
    const at = times.get(key) ?? 0;
    times.set(key, at + 1);
    const sentence = sentenceOf(sentencesOf(paragraphs[place]!.text), clause, at);
    if (!sentence || found.has(sentence)) continue;
    const measure = MEASURE_DEFINITIONS.find(({ quantities }) => quantities.includes(quantity));
    found.set(sentence, { measure: measure?.id ?? null, text: sentence, origin });
  }
  const rank = ({ measure }: StorySentence) => {
    const at = MEASURE_DEFINITIONS.findIndex(({ id: one }) => one === measure);
    return at < 0 ? MEASURE_DEFINITIONS.length : at;
  };
  return [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

/** Whether a paragraph begins where a line stands, or before it, in the same file. A line is a little higher than its text. */
function isBefore(paragraph: Origin, line: Origin): boolean {
  if (paragraph.source !== line.source || paragraph.sheet !== line.sheet) return false;
  const at = ({ page = 0, box, line: number = 0 }: Origin) => page * PAGE + (box?.[1] ?? 0) + number;
  return at(paragraph) <= at(line) + SLACK;
}

/** More than any page is high, in points. */
const PAGE = 1e6;
const SLACK = 2;

/** Sentences with their stops; a stop within brackets ends none. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, letter] of [...text.matchAll(/[（(]|[)）]|。/g)].map((found) => [found.index, found[0]] as const)) {
    if ('（('.includes(letter)) depth += 1;
    else if ('）)'.includes(letter)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      sentences.push(text.slice(start, i + 1));
      start = i + 1;
    }
  }
  // A bracket that nobody closed says nothing of where sentences end.
  if (depth > 0) return text.split(/(?<=。)/);
  return start < text.length ? [...sentences, text.slice(start)] : sentences;
}

/** A sentence that compares without saying what. */
const NO_SUBJECT = /^(?:[比较]|与[^，。]{1,14}相比[，,]?(?:增|减|下降|上升|持平|基本))/;

/** The sentence that says a clause for the `at`th time, with the one after it where that gives the reason; undefined where none is given. */
function sentenceOf(sentences: readonly string[], clause: string, at: number): string | undefined {
  const places = sentences.flatMap((sentence, i) =>
    Array.from({ length: plainText(sentence).split(clause).length - 1 }, () => i),
  );
  const place = places[Math.min(at, places.length - 1)];
  if (place === undefined) return undefined;
  const [own = '', next = ''] = sentences.slice(place, place + 2);
  // What is compared may be named by the sentence before.
  const subject = place > 0 && NO_SUBJECT.test(plainText(own)) ? sentences[place - 1]! : '';
  if (WHY.test(own)) return `${subject}${own}`.trim();
  return REASON.test(plainText(next)) ? `${subject}${own}${next}`.trim() : undefined;
}
