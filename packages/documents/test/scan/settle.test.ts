import { checkDocument } from '@mingsuan/core/check';
import { expect, test } from 'vitest';
import { understand } from '../../src/read.ts';
import { type Doubtful, madeScan } from './made-scan.ts';

const readOf = async (amount: Doubtful) => {
  const reading = await understand('a.pdf', madeScan(amount), []);
  const figure = reading.disclosures[0]!.statements[0]!.rows[0]!.cells.total;
  return { reading, figure, codes: reading.problems.map(({ code }) => code) };
};

test('what sums settle is taken and told', async () => {
  const { figure, codes, reading } = await readOf(['112.50', '172.50', '412.50']);
  expect(figure).toMatchObject({ fen: 412_500_000, text: '412.50' });
  expect(codes).toContain('settled-figure');
  expect(checkDocument(reading).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what they do not settle stays as it was read, and the document is not accused of it', async () => {
  const { figure, codes, reading } = await readOf(['112.50', '172.50']);
  expect(figure).toMatchObject({ text: '112.50' });
  expect(codes).toContain('doubtful-figure');
  const { findings } = checkDocument(reading);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a doubtful figure that sums bear out alone is settled; where another would do as well it stays doubtful', async () => {
  const { figure, codes } = await readOf(['412.50', '112.50']);
  expect([figure?.text, codes]).toEqual(['412.50', expect.arrayContaining(['settled-figure'])]);
  expect(codes).not.toContain('doubtful-figure');
  // A fen more is no more than rounding explains.
  expect((await readOf(['412.50', '112.50', '412.51'])).codes).toContain('doubtful-figure');
});

test('characters that were lost or seen twice are put right by the sums, another figure is not', async () => {
  for (const read of ['12.50', '4412.50']) {
    const { figure, codes } = await readOf([read, '172.50']);
    expect([figure?.text, codes]).toEqual(['412.50', expect.arrayContaining(['settled-figure'])]);
  }
  const { figure, codes } = await readOf(['63.50', '172.50']);
  expect([figure?.text, codes]).toEqual(['63.50', expect.arrayContaining(['doubtful-figure'])]);
});
