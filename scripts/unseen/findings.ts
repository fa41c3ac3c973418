/**
 * What the checker would say of documents had nobody seen them: npx tsx scripts/unseen/findings.ts FOLDER…
 * A document printed another way has the mistakes that it has, so an error told of it that was not told before is false: a reading
 * that went wrong and was blamed on the document. Printed by distortion, with each such error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { openLayout, understand } from '../../packages/documents/src/read.ts';
import { DISTORTIONS, randomOf } from './distort.ts';

/** Larger ones say the same at length. */
const MOST_PAGES = 60;

/** What an error is of, whatever words tell it: its rule, and the figures that it rests on. */
const errorsOf = (reading: DocumentReading): ReadonlyMap<string, string> =>
  new Map(
    checkDocument(reading)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule, message, evidence }) => [`${rule} ${evidence.at(-1)?.text}`, `${rule} ${message}`]),
  );

const totals = new Map<string, number>();
for (const path of process.argv.slice(2).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
  if (!/\.(?:pdf|docx|xlsx|html|txt)$/.test(path)) continue;
  try {
    const file = await openLayout(path, new Uint8Array(readFileSync(path)));
    if ('readings' in file || file.layout.pages.length > MOST_PAGES) continue;
    const before = errorsOf(await understand(path, file.layout, []));
    for (const [name, distort] of Object.entries(DISTORTIONS)) {
      const after = errorsOf(await understand(path, distort(file.layout, randomOf(1)), []));
      for (const [id, message] of after) {
        if (before.has(id)) continue;
        totals.set(name, (totals.get(name) ?? 0) + 1);
        console.log(`  ${name}  ${path.split('/').at(-1)}  ${message}`);
      }
    }
  } catch (fault) {
    console.log(`  ${path.split('/').at(-1)}  ${fault instanceof Error ? fault.message : fault}`);
  }
}
for (const name of Object.keys(DISTORTIONS)) console.log(`${name}  ${totals.get(name) ?? 0}`);
