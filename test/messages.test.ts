/** The texts of the interface: every one in both languages, saying the same things of the same values. */
import { type Catalogue, filled, LANGUAGES, textsIn } from '@mingsuan/core/language';
import { REPORT_WORDS } from '@mingsuan/documents/report/html/words';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../packages/cli/src/messages/catalogue.ts';
import { MESSAGES } from '../packages/web/src/i18n/messages/index.ts';

const CATALOGUES: readonly [string, Catalogue][] = [
  ['the command line', CATALOGUE],
  ['the reports', REPORT_WORDS],
  ['the pages', MESSAGES],
];

type Message = readonly [key: string, text: unknown];

/** All texts of a catalogue in one language, by their whole keys. */
function saidIn(catalogue: object, prefix = ''): readonly Message[] {
  return Object.entries(catalogue).flatMap(([name, entry]): readonly Message[] => {
    const key = prefix + name;
    // The titles of commander's help are its own in English.
    return typeof entry === 'object' && name !== 'titles' ? saidIn(entry, `${key}.`) : [[key, entry]];
  });
}

const slotsOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe.each(CATALOGUES)('%s', (_, catalogue) => {
  const [zh, en] = LANGUAGES.map((language) => saidIn(textsIn(catalogue, language)));

  test('has every text in both languages', () => {
    expect(zh!.length).toBeGreaterThan(20);
    expect(en!.map(([key]) => key)).toEqual(zh!.map(([key]) => key));
    for (const said of [zh!, en!]) expect(said.filter(([, text]) => text === undefined || text === '')).toEqual([]);
    expect(en!.map(([key, text]) => [key, typeof text])).toEqual(zh!.map(([key, text]) => [key, typeof text]));
  });

  test('asks for no value in English that the Chinese does not ask for', () => {
    const chinese = new Map(zh);
    const beyond = en!.filter(
      ([key, text]) =>
        typeof text === 'string' && slotsOf(text).some((slot) => !slotsOf(String(chinese.get(key))).includes(slot)),
    );
    expect(beyond.map(([key]) => key)).toEqual([]);
  });
});

test('a text is filled in, and what has no value leaves nothing', () => {
  expect(filled('第 {page} 页，共 {all} 页', { page: 3 })).toBe('第 3 页，共  页');
});
