/**
 * How often one changed amount in a table's cell is reported, in how many findings, and whether the first of them shows that
 * cell: `npm run bench tables`, with folders of documents, a number of changes a document, and `--list` to see those that
 * nothing reported. Every mutation changes one cell of one real document; rows and columns that no equation knows count too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { Cell, Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { parseAmount } from '@mingsuan/core/money';
import { readDocument } from '@mingsuan/documents/read';
import { randomOf } from './generate.ts';
import { mistyped } from './words.ts';

/** One amount of a table: where it stands, and the disclosure with another one there. */
interface CellPlace {
  readonly name: string;
  readonly cell: Cell;
  readonly with: (cell: Cell) => DocumentReading;
  readonly changed: (text: string) => Cell | undefined;
}

/** Every amount that a statement of a reading prints, but none that is nothing. */
function cellsOf(reading: DocumentReading): readonly CellPlace[] {
  return reading.disclosures.flatMap((disclosure, d) =>
    disclosure.statements.flatMap((statement, s) =>
      statement.rows.flatMap((row, r) =>
        Object.entries(row.cells)
          .filter(([, { fen }]) => fen !== 0)
          .map(([column, cell]): CellPlace => {
            const put = (other: Cell): Disclosure => ({
              ...disclosure,
              statements: disclosure.statements.with(s, {
                ...statement,
                rows: statement.rows.with(r, { ...row, cells: { ...row.cells, [column]: other } }),
              }),
            });
            return {
              name: `${statement.form}[${row.key}].${column}`,
              cell,
              with: (other) => ({ ...reading, disclosures: reading.disclosures.with(d, put(other)) }),
              changed: (text) => {
                const amount = parseAmount(text, statement.unit);
                return amount && { ...cell, text, fen: amount.fen };
              },
            };
          }),
      ),
    ),
  );
}

interface Score {
  tried: number;
  found: number;
  alone: number;
  placed: number;
}

const nothing = (): Score => ({ tried: 0, found: 0, alone: 0, placed: 0 });

const sayings = (findings: readonly Finding[]) => new Set(findings.map(({ rule, message }) => `${rule} ${message}`));

/** Prints reported, reported once and rightly placed of tried, by document; `list` prints each change that nothing reported. */
export async function benchTables(folders: readonly string[], most: number, list: boolean): Promise<void> {
  const all = nothing();
  for (const folder of folders.filter(existsSync)) {
    for (const name of readdirSync(folder).filter((file) => /\.(pdf|txt|docx|html|xlsx)$/i.test(file))) {
      const reading = await readDocument(name, new Uint8Array(readFileSync(join(folder, name)))).catch(() => undefined);
      if (!reading) continue;
      const random = randomOf(11);
      const cells = cellsOf(reading);
      const chosen = cells.filter(() => random() < most / cells.length);
      if (chosen.length === 0) continue;
      const before = sayings(checkDocument(reading).findings);
      const own = nothing();
      for (const place of chosen) {
        const cell = place.changed(mistyped(place.cell.text, random));
        if (!cell) continue;
        const after = checkDocument(place.with(cell)).findings;
        const more = after.filter(({ rule, message }) => !before.has(`${rule} ${message}`));
        const shows = more[0]?.evidence.some(({ text, origin }) => text === cell.text && origin === cell.origin);
        for (const score of [all, own]) {
          score.tried += 1;
          if (more.length > 0) score.found += 1;
          if (more.length === 1) score.alone += 1;
          if (shows) score.placed += 1;
        }
        if (list && more.length === 0) console.log(`  - ${place.name} ${place.cell.text}→${cell.text}`);
      }
      console.log(`${ratio(own)}  ${name}`);
    }
  }
  console.log(`${ratio(all)}  合计`);
}

const ratio = ({ tried, found, alone, placed }: Score) =>
  `reported ${found}/${tried}  once ${alone}/${found}  there ${placed}/${found}`;

if (import.meta.url === `file://${process.argv[1]}`) {
  const given = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const most = given.find((each) => /^\d+$/.test(each)) ?? '30';
  const shared = join(import.meta.dirname, '../../shared');
  const folders = given.filter((each) => each !== most);
  const usual = ['seeds', 'samples', 'samples/cities'].map((folder) => join(shared, folder));
  await benchTables(folders.length > 0 ? folders : usual, Number(most), process.argv.includes('--list'));
}
