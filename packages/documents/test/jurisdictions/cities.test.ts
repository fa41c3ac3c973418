/**
 * One unit's ledger in the forms of three cities (panels by economic section, a table by unit, words and tables in files of their
 * own): in every format what is written is read back cell by cell, and a check of it finds nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { allAnswered } from '../../../core/src/ledger/areas.ts';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';

const SAMPLE = join(import.meta.dirname, '../../../../samples/302-石家庄市数据资源管理局-2021.json');
const published = (await readDocument('a.json', readFileSync(SAMPLE))).disclosures.find(
  ({ agency }) => agency.code === '302003',
)!;
const restored = ledgerFrom(published).ledger;

/** What the unit's officer confirms, and what the place asks for beside it: figures of last year, reasons, words. */
function finished({ id, years: [year], region = '' }: Template, city: string): Ledger {
  const sure = <T extends { readonly unconfirmed?: unknown }>({ unconfirmed: _, ...line }: T) => line as T;
  const { basic, projects, revenue, procurement, assets } = restored;
  const ledger: Ledger = {
    ...restored,
    template: id,
    year,
    agency: { code: '302003', name: `${city}电子政务中心`, level: 'unit' },
    region: { code: region.padEnd(6, '0'), name: city },
    organization: [],
    lastYear: {},
    basic: basic.map(sure),
    revenue: revenue.map(sure),
    assets: assets.map(sure),
    projects: projects.map((each) => ({
      ...each,
      lines: each.lines.map((line) => ({ economic: '30227', ...sure(line) })),
    })),
    procurement: procurement.map((each) => ({ ...each, amounts: each.amounts.map(sure) })),
  };
  return written({ ...ledger, answers: allAnswered(ledger) }, id);
}

function written(ledger: Ledger, id: string): Ledger {
  const paths = discloseLedger(ledger, templateById(id)!).problems.flatMap((each) =>
    'path' in each ? String(each.path) : [],
  );
  const given = <T>(kind: RegExp, value: T) =>
    Object.fromEntries(paths.flatMap((path) => (kind.exec(path)?.[1] ? [[kind.exec(path)![1]!, value]] : [])));
  const [figures, reasons] = [given(/^lastYear\[(.+)\]$/, 0), given(/^lastYear\[(.+)\]\.reason$/, '业务量增加')];
  const sections = given(/^texts\[(.+)\]$/, ['为本单位履行职责所需。']);
  const counts = given(/^counts\[(.+)\]$/, 0);
  if ([figures, reasons, sections, counts].every((each) => Object.keys(each).length === 0)) return ledger;
  const { texts } = ledger;
  const words = {
    ...texts,
    reasons: { ...texts.reasons, ...reasons },
    sections: { ...texts.sections, ...sections },
  };
  const more = { lastYear: { ...ledger.lastYear, ...figures }, counts: { ...ledger.counts, ...counts } };
  return written({ ...ledger, ...more, texts: words }, id);
}

/** Every cell with its place; of rows of one name in their order. */
const cellsOf = ({ statements }: Disclosure) =>
  statements.flatMap(({ form, rows }) =>
    rows.flatMap(({ side = '', key, cells }) =>
      Object.entries(cells).map(([column, { fen }]) => `${form} ${side} ${key} ${column} ${fen}`),
    ),
  );

describe.each([
  ['xian-2026', '西安市'],
  ['shenzhen-2026', '深圳市'],
  ['beijing-2026', '北京市'],
])('%s', (id, city) => {
  const template = templateById(id)!;
  const { disclosure } = discloseLedger(finished(template, city), template);

  it.each(['pdf', 'docx', 'xlsx', 'html', 'ofd'] as const)('%s', async (format) => {
    const reading = await readDocument(`a.${format}`, await writeDocument([disclosure], format));
    const [back] = reading.disclosures;
    expect([back!.agency.name, back!.agency.level, back!.template]).toEqual([disclosure.agency.name, 'unit', id]);
    expect(cellsOf(back!).sort()).toEqual(cellsOf(disclosure).sort());
    expect(cellsOf(disclosure).length).toBeGreaterThan(200);
    expect(checkDocuments([reading])[0]!.findings.map(({ message }) => message)).toEqual([]);
  });
});
