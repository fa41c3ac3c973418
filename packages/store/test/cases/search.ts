import type { Disclosure } from '@mingsuan/core/disclosure';
import { PROJECTS } from '@mingsuan/core/kinds/index';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { getItem, reindexNext, type SearchHit, type SearchQuestion, search } from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { made, take, takeOne } from '../support/disclosures.ts';

export function searchCases(backend: () => Backend): void {
  const store = () => backend().store;
  const hits = async (question: SearchQuestion): Promise<readonly SearchHit[]> =>
    (await search(store(), question)).items;

  it('a functional code, an economic name and a measure lead with the item and its lines', async () => {
    const disclosure = made({ agency: 0, functions: 7 });
    await take(store(), disclosure, made({ agency: 3, functions: 7 }));
    const code = codeIn(disclosure, 'expenditure', 7);
    const [first] = await hits({ q: code });
    expect(first).toMatchObject({ kind: 'item', item: { kind: 'function', key: code } });
    const lines = await hits({ q: code, kind: 'line' });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map(({ fen }) => fen)).toEqual([...lines.map(({ fen }) => fen!)].sort((a, b) => b - a));
    const economic = codeIn(disclosure, 'basic', 5);
    expect((await hits({ q: economic }))[0]).toMatchObject({ item: { kind: 'economic', key: economic } });
    expect((await hits({ q: '三公' }))[0]).toMatchObject({ kind: 'item', item: { kind: 'measure' } });
  });

  it('names are found by their sound and its initials, and a year beside them', async () => {
    await take(store(), made({ agency: 9 }), made({ agency: 9, year: 2022 }), made({ agency: 0 }));
    for (const q of ['sfxzj', 'sifaxingzheng', 'sjzssfxzj'])
      expect(await hits({ q, kind: 'agency' })).toMatchObject([{ agency: { name: '石家庄市司法行政局' }, year: 2023 }]);
    const [dated] = await hits({ q: 'sfxzj 2022' });
    expect(dated).toMatchObject({ kind: 'agency', agency: { name: '石家庄市司法行政局' }, year: 2022 });
    expect(dated!.fen).toBeGreaterThan(0);
    expect((await hits({ q: '2022年司法行政局' }))[0]).toMatchObject({ year: 2022 });
  });

  it('an agency beside other words asks for its own lines', async () => {
    await take(store(), made({ agency: 0 }), made({ agency: 3 }));
    const found = await hits({ q: '财政局 三公', kind: 'line' });
    expect(found.length).toBeGreaterThan(0);
    for (const hit of found) expect(hit.agency!.name).toContain('财政局');
    for (const hit of found) expect(hit.item!.kind).toBe('measure');
  });

  it('filters by year, level, region, kind of item and amount', async () => {
    await take(store(), made({ agency: 0 }), made({ agency: 1 }), made({ agency: 0, year: 2022 }));
    const all = await hits({ q: '支出', kind: 'line', limit: 500 });
    const of = async (question: Partial<SearchQuestion>) => hits({ q: '支出', kind: 'line', limit: 500, ...question });
    expect(await of({ year: 2022 })).toEqual(all.filter(({ year }) => year === 2022));
    expect(await of({ level: 'unit' })).toEqual(all.filter(({ agency }) => agency!.level === 'unit'));
    expect(await of({ region: '130200' })).toEqual([]);
    expect((await of({ region: '130000' })).length).toBe(all.length);
    expect((await of({ item: 'economic' })).every(({ item }) => item!.kind === 'economic')).toBe(true);
    const middle = all.map(({ fen }) => fen!).sort((a, b) => a - b)[all.length >> 1]!;
    expect((await of({ from: middle })).every(({ fen }) => fen! >= middle)).toBe(true);
    const byAmount = (await of({ sort: 'amount' })).map(({ fen }) => fen!);
    expect(byAmount).toEqual([...byAmount].sort((a, b) => b - a));
  });

  it('the same text is one hit with its years and how many print it', async () => {
    const text = '机关运行经费是指为保障行政单位运行的资金。';
    const origin = { line: 1 };
    const section = { title: '名词解释', text, paragraphs: [{ text, origin }], origin };
    const with_ = (disclosure: Disclosure): Disclosure => ({ ...disclosure, explanation: [section] });
    await take(store(), with_(made({ agency: 0 })), with_(made({ agency: 3 })), with_(made({ agency: 0, year: 2022 })));
    const found = await hits({ q: '保障行政单位运行', kind: 'explanation' });
    expect(found).toMatchObject([{ agencies: 2, years: [2023, 2022], year: 2023 }]);
  });

  it('any words are answered the same whatever came in first', async () => {
    const asked = ['经费', '支出', '采购', '石家庄市', '教育局 支出'];
    const disclosures = [0, 1, 3, 6].flatMap((agency) => [2022, 2023].map((year) => made({ agency, year })));
    const answers = async (order: readonly Disclosure[]) => {
      for (const disclosure of order) await take(store(), disclosure);
      const found = new Map<string, unknown[]>();
      for (const q of asked) {
        const items = await hits({ q, limit: 40 });
        found.set(
          q,
          items.map(({ disclosureId: _, agency, ...hit }) => [agency?.name, hit]),
        );
      }
      await emptied(backend());
      return found;
    };
    const forwards = await answers(disclosures);
    for (const [q, found] of forwards) expect([q, found.length > 5]).toEqual([q, true]);
    expect(await answers([...disclosures].reverse())).toEqual(forwards);
  });

  it('an item is added up again where something changed: a department that publishes, is withdrawn or moves, a region', async () => {
    const department = made({ agency: 0 });
    const key = codeIn(department, 'expenditure', 3);
    const sums = async (region?: string) => {
      const { years, regions, count } = (await getItem(store(), { kind: 'function', key, region, year: 2023 }))!;
      return { agencies: years.find(({ year }) => year === 2023)?.agencies ?? 0, regions: regions.length, count };
    };
    const { id } = await takeOne(store(), made({ agency: 1 }));
    expect(await sums()).toEqual({ agencies: 1, regions: 1, count: 1 });
    await take(store(), department);
    expect(await sums()).toEqual({ agencies: 1, regions: 1, count: 2 });
    await take(store(), made({ agency: 3 }), made({ agency: 3, year: 2022 }));
    expect(await sums()).toEqual({ agencies: 2, regions: 1, count: 3 });
    // The unit alone goes elsewhere: its department still speaks for it there.
    await sql`update agencies set region = '130200' where id = (select agency_id from disclosures where id = ${id})`.execute(
      store().db,
    );
    expect(await sums('130200')).toEqual({ agencies: 0, regions: 0, count: 1 });
    await sql`update disclosures set is_current = false where agency_id in
      (select parent_id from agencies where region = '130200')`.execute(store().db);
    expect(await sums('130200')).toEqual({ agencies: 1, regions: 1, count: 1 });
    expect(await sums()).toEqual({ agencies: 2, regions: 2, count: 2 });
    await sql`update disclosures set is_current = false where id = ${id}`.execute(store().db);
    expect(await sums()).toEqual({ agencies: 1, regions: 1, count: 1 });
  });

  it('an item: who prints it, year by year, units counted where their department has not', async () => {
    const department = made({ agency: 0 });
    await take(store(), department, made({ agency: 1 }), made({ agency: 0, year: 2022 }));
    const key = codeIn(department, 'expenditure', 3);
    const answer = (await getItem(store(), { kind: 'function', key }))!;
    expect(answer.year).toBe(2023);
    expect(answer.years.map(({ year, agencies }) => [year, agencies])).toEqual([
      [2023, 1],
      [2022, 1],
    ]);
    expect(answer.rows.filter(({ counts }) => counts)).toHaveLength(1);
    expect(answer.rows.find(({ counts }) => counts)!.before).not.toBeNull();
    expect(answer.below.length).toBeGreaterThan(0);
    expect(await getItem(store(), { kind: 'function', key: '999' })).toBeUndefined();
  });

  it('an item opens, and is found, with the newest year that is not the year of a few', async () => {
    await take(store(), made({ agency: 0 }), ...[0, 2, 3, 4, 5, 6, 7].map((agency) => made({ agency, year: 2022 })));
    const key = 'three-publics';
    expect((await getItem(store(), { kind: 'measure', key }))!.year).toBe(2022);
    expect((await getItem(store(), { kind: 'measure', key, year: 2023 }))!.year).toBe(2023);
    const found = async (year?: number) => (await hits({ q: '三公', year }))[0]!.years;
    expect([await found(), await found(2023)]).toEqual([[2022], [2023]]);
  });

  it('a project keeps its page over the years', async () => {
    const rows = [
      { kind: 'project', label: '数据平台运维', cells: { total: { fen: 100, text: '0.01', origin: {} } }, origin: {} },
    ] as const;
    const tables = tablesFrom(PROJECTS, rows as never, { title: '项目支出表', unit: '元' });
    await take(store(), made({ agency: 0 }, { tables }), made({ agency: 0, year: 2022 }, { tables }));
    const [item] = await hits({ q: 'sjptyw', kind: 'item' });
    expect(item).toMatchObject({ item: { kind: 'project' }, title: expect.stringContaining('数据平台运维') });
    const answer = (await getItem(store(), { kind: 'project', key: item!.item!.key }))!;
    expect(answer.years.map(({ fen }) => fen)).toEqual([100, 100]);
  });

  it('lines follow their disclosure: an earlier version is found no more, another year is found there', async () => {
    const { id } = await takeOne(store(), made({ agency: 0, draw: 1 }));
    await takeOne(store(), made({ agency: 0, draw: 2 }));
    expect((await hits({ q: '三公', kind: 'line' })).every(({ disclosureId }) => disclosureId !== id)).toBe(true);
    await sql`update disclosures set year = 2019 where is_current`.execute(store().db);
    expect((await hits({ q: '三公', kind: 'line' })).every(({ year }) => year === 2019)).toBe(true);
  });

  it('what an earlier version indexed is indexed anew', async () => {
    await takeOne(store(), made({ agency: 0 }));
    const before = await hits({ q: '三公' });
    await sql`delete from item_values`.execute(store().db);
    await sql`update disclosures set indexed = 0`.execute(store().db);
    expect(await hits({ q: '三公', kind: 'line' })).toEqual([]);
    expect(await reindexNext(store())).toBe(true);
    expect(await reindexNext(store())).toBe(false);
    expect(await hits({ q: '三公' })).toEqual(before);
  });
}

async function emptied({ store }: Backend): Promise<void> {
  const { empty } = await import('../support/backends.ts');
  await empty(store);
}

function codeIn({ statements }: Disclosure, form: string, digits: number): string {
  return statements
    .find((statement) => statement.form === form)!
    .rows.find(({ key }) => key.length === digits && /^\d+$/.test(key))!.key;
}
