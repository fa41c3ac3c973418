import { checkDocument } from '@mingsuan/core/check';
import { expect, test } from 'vitest';
import { readCorrected } from '../../src/scan/corrections.ts';
import { type Doubtful, madeScan } from './made-scan.ts';

const ORIGIN = { page: 1, box: [100, 20, 140, 35] as [number, number, number, number] };
const readOf = (amount: Doubtful, text?: string) =>
  readCorrected(
    'a.pdf',
    { layout: madeScan(amount), before: [] },
    text === undefined ? [] : [{ origin: ORIGIN, text }],
  );
const totalOf = ({ reading }: Awaited<ReturnType<typeof readOf>>) =>
  reading.disclosures[0]!.statements[0]!.rows[0]!.cells.total;

test('a doubtful figure is asked about with its sums', async () => {
  const { figures } = await readOf(['112.50', '172.50']);
  expect(figures).toMatchObject([{ origin: ORIGIN, read: '112.50', others: ['172.50'] }]);
  const [{ equations }] = figures as [(typeof figures)[number]];
  expect(equations.length).toBeGreaterThan(1);
  for (const { total, terms } of equations) {
    const own = terms.find(({ origin }) => origin.box?.join() === ORIGIN.box.join());
    // Each of them wants 412.50.
    expect(total + own!.coefficient * (412_500_000 - own!.fen)).toBe(0);
  }
});

test('what a person read stands in its place, is told, and is asked about no more than to take it back', async () => {
  const read = await readOf(['112.50', '172.50'], '412.50');
  expect(totalOf(read)).toMatchObject({ fen: 412_500_000, text: '412.50' });
  expect(read.reading.problems.map(({ code }) => code)).toContain('corrected-figure');
  expect(read.figures).toMatchObject([{ read: '112.50', corrected: '412.50' }]);
  expect(checkDocument(read.reading).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the document is accused of what a person confirmed', async () => {
  const { reading } = await readOf(['112.50', '172.50'], '112.50');
  expect(checkDocument(reading).findings.some(({ severity }) => severity === 'error')).toBe(true);
});

test('what sums settle nobody is asked about', async () => {
  expect((await readOf(['112.50', '172.50', '412.50'])).figures).toEqual([]);
});
