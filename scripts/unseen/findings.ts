/**
 * What would be read and said of documents had nobody seen them: npx tsx scripts/unseen/findings.ts FOLDER… [--only=untitled,broken] [--seeds=2]
 * A document printed another way has the mistakes that it has, so an error told of it that was not told before is false: a reading
 * that went wrong and was blamed on the document. Printed by distortion: how many of the amounts are understood, of which as many
 * were before, and each such error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { squeeze } from '@mingsuan/core/text/fold';
import { openLayout, understand } from '../../packages/documents/src/read.ts';
import { DISTORTIONS } from './distort.ts';
import { randomOf } from './distortion.ts';

/** Larger ones say the same at length. */
const MOST_PAGES = 60;

/** The digits that a figure is told by, whatever unit it is printed in, and however it is grouped. */
const digitsOf = (text: string): string =>
  squeeze(text)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');

/** How the last figure that an error rests on is told: as printed, but by its digits where the unit or the grouping is another,
 * and not at all where it is rounded. */
const FIGURE: Readonly<Record<string, (text: string) => string>> = {
  inYuan: digitsOf,
  otherDigits: digitsOf,
  tenths: () => '',
  wholes: () => '',
  bareWholes: () => '',
};

type Errors = readonly { rule: string; message: string; figure: string }[];

const errorsOf = (reading: DocumentReading): Errors =>
  checkDocument(reading)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, message, evidence }) => ({ rule, message, figure: evidence.at(-1)?.text ?? '' }));

/** Errors that were not told of the document as printed: whatever words tell them, of another rule or another figure. */
function newOf(before: Errors, after: Errors, figure = (text: string) => text): Errors {
  const idOf = (error: Errors[number]) => `${error.rule} ${figure(error.figure)}`;
  const known = new Set(before.map(idOf));
  return [...new Map(after.map((error) => [idOf(error), error])).entries()].flatMap(([id, error]) =>
    known.has(id) ? [] : [error],
  );
}

interface Total {
  errors: number;
  printed: number;
  read: number;
}

const args = process.argv.slice(2);
const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option('only')?.split(',');
const seeds = Array.from({ length: Number(option('seeds') ?? 1) }, (_, i) => i + 1);
const chosen = Object.entries(DISTORTIONS).filter(([name]) => only === undefined || only.includes(name));
const totals = new Map(chosen.map(([name]) => [name, { errors: 0, printed: 0, read: 0 } as Total]));
const asPrinted: Total = { errors: 0, printed: 0, read: 0 };
const count = (total: Total, { coverage }: DocumentReading) => {
  total.printed += coverage?.amounts.printed ?? 0;
  total.read += coverage?.amounts.read ?? 0;
};
const folders = args.filter((arg) => !arg.startsWith('--'));
for (const path of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
  if (!/\.(?:pdf|docx|xlsx|html|txt)$/.test(path)) continue;
  const file = path.split('/').at(-1);
  try {
    const opened = await openLayout(path, new Uint8Array(readFileSync(path)));
    if ('readings' in opened || opened.layout.pages.length > MOST_PAGES) continue;
    const printed = await understand(path, opened.layout, []);
    const before = errorsOf(printed);
    count(asPrinted, printed);
    for (const [name, distort] of chosen)
      for (const seed of seeds) {
        const reading = await understand(path, distort(opened.layout, randomOf(seed)), []);
        const total = totals.get(name)!;
        count(total, reading);
        for (const { rule, message } of newOf(before, errorsOf(reading), FIGURE[name])) {
          total.errors += 1;
          console.log(`  ${name} ${seed}  ${file}  ${rule} ${message}`);
        }
      }
  } catch (fault) {
    console.log(`  ${file}  ${fault instanceof Error ? fault.message : fault}`);
  }
}
const share = ({ read, printed }: Total) => `${((100 * read) / printed).toFixed(1)}%`;
console.log(`as printed  ${share(asPrinted)}`);
for (const [name, total] of totals) console.log(`${name}  false errors ${total.errors}  understood ${share(total)}`);
