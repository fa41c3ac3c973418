/**
 * How much of a folder would be read had nobody seen it: npm run coverage -- FOLDER… --unseen
 * Each document distorted in several ways, and the documents of each city with the vocabulary that all others give.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Layout } from '../../packages/documents/src/layout.ts';
import { openLayout, understand } from '../../packages/documents/src/read.ts';
import { withoutFurniture } from '../../packages/documents/src/recognize/furniture.ts';
import { DISTORTIONS } from './distort.ts';
import { randomOf } from './distortion.ts';
import { forget, wordsOf, wordsPrinted } from './words.ts';

interface Opened {
  readonly name: string;
  readonly layout: Layout;
  readonly reading: DocumentReading;
}

/** Larger ones say the same at length. */
const MOST_PAGES = 150;

async function openAll(folders: readonly string[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const path of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    if (!/\.(?:pdf|docx|xlsx|html|txt)$/.test(path)) continue;
    try {
      const file = await openLayout(path, new Uint8Array(readFileSync(path)));
      if ('readings' in file || file.layout.pages.length > MOST_PAGES) continue;
      opened.push({ name: path, layout: file.layout, reading: await understand(path, file.layout, []) });
    } catch {
      // What cannot be read is counted by the other report.
    }
  }
  return opened;
}

interface Share {
  readonly printed: number;
  readonly read: number;
}

const shareOf = (readings: readonly DocumentReading[]): Share => ({
  printed: readings.reduce((sum, { coverage }) => sum + (coverage?.amounts.printed ?? 0), 0),
  read: readings.reduce((sum, { coverage }) => sum + (coverage?.amounts.read ?? 0), 0),
});

const told = ({ printed, read }: Share): string => `${((100 * read) / printed).toFixed(1)}%`;

const cityOf = ({ disclosures }: DocumentReading): string => disclosures[0]?.region?.code.slice(0, 4) ?? '';

/** The templates of the places that are not the city's own, nor its province's. */
const without = (places: Jurisdictions, city: string): Jurisdictions => ({
  ...places,
  templates: places.templates.filter(({ region }) => region === undefined || !city.startsWith(region)),
});

/** One city with what all others teach, in this process only. */
async function leftOut(opened: readonly Opened[], city: string): Promise<void> {
  const places = without(bundled(), city);
  const words = (isOwn: boolean) =>
    new Set(
      opened
        .filter(({ reading }) => (cityOf(reading) === city) === isOwn)
        .flatMap(({ layout }) => [...wordsOf(withoutFurniture(layout).layout)]),
    );
  const count = forget(words(true), new Set([...words(false), ...wordsPrinted(places)]));
  const own = opened.filter(({ reading }) => cityOf(reading) === city);
  const readings = await Promise.all(own.map(({ name, layout }) => understand(name, layout, [], places)));
  const before = shareOf(own.map(({ reading }) => reading));
  if (before.printed === 0) return;
  const place = own[0]!.reading.disclosures[0]!.region!.name;
  console.log(`  ${place}：少 ${count} 种写法，读懂 ${told(before)} → ${told(shareOf(readings))}`);
}

const args = process.argv.slice(2).filter((arg) => arg !== '--unseen');
const city = args.find((arg) => arg.startsWith('--without='))?.slice('--without='.length);
const folders = args.filter((arg) => !arg.startsWith('--'));
const opened = await openAll(folders);
if (city !== undefined) await leftOut(opened, city);
else {
  console.log(`原样：读懂 ${told(shareOf(opened.map(({ reading }) => reading)))}`);
  for (const [name, distort] of Object.entries(DISTORTIONS)) {
    const readings: DocumentReading[] = [];
    for (const each of opened) readings.push(await understand(each.name, distort(each.layout, randomOf(7)), []));
    console.log(`  ${name}：读懂 ${told(shareOf(readings))}`);
  }
  console.log('换作从没见过的地区（去掉只有这个城市的文件才有的写法）：');
  const cities = new Set(opened.map(({ reading }) => cityOf(reading)).filter((code) => code !== ''));
  for (const each of [...cities].sort()) {
    const self = fileURLToPath(import.meta.url);
    const out = execFileSync(process.execPath, ['--import', 'tsx', self, `--without=${each}`, ...folders], {
      encoding: 'utf8',
    });
    process.stdout.write(out);
  }
}
