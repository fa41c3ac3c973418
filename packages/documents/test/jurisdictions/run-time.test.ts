/** A place given as a folder, without building: it is told apart, compiled for, written and read back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosures } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { holdingOf, joinParts, partsOfOne } from '@mingsuan/core/join';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { templateById } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { jurisdictionsIn } from '../../src/jurisdictions/read-folders.ts';
import { readDocument } from '../../src/read.ts';
import { writeText } from '../../src/text/write-text.ts';

const FOLDERS = join(import.meta.dirname, '../../../../jurisdictions');
const loaded = await jurisdictionsIn([FOLDERS]);
if (!loaded.ok) throw new Error(loaded.errors.map(({ file, message }) => `${file} ${message}`).join('\n'));
const { jurisdictions } = loaded;

const figures = ({ statements }: Disclosure) =>
  statements.map(({ form, rows }) => [
    form,
    rows.map(({ key, cells }) => [key, Object.entries(cells).map(([column, { fen }]) => [column, fen])]),
  ]);

const CITIES = [
  ['yantai-2026', '370600', '烟台市'],
  ['fuzhou-2026', '350100', '福州市'],
  ['guangzhou-2026', '440100', '广州市'],
  ['beijing-2026', '110000', '北京市'],
  ['xian-2026', '610100', '西安市'],
  ['shenzhen-2026', '440300', '深圳市'],
  ['hangzhou-2026', '330100', '杭州市'],
  ['chongqing-2026', '500000', '重庆市'],
] as const;

const shared = join(import.meta.dirname, '../../../../../shared');
const filesIn = (folder: string, begins: string) => {
  const path = join(shared, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => name.startsWith(begins)) : [];
};

describe.each(CITIES)('%s', (id, code, city) => {
  const template = templateById(id, jurisdictions)!;
  const disclosed = (ledger: Ledger) => {
    const agency = { code: '101001', name: `${city}某局`, level: 'unit' as const };
    return discloseLedger({ ...ledger, agency, year: 2026, region: { code, name: city } }, template, jurisdictions)
      .disclosure;
  };
  const readBack = async (disclosure: Disclosure) => {
    const text = writeText(compose([disclosure], template, jurisdictions));
    return (await readDocument('a.txt', new TextEncoder().encode(text), jurisdictions)).disclosures;
  };

  it('its example is read back as it was written, under its own template', async () => {
    const disclosure = disclosed(exampleLedger(2026));
    const read = await readBack(disclosure);
    expect(read.map((each) => each.template)).toEqual([id]);
    expect(figures(read[0]!)).toEqual(figures(disclosure));
  });

  it('its words and its tables, written apart, are read back as one', async () => {
    const disclosure = disclosed(exampleLedger(2026));
    const apart = [
      { ...disclosure, statements: [], tables: [], contents: [] },
      { ...disclosure, explanation: [], contents: [] },
    ];
    const read = (await Promise.all(apart.map(readBack))).flat();
    expect(partsOfOne(read.map((each) => ({ ...each, holding: holdingOf(each) })))).toEqual([[0, 1]]);
    const whole = joinParts(read);
    const [written] = await readBack(disclosure);
    expect(figures(whole)).toEqual(figures(disclosure));
    expect(whole.template).toBe(id);
    expect(whole.tables.map(({ form }) => form)).toEqual(written!.tables.map(({ form }) => form));
    // What stands under no heading is what tables left over, wherever they stand.
    const headings = ({ explanation }: Disclosure) =>
      explanation.flatMap(({ number, title }) => (title === '' ? [] : [[number, title]]));
    expect(headings(whole)).toEqual(headings(written!));
  });

  const published = filesIn('samples/cities', city).filter((name) => /部门(?:综合)?预算(?:报表)?\.pdf$/.test(name));
  it.skipIf(published.length === 0).each(published.map((name) => [name]))('%s is told to be of it', async (name) => {
    const reading = await readDocument(name, readFileSync(join(shared, 'samples/cities', name)), jurisdictions);
    expect(reading.disclosures.map((each) => each.template)).toEqual([id]);
  });

  const [seed] = filesIn('seeds', '000_');
  it.skipIf(seed === undefined)('a published unit, compiled anew for the place, has no wrong figure', async () => {
    const reading = await readDocument(seed!, readFileSync(join(shared, 'seeds', seed!)));
    const unit = reading.disclosures.find(({ agency }) => agency.code === '302003')!;
    const disclosure = disclosed(ledgerFrom(unit).ledger);
    const read = await readBack(disclosure);
    expect(figures(read[0]!)).toEqual(figures(disclosure));
    const { findings } = checkDisclosures(read, { jurisdictions });
    // What nobody has answered is asked for, and stays so.
    const asks = (text: string) => text.includes('【请填写：');
    const wrong = findings.filter(
      ({ message, evidence }) => !asks(message) && !evidence.some(({ text }) => asks(text)),
    );
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });
});

it('a folder without a jurisdiction says so', async () => {
  const result = await jurisdictionsIn([import.meta.dirname]);
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
    '文件夹里没有 profile.yaml 和 template-年度.yaml，请指到地区的文件夹。',
  ]);
});
