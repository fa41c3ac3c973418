/** The first texts of an answer are those of a ranking of all, for random questions to random texts, however the index is walked. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { search, tidyTexts } from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { foldedEntry, partsOf } from '../../src/bigrams.ts';
import { textKey } from '../../src/import/texts.ts';
import { searchEntries } from '../../src/projection/search-entries.ts';
import { type Asked, askedOf, type SearchQuestion } from '../../src/queries/search/question.ts';
import { inOrder, TEXT_KINDS, type TextKind, type TextRow } from '../../src/queries/search/text-order.ts';
import { findTexts } from '../../src/queries/search/texts.ts';
import type { Backend } from '../support/backends.ts';
import { made, take, takeOne } from '../support/disclosures.ts';

const WORDS = ['经费', '运行', '维护', '培训', '差旅', '公务', '接待', '住房', '公积金', '信息系统', '第3季度', 'ipv6'];
/** So many that some texts are everybody's, in four regions. */
const AGENCIES = [0, 1, 3, 6, 9, 12, 60, 63, 120, 180];
const YEARS = [2021, 2022];

export function textCases(backend: () => Backend): void {
  const store = () => backend().store;

  it('the first texts are exact, and so is every page after them', async () => {
    const random = randomOf(7);
    const disclosures = AGENCIES.flatMap((agency) => YEARS.map((year) => worded(made({ agency, year }), random)));
    await take(store(), ...disclosures);
    // What was published before and is not any more, and a text that moved: neither is told.
    await take(store(), ...disclosures.slice(0, 4));
    const replaced = worded(made({ agency: 0, year: 2021, draw: 1 }), random);
    await take(store(), replaced);
    const current = [replaced, ...disclosures.slice(1)];
    const check = async (rounds: number) => {
      for (let i = 0; i < rounds; i++) {
        const question = questionOf(random);
        const asked = (await askedOf(store(), question))!;
        const kind = TEXT_KINDS.find((one) => one === question.kind);
        const expected = ranked(current, question, asked);
        for (const few of [0, 400, 1e9]) {
          const told = JSON.stringify({ question, few });
          const first = await findTexts(store(), { asked, kind, after: undefined, limit: 20, few });
          expect(first.rows.map(keyed), told).toEqual(expected.slice(0, 21).map(keyed));
          if (first.all) expect(first.all.length, told).toBe(expected.length);
          const after = expected[Math.floor(random() * expected.length)];
          if (!after) continue;
          const next = await findTexts(store(), { asked, kind, after, limit: 5, few });
          const rest = expected.slice(expected.indexOf(after) + 1);
          expect(next.rows.map(keyed), `${told} after`).toEqual(rest.slice(0, 6).map(keyed));
        }
      }
    };
    await check(20);
    while (await tidyTexts(store()));
    await check(8);
  });

  it('a text of many is looked for in the regions that print it, and by the agencies that do, alone', async () => {
    const sections = (agency: number) => takeOne(store(), worded(made({ agency }), randomOf(agency), '众人都有'));
    const agencies = [0, 3, 6, 9, 12, 15, 60, 63, 66, 69];
    for (const agency of agencies) await sections(agency);
    const places = async () =>
      (await sql<{ places: string }>`select places from search_texts where folded like '众人都有%'`.execute(store().db))
        .rows;
    expect(await places()).toEqual([{ places: 'm130100 m130101' }]);
    const found = async (region: string) => (await search(store(), { q: '众人都有', region })).items.length;
    expect([await found('130101'), await found('130100'), await found('130000')]).toEqual([1, 1, 1]);
    expect([await found('130102'), await found('120000')]).toEqual([0, 0]);
    // As an earlier version left it: anywhere.
    await sql`update search_texts set places = '*' where folded like '众人都有%'`.execute(store().db);
    expect([await found('130101'), await found('130102')]).toEqual([1, 0]);
    await sql`insert into stale_texts select key from search_texts where places = '*'`.execute(store().db);
    while (await tidyTexts(store()));
    expect(await places()).toEqual([{ places: 'm130100 m130101' }]);
  });

  it('regions of many texts are told by the region around them where they are many too', async () => {
    const joined = async (own: string, others: string) =>
      (await sql<{ told: string }>`select joined_places(${own}, ${others}) as told`.execute(store().db)).rows[0]!.told;
    const counties = Array.from({ length: 9 }, (_, i) => `a${i} r13010${i}`).join(' ');
    expect(await joined('', counties)).toBe('m1301*');
    expect(await joined('m1301*', 'a99 r130103')).toBe('m1301*');
    expect(await joined('m1301*', 'a99 r130203')).toBe('m1301* m130203');
    const cities = Array.from({ length: 9 }, (_, i) => `a${i} r130${i}01`).join(' ');
    expect(await joined('', `${cities} a77 r110000`)).toBe('m11* m13*');
    expect(await joined('a1 r130100', 'a2')).toBe('a1 a2 r130100');
    expect(await joined('*', 'a1 r130100')).toBe('*');
    expect(await joined('', Array.from({ length: 9 }, (_, i) => `a${i}`).join(' '))).toBe('m*');
  });

  it('a text that nobody prints any more is gone when texts are tidied; of another its years and places', async () => {
    const { id } = await takeOne(store(), worded(made({ agency: 0 }), randomOf(1), '只此一处'));
    await takeOne(store(), worded(made({ agency: 3 }), randomOf(2), '两处都有'));
    await takeOne(store(), worded(made({ agency: 0, year: 2022 }), randomOf(3), '两处都有'));
    expect((await search(store(), { q: '只此一处' })).items).toHaveLength(1);
    await sql`delete from search_entries where disclosure_id = ${id}`.execute(store().db);
    await sql`update disclosures set is_current = false where year = 2022`.execute(store().db);
    expect((await search(store(), { q: '只此一处' })).items).toHaveLength(0);
    expect((await search(store(), { q: '两处都有' })).items).toMatchObject([{ years: [2023], agencies: 1 }]);
    while (await tidyTexts(store()));
    const { rows } = await sql<{ folded: string; years: string; places: string }>`
      select folded, years, places from search_texts where folded like '%只此一处%' or folded like '%两处都有%'`.execute(
      store().db,
    );
    expect(rows).toEqual([
      { folded: '两处都有\n两处都有', years: '2023', places: expect.stringMatching(/^a\d+ r130100$/) },
    ]);
  });
}

