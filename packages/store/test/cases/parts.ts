/** Disclosures in several files, files that are nobody's, and how much was read. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { coverageOf } from '@mingsuan/core/model/coverage';
import type { FieldsTold } from '@mingsuan/core/model/identity';
import {
  DATASETS,
  type ExportRow,
  factBatches,
  getAgency,
  getDisclosure,
  importDocument,
  listAgencies,
  loadDisclosure,
} from '@mingsuan/store';
import { rowsIn } from '@mingsuan/store/export/dataset';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { fileOf, made, takeOne } from '../support/disclosures.ts';
import { prepareOnce } from '../support/once.ts';

const words = (text = '本部门预算按规定编制，收支平衡。'.repeat(30)): Disclosure => {
  const [section] = made().explanation;
  return { ...made(), statements: [], tables: [], explanation: [{ ...section!, text }] };
};
const tables = (draw = 0): Disclosure => ({ ...made({ draw }), explanation: [] });
const withOffices = (): Disclosure => ({
  ...tables(),
  tables: [
    { form: 'organization', title: '机构设置情况表', rows: [{ unit: '石家庄市财政局', origin: {} }], origin: {} },
  ] as never,
});

const told = (year: 'sure' | 'doubtful'): FieldsTold => {
  const field = (confidence: 'sure' | 'doubtful') => ({
    confidence,
    evidence: [{ witness: 'file' as const, text: '石家庄市财政局2023年预算' }],
  });
  return { agency: field('sure'), year: field(year), stage: field('sure') };
};

export function partsCases(backend: () => Backend): void {
  const store = () => backend().store;
  const take = (disclosure: Disclosure, name: string) =>
    importDocument(store(), fileOf([disclosure], name), prepareOnce);
  const current = async (agency: number) => {
    const { disclosures } = (await getAgency(store(), agency))!;
    return (await getDisclosure(store(), disclosures.find(({ isCurrent }) => isCurrent)!.id))!;
  };

  it.each([
    ['the words first', () => [words(), '说明.json', tables(), '报表.json'] as const],
    ['the tables first', () => [tables(), '报表.json', words(), '说明.json'] as const],
  ])('words in one file and tables in another are one disclosure: %s', async (_, parts) => {
    const [first, firstName, second, secondName] = parts();
    await take(first, firstName);
    const [{ agencyId, version }] = (await take(second, secondName)).disclosures as never as [
      { agencyId: number; version: number },
    ];
    const whole = await current(agencyId);
    expect([version, whole.statements.length, whole.explanation.length]).toEqual([2, made().statements.length, 1]);
    expect(whole.documents.map(({ name }) => name)).toEqual([secondName, firstName]);
    const ofFirst = firstName === '说明.json' ? whole.explanation : whole.statements;
    const ofSecond = firstName === '说明.json' ? whole.statements : whole.explanation;
    expect([ofFirst[0]!.origin.source, ofSecond[0]!.origin.source]).toEqual([firstName, undefined]);
    const printedIn = whole.documents.find(({ name }) => name === '报表.json')!.sha256;
    for await (const rows of factBatches(store(), { disclosure: whole.id }))
      expect(new Set(rows.map(({ document_sha256 }) => document_sha256))).toEqual(new Set([printedIn]));
  });

  it('a row of a bulk file names the file that it is printed in', async () => {
    await take(withOffices(), '报表.json');
    const [{ agencyId }] = (await take(words(), '说明.json')).disclosures as never as [{ agencyId: number }];
    const { id, documents } = await current(agencyId);
    const offices = DATASETS.find((set) => set.id === 'organization')!;
    const rows: ExportRow[] = [];
    for await (const batch of offices.read(store(), { disclosure: id })) rows.push(...rowsIn(offices, batch));
    const { sha256 } = documents.find(({ name }) => name === '报表.json')!;
    expect(rows.map(({ document_sha256 }) => document_sha256)).toEqual([sha256]);
  });

  it('other words are joined with the tables that are there', async () => {
    await take(tables(), '报表.json');
    await take(words(), '说明.json');
    const other = '本部门改正后的说明，收支平衡。'.repeat(30);
    const [{ agencyId }] = (await take(words(other), '说明（改）.json')).disclosures as never as [{ agencyId: number }];
    const whole = await current(agencyId);
    expect([whole.statements.length, whole.explanation.map(({ text }) => text)]).toEqual([
      made().statements.length,
      [other],
    ]);
    expect(whole.documents.map(({ name }) => name)).toEqual(['说明（改）.json', '报表.json']);
  });

  it('other tables that print the same are the next version, not a part', async () => {
    await take(tables(), '报表.json');
    const [{ agencyId, version }] = (await take(tables(1), '报表（改）.json')).disclosures as never as [
      { agencyId: number; version: number },
    ];
    expect(version).toBe(2);
    expect((await current(agencyId)).documents).toHaveLength(1);
  });

  it('both at once are joined, whoever is first', async () => {
    await Promise.all([take(words(), '说明.json'), take(tables(), '报表.json')]);
    const { items } = await listAgencies(store());
    const whole = await current(items[0]!.id);
    expect([items.length, whole.statements.length, whole.explanation.length]).toEqual([1, made().statements.length, 1]);
  });

  it('what nobody tells whose it is is not published, and two of them are not one', async () => {
    const nameless = (draw: number) => ({ ...made({ draw }), agency: { name: '', level: 'department' as const } });
    for (const draw of [0, 1]) {
      const { disclosures, held } = await take(nameless(draw), `${draw}.json`);
      expect([disclosures, held.map(({ doubts }) => doubts)]).toEqual([[], [['agency']]]);
    }
    expect((await listAgencies(store())).items).toEqual([]);
    // Known by its bytes, it is the same answer.
    expect(await take(nameless(0), '0.json')).toMatchObject({ isNew: false, disclosures: [], held: [{}] });
  });

  it('what only a file’s name dates waits, until another file of the same disclosure dates it', async () => {
    const targets = { ...made(), statements: [], explanation: [], identity: told('doubtful') };
    const first = await take(targets, '绩效目标.json');
    expect([first.disclosures, first.held[0]!.doubts]).toEqual([[], ['year']]);
    const rest = { ...made(), tables: [], identity: told('sure') };
    const [{ agencyId }] = (await take(rest, '预算.json')).disclosures as never as [{ agencyId: number }];
    const whole = (await loadDisclosure(store(), (await current(agencyId)).id))!;
    expect([whole.tables.length, whole.identity!.year.confidence]).toEqual([made().tables.length, 'sure']);
    expect((await take(targets, '绩效目标.json')).held).toEqual([]);
  });

  it('gives back what was not read, what was kept under its shape, and how the fields are known', async () => {
    const base = made();
    const [first, ...others] = base.statements;
    const disclosure: Disclosure = {
      ...base,
      identity: told('sure'),
      statements: [{ ...first!, unread: { columns: ['其他'], rows: 1 } }, ...others],
      generic: [{ form: 'list', title: '一览表', columns: [{ id: 'c1', header: '' }], rows: [], origin: {} }],
    };
    const { id } = await takeOne(store(), disclosure);
    expect(await loadDisclosure(store(), id)).toEqual(disclosure);
  });

  it('keeps how much was read', async () => {
    const amounts = { printed: 3, read: 2, generic: 0, unread: 1 };
    const perTable = [{ title: '一览表', page: 2, state: 'unread' as const, amounts }];
    const coverage = coverageOf(perTable, { figures: 2, understood: 1 }, 0);
    const { bytes, name } = fileOf([made()]);
    const text = JSON.parse(Buffer.from(bytes).toString());
    text.documents[0].coverage = coverage;
    const { disclosures } = await importDocument(store(), { name, bytes: Buffer.from(JSON.stringify(text)) });
    expect((await getDisclosure(store(), disclosures[0]!.id))!.coverage).toEqual(coverage);
    const { perTable: _, ...counts } = coverage;
    expect((await getAgency(store(), disclosures[0]!.agencyId))!.disclosures[0]!.coverage).toEqual(counts);
  });
}
