import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading, StatementFormId } from '@mingsuan/core/disclosure';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../shared/cases');
const isThere = existsSync(folder);
if (!isThere) console.log('跳过：没有 ../shared，各类错例的测试未运行');

/** What was read of the case whose file begins with `id`, and what was found in it. */
async function read(id: string) {
  const name = readdirSync(folder).find((each) => each.startsWith(`${id}-`))!;
  const reading = await readDocument(name, new Uint8Array(readFileSync(join(folder, name))));
  return { ...reading, codes: reading.problems.map(({ code }) => code), findings: checkDocument(reading).findings };
}

const rowsOf = ({ disclosures }: DocumentReading, form: StatementFormId) =>
  disclosures.flatMap(({ statements }) => statements.filter((each) => each.form === form)).flatMap(({ rows }) => rows);

const fen = (reading: DocumentReading, form: StatementFormId, key: string, column: string) =>
  rowsOf(reading, form).find((row) => row.key === key)?.cells[column]?.fen;

/** The made cases are one document; what each must give is what it says undisturbed. */
const forms = (reading: DocumentReading) =>
  reading.disclosures.flatMap(({ statements }) => statements.map((s) => s.form));
const amounts = (reading: DocumentReading) =>
  reading.disclosures.flatMap(({ statements }) =>
    statements.flatMap(({ form, rows }) =>
      rows.flatMap(({ side, key, cells }) =>
        Object.entries(cells).map(([column, cell]) => [form, side, key, column, cell.fen].join(' ')),
      ),
    ),
  );

describe.skipIf(!isThere)('cases', () => {
  it('s01 bold made by printing twice is read once', async () => {
    const reading = await read('s01');
    expect(fen(reading, 'general-public', '2080505', 'total')).toBe(36_200_000);
    expect(amounts(reading)).toEqual([...UNDISTURBED]);
    expect([reading.codes, reading.findings]).toEqual([[], []]);
  });

  it('s02 元（人民币） is 元', async () => {
    const { disclosures } = await read('s02');
    const units = disclosures.flatMap(({ statements }) => statements.map(({ unit }) => unit));
    expect([...new Set(units)]).toEqual(['元']);
  });

  it('s03 a mark of a note is no digit', async () => {
    const reading = await read('s03');
    expect(fen(reading, 'general-public', '20805', 'total')).toBe(36_200_000);
    expect(reading.findings).toEqual([]);
  });

  it('s04 a wrong comma makes no other number: the cell is told and unread', async () => {
    const reading = await read('s04');
    const row = rowsOf(reading, 'general-public').find(({ key }) => key === '20805')!;
    expect([row.cells.total, row.unread]).toEqual([undefined, ['total']]);
    expect(reading.codes).toEqual(['not-a-number']);
    expect(reading.findings).toEqual([]);
  });

  it('s05 formulas without values are told, and nothing rests on them', async () => {
    const reading = await read('s05');
    expect(reading.codes).toEqual(['formula-without-value']);
    expect(rowsOf(reading, 'expenditure').every(({ cells }) => Object.keys(cells).length === 0)).toBe(true);
    expect(reading.findings).toEqual([]);
  });

  it.each(['s06', 's07', 's08'])('%s tables in GBK are read', async (id) => {
    const reading = await read(id);
    const missing = [...UNDISTURBED].filter((line) => !amounts(reading).includes(line));
    expect(missing).toEqual([]);
  });

  it('s09 a font without characters is told', async () => {
    await expect(read('s09')).rejects.toThrow('字体没有文字编码');
  });

  it.each(['s10', 's12', 's13'])('%s is read as if nothing disturbed it', async (id) => {
    const reading = await read(id);
    expect(amounts(reading)).toEqual([...UNDISTURBED]);
    expect(reading.findings).toEqual([]);
  });

  it('s11 a running header does not split the document', async () => {
    const reading = await read('s11');
    expect(reading.disclosures).toHaveLength(1);
    expect(new Set(forms(reading)).size).toBe(9);
  });

  it('s15 pictures where tables should be are counted', async () => {
    const { problems } = await read('s15');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('14 张图片')]);
  });

  it('s17 a name with brackets and a region inside is checked', async () => {
    const [disclosure] = (await read('s17')).disclosures;
    expect(disclosure!.agency.name).toContain('重庆市棋牌运动管理中心');
  });

  it.each([
    ['c01', 3],
    ['c02', 9],
    ['c03', 9],
    ['c04', 3],
    ['c05', 2],
    ['c07', 9],
    ['c10', 4],
  ])('%s is one disclosure with at least %i statements, none twice', async (id, count) => {
    const reading = await read(id);
    expect(reading.disclosures).toHaveLength(1);
    expect(forms(reading).length).toBeGreaterThanOrEqual(count);
    expect(new Set(forms(reading)).size).toBe(forms(reading).length);
  });

  it('c03 the row of column numbers is no data', async () => {
    const rows = rowsOf(await read('c03'), 'three-publics');
    expect(rows.filter(({ key }) => /^[\d*]+$/.test(key))).toEqual([]);
  });

  it('c05 no sum is judged across a column that was not read', async () => {
    expect((await read('c05')).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('c06 numbers that touch each other are three', async () => {
    const reading = await read('c06');
    expect(reading.codes).not.toContain('not-a-number');
    expect(fen(reading, 'revenue', 'total', 'total')).toBe(174_900_640_000);
    expect(fen(reading, 'revenue', 'total', 'general-public')).toBe(101_833_840_000);
    expect(fen(reading, 'revenue', 'total', 'government-fund')).toBe(41_534_730_000);
  });

  it('c03 a row for each unit below the whole is no second whole, and a justified sentence is no table', async () => {
    const reading = await read('c03');
    const keys = rowsOf(reading, 'three-publics').map(({ key }) => key);
    expect(keys.filter((key) => key === 'total')).toHaveLength(1);
    expect(reading.codes.filter((code) => /^row/.test(code))).toEqual([]);
  });

  it.each([
    ['c04', '福州市商务局', 2026],
    ['c07', '国家信访局', 2026],
    ['c10', '西安市医疗保障局', 2022],
    ['s15', '示例市数据服务局', 2027],
  ])('%s is of %s, and surely so', async (id, name, year) => {
    const [disclosure] = (await read(id)).disclosures;
    expect([disclosure!.agency.name, disclosure!.year]).toEqual([name, year]);
    expect(disclosure!.identity!.agency.confidence).toBe('sure');
  });

  it.each(['c08', 'c12'])('%s gives no finding', async (id) => {
    expect((await read(id)).findings).toEqual([]);
  });
});

/** What s11 says, of which the other made cases are copies. */
const UNDISTURBED: ReadonlySet<string> = new Set(isThere ? amounts(await read('s11')) : []);