const keyed = ({ group, year, kind, key }: Pick<TextRow, 'group' | 'year' | 'kind' | 'key'>) =>
  `${group} ${year} ${kind} ${key}`;

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const pick = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)]!;

/** With a few sections of random words, some of which others print just so; or with one that is given. */
function worded(disclosure: Disclosure, random: () => number, given?: string): Disclosure {
  const origin = { line: 1 };
  const sections = given
    ? [[given, given] as const]
    : Array.from({ length: 8 }, () => [pick(WORDS, random), some(random).join(pick(['', '、'], random))] as const);
  return {
    ...disclosure,
    explanation: sections.map(([title, text]) => ({ title, text, paragraphs: [{ text, origin }], origin })),
  };
}

const some = (random: () => number) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(WORDS, random));

function questionOf(random: () => number): SearchQuestion {
  const maybe = <T>(values: readonly T[]) => (random() < 0.3 ? pick(values, random) : undefined);
  const words = Array.from({ length: random() < 0.3 ? 2 : 1 }, () => pick([...WORDS, '经费运', '费', '目标'], random));
  if (random() < 0.3) words.unshift(pick(['财政局', '石家庄市教育局', '服务中心'], random));
  return {
    q: words.join(' '),
    kind: maybe(TEXT_KINDS),
    year: maybe(YEARS),
    region: maybe(['130000', '130100', '130102', '120000']),
    level: maybe(['department', 'unit'] as const),
  };
}

/** All texts that answer, in order: the printings one by one. */
function ranked(disclosures: readonly Disclosure[], question: SearchQuestion, asked: Asked): readonly TextRow[] {
  const best = new Map<number, TextRow>();
  const readings = [...asked.readings.entries()].reverse();
  for (const [reading, { texts, owners }] of readings) {
    const found = new Map<number, TextRow>();
    for (const disclosure of disclosures) {
      const { region, agency, year = 0 } = disclosure;
      if (question.year !== undefined && question.year !== year) continue;
      if (question.level && question.level !== agency.level) continue;
      if (question.region && !(region?.code ?? '').startsWith(question.region.replace(/(?:00){1,2}$/, ''))) continue;
      if (owners && !ownersNamed(question, asked).every((part) => `${agency.name} ${region?.name}`.includes(part)))
        continue;
      for (const { kind, title, body } of searchEntries(disclosure)) {
        const folded = foldedEntry(title, body);
        const name = folded.slice(0, folded.indexOf('\n'));
        if (question.kind && kind !== question.kind) continue;
        if (!texts.every((part) => folded.includes(part))) continue;
        const key = textKey(kind, folded);
        const group = texts.every((part) => name.includes(part)) ? 0 : 1;
        const known = found.get(key);
        if (!known || known.year < year) found.set(key, { key, kind: kind as TextKind, year, group, reading });
      }
    }
    for (const row of found.values()) if (!best.has(row.key)) best.set(row.key, row);
  }
  return [...best.values()].sort(inOrder);
}

/** The parts by which owners were found: those that the texts need not contain. */
const ownersNamed = ({ q }: SearchQuestion, { readings }: Asked): readonly string[] =>
  partsOf(q).filter((part) => !readings.at(-1)!.texts.includes(part));
