/**
 * Makes samples/*.json from the published texts in ../shared/seeds: facts and figures only, without running text.
 * Run by hand when the output contract changes: npx tsx scripts/import-samples.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { readDocument } from '@mingsuan/documents/read';

const root = join(import.meta.dirname, '..');
const seeds = join(root, '../shared/seeds');
const samples = join(root, 'samples');

/** Keeps tables; drops the words: explanation, performance targets, duties. */
function figuresOnly(disclosure: Disclosure): Disclosure {
  return {
    ...disclosure,
    contents: [],
    explanation: [],
    dutyPerformance: [],
    performance: [],
  };
}

mkdirSync(samples, { recursive: true });
for (const file of readdirSync(seeds)) {
  const reading = await readDocument(file, new Uint8Array(readFileSync(join(seeds, file))));
  const disclosures = reading.disclosures.filter((d) => d.statements.length > 0).map(figuresOnly);
  const first = disclosures[0];
  if (!first) continue;
  const name = `${first.agency.code}-${first.agency.name}-${first.year}.json`;
  writeFileSync(
    join(samples, name),
    `${JSON.stringify({ documents: [{ source: name.replace(/\.json$/, ''), disclosures, problems: [] }] }, null, 1)}\n`,
  );
}
