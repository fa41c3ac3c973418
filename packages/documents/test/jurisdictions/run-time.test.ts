/** A place given as a folder, without building: it is told apart, compiled for, written and read back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/index.ts';
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

describe('yantai', () => {
  it('its example is read back as it was written, under its own template', async () => {
    const template = templateById('yantai-2026', jurisdictions)!;
    const agency = { code: '101001', name: '烟台市某局', level: 'unit' as const };
    const ledger = { ...exampleLedger(2026), agency, region: { code: '370600', name: '烟台市' } };
    const { disclosure } = discloseLedger(ledger, template, jurisdictions);
    const text = writeText(compose([disclosure], template, jurisdictions));
    const reading = await readDocument('yantai.txt', new TextEncoder().encode(text), jurisdictions);
    expect(reading.disclosures.map((each) => each.template)).toEqual(['yantai-2026']);
    expect(figures(reading.disclosures[0]!)).toEqual(figures(disclosure));
  });

  const published = join(import.meta.dirname, '../../../../../shared/samples/cities');
  const names = existsSync(published) ? readdirSync(published).filter((name) => name.startsWith('烟台市')) : [];
  it.skipIf(names.length === 0).each(names.map((name) => [name]))('%s is told to be of its template', async (name) => {
    const reading = await readDocument(name, readFileSync(join(published, name)), jurisdictions);
    expect(reading.disclosures.map((each) => each.template)).toEqual(['yantai-2026']);
  });
});

it('a folder without a jurisdiction says so', async () => {
  const result = await jurisdictionsIn([import.meta.dirname]);
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
    '文件夹里没有 profile.yaml 和 template-年度.yaml，请指到地区的文件夹。',
  ]);
});
