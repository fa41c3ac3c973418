/**
 * How much of printed tables is read from scans of them, end to end: pages with a text layer are made into poor scans, read, and
 * compared with what the text says. `npm run bench scan -- FILE… [--pages 6] [--levels s200,s150,t200,r200] [--list] [--keep FOLDER]`; `--keep`: lines
 * recognised before are taken from there. Needs `npm run ocr`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading, Origin } from '@mingsuan/core/disclosure';
import type { Layout } from '@mingsuan/documents/layout';
import { understand } from '@mingsuan/documents/read';
import { pdfPages, type RawPage, type Scanner } from '../packages/documents/src/pdf/engine.ts';
import { readPages } from '../packages/documents/src/pdf/read-pages.ts';
import { pictureAsPdf } from '../packages/documents/src/picture/as-pdf.ts';
import { isAmountText } from '../packages/documents/src/recognize/shape/cells.ts';
import { encodePng } from '../packages/documents/src/report/png.ts';
import { loadRecogniser, type Recogniser } from '../packages/documents/src/scan/recogniser.ts';
import { DPI, scanPage } from '../packages/documents/src/scan/scan-page.ts';
import { drawn, FAULTS, type Fault, scanned } from './made-up/scan.ts';

interface Fact {
  readonly fen: number;
  readonly text: string;
  readonly origin: Origin;
}

/** Pages that hold most figures stand together in a disclosure: so many from the first. */
async function textOf(bytes: Uint8Array, most: number): Promise<RawPage[]> {
  const pages: RawPage[] = [];
  for await (const page of pdfPages(bytes)) if (typeof page !== 'number') pages.push(page);
  const figures = pages.map(({ glyphs, rulings }) =>
    rulings.length < 20 ? 0 : glyphs.filter(({ text }) => /\d/.test(text)).length,
  );
  const sums = figures.map((_, i) => figures.slice(i, i + most).reduce((a, b) => a + b, 0));
  const from = sums.indexOf(Math.max(...sums));
  return pages.slice(from, from + most);
}

async function* each<T>(of: readonly T[]): AsyncGenerator<T> {
  yield* of;
}

async function readingOf(
  source: string,
  pages: readonly RawPage[],
): Promise<{ reading: DocumentReading; layout: Layout }> {
  const layout = await readPages(each(pages), 'PDF');
  return { layout, reading: await understand(source, layout, layout.problems) };
}

/** The figures of rows that have one code are one after the other under it. */
function factsOf({ disclosures }: DocumentReading): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  for (const { statements } of disclosures)
    for (const { form, rows } of statements)
      for (const row of rows)
        for (const [column, cell] of Object.entries(row.cells)) {
          if (!cell) continue;
          const key = `${form} ${'side' in row ? row.side : ''} ${row.key} ${column}`;
          const fact = { fen: cell.fen, text: cell.text, origin: cell.origin! };
          facts.set(key, [...(facts.get(key) ?? []), fact]);
        }
  return facts;
}

interface Pair {
  readonly key: string;
  readonly expected?: Fact;
  readonly found?: Fact;
}

/** What was found for what is expected: where a row of several alike was lost, those below it are themselves still. */
function paired(expected: ReadonlyMap<string, readonly Fact[]>, found: ReadonlyMap<string, readonly Fact[]>): Pair[] {
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [before, now] = [[...(expected.get(key) ?? [])], [...(found.get(key) ?? [])]];
    const pairs: Pair[] = [];
    while (before.length > 0 || now.length > 0) {
      const [a, b] = [before[0], now[0]];
      const isSame = a && b && a.fen === b.fen;
      const [skipped, added] = [
        before.findIndex(({ fen }) => fen === b?.fen),
        now.findIndex(({ fen }) => fen === a?.fen),
      ];
      const isLost = !isSame && skipped > 0 && before.length > now.length;
      const isMore = !isSame && !isLost && added > 0 && now.length > before.length;
      pairs.push({
        key,
        ...(a && !isMore ? { expected: before.shift()! } : {}),
        ...(b && !isLost ? { found: now.shift()! } : {}),
      });
    }
    return pairs;
  });
}

