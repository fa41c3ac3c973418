/** One figure, whoever asks: the checker's grids, words, comparison, explanation, portal store and pages give the same answer. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDisclosures } from '@mingsuan/core/diff/diff';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { gridsOf } from '@mingsuan/core/equations/disclosure-grids';
import { sourceOf } from '@mingsuan/core/explain/source';
import { addedUp, type Figure, figure, figures } from '@mingsuan/core/figures/index';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { PROCUREMENT } from '@mingsuan/core/kinds/index';
import { publish } from '@mingsuan/core/model/published';
import { addressOf } from '@mingsuan/core/model/quantity';
import { rowsOf } from '@mingsuan/core/model/tables';
import { fitOf } from '@mingsuan/core/rules/words/against-tables';
import { readDocument } from '@mingsuan/documents/read';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { MEASURE_DEFINITIONS } from '@mingsuan/store/measures';
import { measureValues } from '@mingsuan/store/projection/measures';
import { describe, expect, it } from 'vitest';
import { figureOf } from '../packages/web/src/pages/agency/places.ts';

const root = join(import.meta.dirname, '../../shared');
const documents = ['seeds', 'samples', 'samples/cities'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.(txt|pdf)$/.test(name))
        .map((name) => ({ name, path: join(root, folder, name) }))
    : [],
);
if (documents.length === 0) console.log('跳过：没有 ../shared，各处取数一致的测试未运行');

/** The first of a measure's quantities that the tables carry. */
const bestOf = (disclosure: Disclosure, quantities: readonly string[]) =>
  quantities.map((quantity) => ({ quantity, ...figure(disclosure, addressOf(quantity)) })).find((each) => each.figure);

/** The figure at the same place of the grids that equations and comparisons work on. */
function inGrid(disclosure: Disclosure, { form, row, column }: Figure): number | undefined {
  for (const grid of gridsOf(disclosure).tables.values()) {
    if (grid.form !== form) continue;
    for (const [r, line] of grid.rows.entries()) {
      if (line.source !== row && line.key !== row) continue;
      const at = grid.columns.findIndex((key) => (line.sourceColumns?.[key] ?? key) === column);
      const cell = at < 0 ? undefined : grid.cells[r * grid.columns.length + at];
      if (cell) return cell.fen;
    }
  }
  return undefined;
}

/** Whether a comparison of the disclosure with itself has the figure in a row of the form. */
const isCompared = (disclosure: Disclosure, { form, fen }: Figure): boolean =>
  diffDisclosures(disclosure, disclosure).some(
    (row) => row.form === form && Object.values(row.cells).some(({ after }) => after === fen),
  );

/** A sum of procurement that shows a unit price is printed a column off: the grids leave it out. */
const isOff = (disclosure: Disclosure, { form }: Figure): boolean =>
  form === PROCUREMENT.id &&
  rowsOf(disclosure, PROCUREMENT).some(({ kind, unitPrice }) => kind === 'total' && unitPrice !== undefined);

/** What cannot be read, such as a scan, has no figures. */
const read = async (name: string, path: string) => {
  try {
    return await readDocument(name, new Uint8Array(readFileSync(path)));
  } catch (error) {
    if (error instanceof UnreadableInput) return { disclosures: [] };
    throw error;
  }
};

describe.skipIf(documents.length === 0)('one figure for each measure', () => {
  it.each(documents)('$name', async ({ name, path }) => {
    const { disclosures } = await read(name, path);
    for (const disclosure of disclosures) {
      const stored = measureValues(disclosure, []);
      const explained = sourceOf({ disclosure, counts: {}, jurisdictions: bundled() }, {});
      const { year = null, ...content } = disclosure;
      for (const { id, quantities } of MEASURE_DEFINITIONS) {
        const best = bestOf(disclosure, quantities);
        const where = `${disclosure.agency.name} ${id}`;
        // What no table prints as one figure is what its parts come to.
        const sum = quantities.map((quantity) => addedUp(disclosure, quantity)).find((each) => each !== undefined);
        if (year !== null)
          expect(stored.find((value) => value.measure === id && value.source === 'table')?.fen, `store: ${where}`).toBe(
            best ? best.figure?.fen : sum?.fen,
          );
        if (best?.state !== 'printed') continue;
        const { quantity, figure: found } = best;
        expect(explained.level(quantity), `explanation: ${where}`).toBe(found.fen);
        expect(figureOf({ ...publish(content as never), year } as never, quantity)?.fen, `page: ${where}`).toBe(
          found.fen,
        );
        const places = figures(disclosure, addressOf(quantity));
        expect(
          places.some((each) => fitOf(found.fen, found.step, each.fen, each.step) === 'equal'),
          `words: ${where}`,
        ).toBe(true);
        if (isOff(disclosure, found)) continue;
        expect(inGrid(disclosure, found), `equations: ${where}`).toBe(found.fen);
        expect(isCompared(disclosure, found), `comparison: ${where}`).toBe(true);
      }
    }
  });
});
