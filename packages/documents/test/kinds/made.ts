/** Reading made-up tables of a kind, and the laws that every kind keeps. */
import type { Disclosure, RecordTable } from '@mingsuan/core/disclosure';
import { publishReading } from '@mingsuan/core/model/published';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { WRITE_FORMATS } from '../../src/write-formats.ts';
import { disclosure, row, statement } from '../compose/make.ts';
import { meaningOf } from '../compose/same-meaning.ts';

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('|', '\t'));

/** A document of one table and nothing else; `|` separates cells, and covers the reading's problems. */
export async function readMade(text: string): Promise<{ disclosure: Disclosure; problems: readonly string[] }> {
  const { disclosures, problems } = await readDocument('a.txt', bytes(`某市某局2026年部门预算\n\n${text}`));
  return { disclosure: disclosures[0]!, problems: problems.map(({ code }) => code) };
}

/** Values without their places. */
export const told = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, each) => (name === 'origin' ? undefined : each));

/** Written in every format and read back, and taken back from JSON: what a table of a kind holds stays. */
export function keepsItsMeaning(property: string, text: string): void {
  it.each(WRITE_FORMATS)('is written as %s and read back', async (format) => {
    const tables: readonly RecordTable[] = (await readMade(text)).disclosure.tables;
    const one = disclosure({
      statements: [statement('general-public', ['total'], [row('total', '合计', { total: '1.00' })])],
    });
    const back = await readDocument(`a.${format}`, await writeDocument([{ ...one, tables }], format));
    expect(meaningOf([{ ...one, tables: back.disclosures[0]!.tables }])).toEqual(meaningOf([{ ...one, tables }]));
  });

  it('stands in the JSON, and is taken back', async () => {
    const reading = await readDocument('a.txt', bytes(`某市某局2026年部门预算\n\n${text}`));
    const json = JSON.stringify({ documents: [publishReading(reading)] });
    expect(JSON.parse(json).documents[0].disclosures[0][property].length).toBeGreaterThan(0);
    const back = await readDocument('a.json', new TextEncoder().encode(json));
    expect(back.disclosures).toEqual(JSON.parse(JSON.stringify(reading.disclosures)));
  });
}