const placeOf = ({ page, box }: Origin): string => `${page} ${box?.join(' ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '6' },
    levels: { type: 'string', default: Object.keys(FAULTS).join(',') },
    list: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const recogniser = await loadRecogniser();
if (!recogniser || positionals.length === 0) {
  console.log('needs files, and text recognition (npm run ocr)');
  process.exit(0);
}

/** What the model said of the same lines before, so that what is made of it can be tried again at once. */
const remembering: Recogniser = {
  async read(lines, width) {
    if (values.keep === undefined) return recogniser!.read(lines, width);
    mkdirSync(values.keep, { recursive: true });
    const hash = createHash('sha256').update(String(width));
    for (const line of lines) hash.update(line);
    const path = join(values.keep, `${hash.digest('hex')}.json`);
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    const said = await recogniser!.read(lines, width);
    writeFileSync(path, JSON.stringify(said));
    return said;
  },
};

const total = new Map<string, number[]>();
for (const file of positionals) {
  const bytes = new Uint8Array(readFileSync(file));
  const pages = await textOf(bytes, Number(values.pages));
  const source = basename(file);
  const expected = factsOf((await readingOf(source, pages)).reading);
  for (const level of values.levels.split(',')) await measure(level, FAULTS[level]!);

  async function measure(level: string, fault: Fault): Promise<void> {
    const seen: RawPage[] = [];
    let seconds = 0;
    for (const page of pages) {
      const png = encodePng(scanned(await drawn(bytes, page.number, fault.dpi), fault));
      // Packing the picture is the scanner's work.
      const before = process.cpuUsage();
      const pdf = await pictureAsPdf(png);
      const scanner: Scanner = {
        dpi: DPI,
        scan: (of, raw) => scanPage(of, raw, remembering),
      };
      for await (const raw of pdfPages(pdf, undefined, scanner))
        if (typeof raw !== 'number') seen.push({ ...raw, number: page.number });
      const { user, system } = process.cpuUsage(before);
      seconds += (user + system) / 1e6;
    }
    const { reading, layout } = await readingOf(source, seen);
    const found = factsOf(reading);
    const marked = new Set(
      reading.problems.flatMap(({ code, origin }) => (code === 'doubtful-figure' && origin ? [placeOf(origin)] : [])),
    );
    const accused = checkDocument(reading).findings;
    for (const { evidence } of accused) for (const { origin } of evidence) if (origin) marked.add(placeOf(origin));
    const pairs = paired(expected, found);
    const wrong = pairs.filter(({ expected: a, found: b }) => a && b && a.fen !== b.fen);
    const silent = wrong.filter((pair) => !marked.has(placeOf(pair.found!.origin)));
    const lost = pairs.filter((pair) => !pair.found);
    const more = pairs.filter((pair) => !pair.expected);
    const doubtful = reading.problems.filter(({ code }) => code === 'doubtful-figure');
    const numbers = layout.pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flat().filter(({ text }) => isAmountText(text)) : [],
      ),
    );
    const right = pairs.filter(({ expected: a, found: b }) => a && b && a.fen === b.fen).length;
    const counts = [
      right + wrong.length + lost.length,
      right,
      wrong.length,
      silent.length,
      lost.length,
      more.length,
      numbers.length,
      doubtful.length,
      seconds,
      pages.length,
    ];
    total.set(
      level,
      counts.map((count, i) => count + (total.get(level)?.[i] ?? 0)),
    );
    tell(`${source} ${level}`, counts);
    if (!values.list) return;
    for (const pair of wrong)
      console.log(
        `  wrong ${pair.key}: ${pair.found!.text} for ${pair.expected!.text}${silent.includes(pair) ? ' WITHOUT A MARK' : ''}`,
      );
    for (const { key, expected: a } of lost) console.log(`  lost ${key}: ${a!.text}`);
    for (const { key, found: b } of more) console.log(`  more ${key}: ${b!.text}`);
    for (const { message } of doubtful) console.log(`  ${message}`);
    for (const { severity, message } of accused) if (severity === 'error') console.log(`  error: ${message}`);
  }
}
for (const [level, counts] of total) tell(`all ${level}`, counts);
console.log(`most memory ${(process.resourceUsage().maxRSS / 1024 / 1024).toFixed(2)} GB`);

function tell(
  name: string,
  [
    facts = 0,
    right = 0,
    wrong = 0,
    silent = 0,
    lost = 0,
    more = 0,
    numbers = 0,
    doubtful = 0,
    seconds = 0,
    count = 0,
  ]: readonly number[],
): void {
  console.log(
    `${name}: facts ${right}/${facts} (${wrong} wrong, ${silent} without a mark, ${lost} lost, ${more} more); ` +
      `marks ${doubtful}/${numbers} (${((100 * doubtful) / numbers).toFixed(1)} %); ${(seconds / count).toFixed(1)} s a page`,
  );
}
