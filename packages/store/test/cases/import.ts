import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { columnsOf } from '@mingsuan/core/model/columns';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { fullBrackets } from '@mingsuan/core/text/fold';
import { readDocument } from '@mingsuan/documents/read';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import {
  getAgency,
  getDisclosure,
  importDocument,
  importReadings,
  listAgencies,
  loadDisclosure,
} from '@mingsuan/store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { periods } from '../../src/database/migrations/002-periods.ts';
import type { Backend } from '../support/backends.ts';
import { fileOf, made, take, takeOne } from '../support/disclosures.ts';

const SAMPLES = join(import.meta.dirname, '../../../../samples');

/** Every sample, those of the made-up city in their folder too; the list beside these is no document. */
const DOCUMENTS = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter(
  (path) => extname(path) !== '' && basename(path) !== 'index.json',
);

export function importCases(backend: () => Backend): void {
  const store = () => backend().store;

  it('gives back exactly what was imported', async () => {
    const disclosure = made();
    const { id } = await takeOne(store(), disclosure);
    expect(await loadDisclosure(store(), id)).toEqual(disclosure);
  });

  it('gives back a table of every kind', async () => {
    const evaluation = {
      title: '项目支出绩效自评表',
      project: '水库除险加固',
      funds: [],
      goals: [],
      indicators: [],
      origin: {},
    };
    const more = { title: evaluation.title, unit: '万元' } as const;
    const disclosure = made({}, { tables: [...made().tables, ...tablesFrom(SELF_EVALUATION, [evaluation], more)] });
    const { id } = await takeOne(store(), disclosure);
    expect(await loadDisclosure(store(), id)).toEqual(disclosure);
    expect((await getDisclosure(store(), id))?.selfEvaluation).toEqual([evaluation]);
  });

  it('gives back cells that were stored before their keys named the period behind @', async () => {
    const origin = { page: 2 };
    const cell = { fen: 950_000, text: '95.00', origin };
    const disclosure = made(
      {},
      {
        statements: [
          {
            form: 'three-publics',
            title: '“三公”经费支出表',
            unit: '万元',
            columns: columnsOf(['total@budget', 'total', 'vehicle-running@previous', 'vehicle-running']),
            rows: [
              {
                key: 'total',
                label: '合计',
                cells: { 'total@budget': cell, total: cell, 'vehicle-running@previous': cell },
                unread: ['total@budget'],
                origin,
              },
            ],
            origin,
          },
        ],
      },
    );
    const { id } = await takeOne(store(), disclosure);
    await sql`update facts set column_id = replace(column_id, '@', '-')`.execute(store().db);
    await sql`update statements set columns = replace(columns::text, '@', '-')::json, rows = replace(rows::text, '@', '-')::json`.execute(
      store().db,
    );
    for (const statement of periods) await sql.raw(statement).execute(store().db);
    expect(await loadDisclosure(store(), id)).toEqual(disclosure);
  });

  it.each(DOCUMENTS)('takes the facts of %s', async (name) => {
    const bytes = readFileSync(join(SAMPLES, name));
    const { disclosures } = await importDocument(store(), { name, bytes });
    const reading = await readDocument(name, bytes);
    expect(await Promise.all(disclosures.map(({ id }) => loadDisclosure(store(), id)))).toEqual(reading.disclosures);
  });

  it('takes readings as a file of them', async () => {
    const reading = {
      source: 'a.pdf',
      disclosures: [made()],
      problems: [{ code: 'unread', message: '有一页没有读出。' }],
    };
    const { documentId } = await importReadings(store(), 'a.json', [reading]);
    const document = await store()
      .db.selectFrom('documents')
      .selectAll()
      .where('id', '=', documentId)
      .executeTakeFirst();
    expect(document).toMatchObject({ name: 'a.json', kind: 'mingsuan-json', problems: reading.problems });
  });

  it('keeps the original, and takes the same bytes only once', async () => {
    const file = fileOf([made()]);
    const first = await importDocument(store(), file);
    const again = await Promise.all([
      importDocument(store(), file),
      importDocument(store(), { ...file, name: 'b.json' }),
    ]);
    expect(first.isNew).toBe(true);
    for (const result of again) expect(result).toEqual({ ...first, isNew: false });
    expect(await count('documents')).toBe(1);
    expect(Buffer.from((await store().files.get(first.sha256))!).equals(file.bytes)).toBe(true);
  });

  it('takes the same new bytes only once when they come at once', async () => {
    const file = fileOf([made()]);
    const results = await Promise.all(Array.from({ length: 4 }, () => importDocument(store(), file)));
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(results.map(({ documentId }) => documentId)).size).toBe(1);
    expect(await count('disclosures')).toBe(1);
  });

  it('other bytes of the same agency, year and stage are the next version, and nothing is lost', async () => {
    const versions = [];
    for (const draw of [0, 1, 2]) versions.push(await takeOne(store(), made({ draw })));
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    const { disclosures } = (await getAgency(store(), versions[0]!.agencyId))!;
    expect(disclosures.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(await loadDisclosure(store(), versions[0]!.id)).toEqual(made({ draw: 0 }));
  });

  it('never has two current versions of one year and stage, whoever writes', async () => {
    const [first, second] = [await takeOne(store(), made()), await takeOne(store(), made({ draw: 1 }))];
    const both = sql`update disclosures set is_current = true where id in (${first.id}, ${second.id})`;
    await expect(both.execute(store().db)).rejects.toThrow(/disclosures_current/);
    const yearless = without(made(), 'year');
    const old = await takeOne(store(), yearless);
    await takeOne(store(), { ...yearless, template: 'unknown' });
    const again = sql`update disclosures set is_current = true where id = ${old.id}`;
    await expect(again.execute(store().db)).rejects.toThrow(/disclosures_current/);
  });

  it('numbers versions without a gap or a double when they come at once', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, (_, draw) => takeOne(store(), made({ draw }))));
    expect(results.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await count('disclosures where is_current')).toBe(1);
  });

  it('years and stages have versions of their own', async () => {
    const results = [
      await takeOne(store(), made()),
      await takeOne(store(), made({ year: 2024 })),
      await takeOne(store(), made({}, { stage: 'final-accounts' })),
      await takeOne(store(), without(made(), 'year')),
      await takeOne(store(), { ...without(made(), 'year'), template: 'unknown' }),
    ];
    expect(results.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2]);
    expect((await getDisclosure(store(), results[3]!.id))!.year).toBeNull();
  });

  it.each<[string, Disclosure, Disclosure, boolean]>([
    ['a department and its own office', of('302', '某局'), of('302001', '某局', { level: 'unit' }), false],
    ['of two regions', of('302', '某局'), { ...of('302', '某局'), region: { code: '130105', name: '新华区' } }, false],
    ['of one region with two codes', of('302', '某局'), of('303', '某局'), false],
    ['whose code only one document prints', of(undefined, '某局'), of('302', '某局'), true],
    ['whose code the later document leaves out', of('302', '某局'), of(undefined, '某局'), true],
  ])('agencies of one name: %s', async (_, a, b, same) => {
    const first = await takeOne(store(), a);
    const second = await takeOne(store(), { ...b, year: 2024 });
    expect(first.agencyId === second.agencyId).toBe(same);
  });

  it.each<[string, (department: Disclosure, unit: Disclosure) => Promise<unknown>]>([
    ['in one file', (department, unit) => take(store(), department, unit)],
    ['the department first', async (department, unit) => [await take(store(), department), await take(store(), unit)]],
    ['the unit first', async (department, unit) => [await take(store(), unit), await take(store(), department)]],
  ])('joins a unit to its department: %s', async (_, bring) => {
    await bring(of('302', '某局'), of('302003', '信息中心', { level: 'unit' }));
    await take(store(), of('303', '别的局'));
    const { items } = await listAgencies(store());
    const department = items.find(({ code }) => code === '302')!;
    expect((await getAgency(store(), department.id))!.units.map(({ name }) => name)).toEqual(['信息中心']);
    expect(items.find(({ code }) => code === '302003')!.parentId).toBe(department.id);
  });

  it('does not join agencies whose region is unknown across files', async () => {
    await take(store(), without(of('302', '某局'), 'region'));
    await take(store(), without(of('302001', '别市某局', { level: 'unit' }), 'region'));
    expect((await listAgencies(store())).items.map(({ parentId }) => parentId)).toEqual([null, null]);
  });

  it('keeps nothing of what cannot be read', async () => {
    await expect(importDocument(store(), { name: 'x.pdf', bytes: Buffer.from('') })).rejects.toThrow(UnreadableInput);
    await expect(
      importDocument(store(), { name: 'x.json', bytes: Buffer.from('{"documents": [{}]}') }),
    ).rejects.toThrow();
    expect(await count('documents')).toBe(0);
  });

  it.each([
    "'; drop table facts; --",
    '{"a\\"b",NULL}',
    'a\u0000b',
    '\\',
    '{}',
    'NULL',
    '%_',
    '😀𠮷\ud800',
    '<script>alert(1)</script>',
  ])('takes hostile text as text: %j', async (text) => {
    const base = made();
    const [section] = base.explanation;
    const disclosure = {
      ...base,
      agency: { ...base.agency, name: `某局${text}` },
      explanation: [{ ...section!, title: text, text }],
    };
    const { id } = await takeOne(store(), disclosure);
    const back = (await loadDisclosure(store(), id))!;
    const stored = Buffer.from(text.replace('\u0000', '')).toString();
    // Names have one kind of brackets; words stay as they are.
    expect(back.agency.name).toBe(fullBrackets(`某局${stored}`));
    expect(back.explanation[0]!.text).toBe(text);
    expect((await listAgencies(store(), { q: text.replace('\u0000', '') })).items).toHaveLength(1);
  });

  it('fen in = fen out', async () => {
    const fen = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    await fc.assert(
      fc.asyncProperty(fc.array(fen, { minLength: 1, maxLength: 40 }), fc.nat(), async (amounts, draw) => {
        const rows = amounts.map((value, i) => ({
          key: `${i}`,
          label: `第${i}行`,
          cells: { total: { fen: value, text: String(value), origin: { line: i } } },
          origin: {},
        }));
        const base = made({ draw });
        const statement = {
          form: 'expenditure',
          title: '',
          unit: '元',
          columns: [{ id: 'total' }],
          rows,
          origin: {},
        } as const;
        const { id } = await takeOne(store(), { ...base, statements: [statement] });
        const [back] = (await loadDisclosure(store(), id))!.statements;
        expect(back!.rows.map(({ cells }) => cells.total!.fen)).toEqual(amounts);
      }),
      { numRuns: 12 },
    );
  });

  async function count(from: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(from)}`.execute(store().db);
    return rows[0]!.n;
  }
}

function of(
  code: string | undefined,
  name: string,
  { level = 'department' as 'department' | 'unit' } = {},
): Disclosure {
  return made({}, { agency: { ...(code ? { code } : {}), name, level } });
}

function without<K extends keyof Disclosure>(disclosure: Disclosure, key: K): Disclosure {
  const { [key]: _, ...rest } = disclosure;
  return rest as Disclosure;
}
