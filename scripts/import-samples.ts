/**
 * Makes samples/*.json from the published texts in ../shared/seeds: facts and figures only. Figures that only the words of a
 * document state get sentences of our own.
 * Run by hand when the output contract changes: npx tsx scripts/import-samples.ts
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disclosure, ExplanationSection } from '@mingsuan/core/disclosure';
import { DUTY_PERFORMANCE, PERFORMANCE } from '@mingsuan/core/kinds/index';
import { publish } from '@mingsuan/core/model/published';
import { type Fen, formatAmount } from '@mingsuan/core/money';
import { readMentions } from '@mingsuan/core/words/index';
import { readDocument } from '@mingsuan/documents/read';
import { MEASURE_DEFINITIONS } from '@mingsuan/store/measures';
import { measureValues } from '@mingsuan/store/projection/measures';

const root = join(import.meta.dirname, '..');
const seeds = join(root, '../shared/seeds');
const samples = join(root, 'samples');

/** Keeps tables; the words are written anew from the figures. */
function figuresOnly(disclosure: Disclosure): Disclosure {
  const tables = disclosure.tables.filter(({ form }) => form !== PERFORMANCE.id && form !== DUTY_PERFORMANCE.id);
  return { ...disclosure, contents: [], explanation: wordsOf(disclosure), tables };
}

/** What the document's words alone know (last year's figures, or all where it prints no statements), a sentence each. */
function wordsOf(disclosure: Disclosure): ExplanationSection[] {
  const { year } = disclosure;
  const values = measureValues(disclosure, readMentions(disclosure));
  const sentences = MEASURE_DEFINITIONS.flatMap(({ id, name }) => {
    const [own, last] = [year!, year! - 1].map((of) => values.find((v) => v.measure === id && v.year === of));
    if (!own || (!last && own.source === 'table')) return [];
    const now = `${year}年${name.replace(/预算$/, '')}预算${formatAmount(own.fen, '万元')}万元`;
    return [last ? `${now}，${against(year! - 1, own.fen - last.fen)}。` : `${now}。`];
  });
  const paragraphs = sentences.map((text, i) => ({ text, origin: { line: i + 2 } }));
  return [{ number: '一', title: '预算安排情况', text: sentences.join('\n'), paragraphs, origin: { line: 1 } }];
}

const against = (year: number, change: Fen): string =>
  change === 0
    ? `与${year}年预算持平`
    : `比${year}年预算${change > 0 ? '增加' : '减少'}${formatAmount(Math.abs(change), '万元')}万元`;

/** What the sample knows other than the document; printed, so that whoever runs this sees it. */
function lost(before: Disclosure, after: Disclosure): string[] {
  const known = (disclosure: Disclosure) =>
    measureValues(disclosure, readMentions(disclosure)).map(({ measure, year, stage, fen }) =>
      [measure, year, stage, fen].join(' '),
    );
  const own = new Set(known(after));
  return known(before).filter((value) => !own.has(value));
}

mkdirSync(samples, { recursive: true });
for (const file of readdirSync(seeds)) {
  const reading = await readDocument(file, new Uint8Array(readFileSync(join(seeds, file))));
  const disclosures = reading.disclosures.map(figuresOnly);
  const first = disclosures[0];
  if (!first) continue;
  for (const [i, disclosure] of disclosures.entries()) console.log(file, lost(reading.disclosures[i]!, disclosure));
  const name = `${first.agency.code}-${first.agency.name}-${first.year}.json`;
  writeFileSync(
    join(samples, name),
    `${JSON.stringify({ documents: [{ source: name.replace(/\.json$/, ''), disclosures: disclosures.map(publish), problems: [] }] }, null, 1)}\n`,
  );
}
