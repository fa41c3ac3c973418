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

/** A sentence that only gives the figures, or what they are for, tells no reason. */
const WHY = /主要(?!用于|包括)|原因|由于|因为/;
/** A sentence that gives the reason of what the one before it tells. */
const REASON = /^(?:其?(?:增减|增加|减少|变动|变化|持平|下降|增长)(?:变化)?的?)?(?:其?主要)?(?:是|原因|由于|因为)/;
/** An opening that nothing follows: 主要原因：, or at once the parts, 主要原因是其中：1.…. */
const OPEN = /原因(?:主要)?[是为：:，,]*$/;
const EMPTY = /原因(?:主要)?[是为：:，,]*(?:其中.*|[。；]?)$/;
const MOST = 6;

/** The most telling first: of totals before their parts, as the measures are listed. Empty where nothing is said; undefined where there is no such disclosure. */
export async function disclosureStory(
  { db }: Pick<Store, 'db'>,
  id: number,
): Promise<readonly StorySentence[] | undefined> {
  const known = await db.selectFrom('disclosures').select('id').where('id', '=', id).executeTakeFirst();
  if (!known) return undefined;
  const { rows: mentions } = await sql<{ quantity: string; text: string; origin: Origin }>`
    select quantity, text, origin from mentions
    where disclosure_id = ${id} and aspect = 'change' order by ordinal`.execute(db);
  const sections = await db
    .selectFrom('explanation')
    .select('content')
    .where('disclosure_id', '=', id)
    .orderBy('ordinal')
    .execute();
  const paragraphs = sections.flatMap(({ content }) => withReasonsBelow((content as ExplanationSection).paragraphs));
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
  for (const { text, origin } of reasonsIn(paragraphs))
    if (![...found.keys()].some((told) => told.includes(text) || text.includes(told)))
      found.set(text, { measure: null, text, origin });
  const rank = ({ measure }: StorySentence) => {
    const at = MEASURE_DEFINITIONS.findIndex(({ id: one }) => one === measure);
    return at < 0 ? MEASURE_DEFINITIONS.length : at;
  };
  return [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

/** A paragraph that ends where its reason is to come goes on with the one below it. */
const withReasonsBelow = (paragraphs: ExplanationSection['paragraphs']): ExplanationSection['paragraphs'] =>
  paragraphs.map((paragraph, i) => {
    const below = paragraphs[i + 1];
    return below && OPEN.test(plainText(paragraph.text))
      ? { ...paragraph, text: `${paragraph.text}${below.text}` }
      : paragraph;
  });

/** What a sentence that gives the reason of a change says, whatever it is of: figures that did not move, an item, all of a fund. */
const CHANGED = /[增减升降]|持平|变[化动]|[大小]于/;
const REASONED = /原因|由于|因为/;

const reasonsIn = (paragraphs: ExplanationSection['paragraphs']): readonly Pick<StorySentence, 'text' | 'origin'>[] =>
  paragraphs.flatMap(({ text: paragraph, origin }) => {
    const sentences = sentencesOf(paragraph);
    return sentences.flatMap((sentence, place) => {
      const text =
        CHANGED.test(sentence) && !REASON.test(plainText(sentence)) ? withReason(sentences, place) : undefined;
      return text !== undefined && REASONED.test(text) ? [{ text, origin }] : [];
    });
  });

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
const NO_SUBJECT =
  /^(?:[比较]|与[^，。]{1,14}(?:相比)?[，,]?(?:增|减|下降|上升|持平|基本)|20\d\d年?(?:当年)?(?:预算)?(?:执行|安排|决算))/;
/** One that tells what something is for, or is a stop printed twice, is not what the next compares. */
const PURPOSE = /^(?:(?:主要)?用于|.?$)/;

/** The sentence that says a clause for the `at`th time, as `withReason`. */
function sentenceOf(sentences: readonly string[], clause: string, at: number): string | undefined {
  const places = sentences.flatMap((sentence, i) =>
    Array.from({ length: plainText(sentence).split(clause).length - 1 }, () => i),
  );
  const place = places[Math.min(at, places.length - 1)];
  return place === undefined ? undefined : withReason(sentences, place);
}

/** A sentence with the one after it where that gives the reason, and the one before that names what is compared; undefined where no reason is given. */
function withReason(sentences: readonly string[], place: number): string | undefined {
  const [own = '', next = ''] = sentences.slice(place, place + 2);
  const hasOwn = WHY.test(own);
  if (EMPTY.test(plainText(hasOwn ? own : next)) || (!hasOwn && !REASON.test(plainText(next)))) return undefined;
  const named = NO_SUBJECT.test(plainText(own))
    ? sentences.findLastIndex((one, i) => i < place && !PURPOSE.test(plainText(one)))
    : -1;
  const subject = named < 0 ? '' : `${sentences[named]}${named < place - 1 ? '……' : ''}`;
  return `${subject}${own}${hasOwn ? '' : next}`.trim();
}
