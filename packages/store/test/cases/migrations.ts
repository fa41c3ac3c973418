/** A store of an earlier day: what it holds is read as before when its schema is brought to the newest. */
import { ASSETS, PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf, tablesOf } from '@mingsuan/core/model/tables';
import { loadDisclosure } from '@mingsuan/store';
import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../src/database/migrations.ts';
import type { Backend } from '../support/backends.ts';

const ROWS: readonly string[] = [
  `insert into documents (id, sha256, name, kind, bytes_size, problems) values (1, 'a', 'a.pdf', 'pdf', 1, '[]')`,
  `insert into agencies (id, region, region_name, code, name, level) values (1, '130110', '鹿泉区', '302', '水利局', 'department')`,
  `insert into disclosures (id, document_id, ordinal, agency_id, agency_code, year, stage, template, version, is_current,
    contents, tables, completeness, score, errors, warnings, notices, fact_count)
    values (1, 1, 0, 1, '302', 2023, 'budget', 'unknown', 1, true, '[]',
    '[{"form": "assets", "title": "资产表", "unit": "元", "origin": {"page": 3}}]', '{}', 0, 0, 0, 0, 0)`,
  `insert into documents (id, sha256, name, kind, bytes_size, problems) values (2, 'b', 'b.pdf', 'pdf', 1, '[]')`,
  `insert into agencies (id, region, region_name, code, name, level) values (2, '', '', null, '', 'department')`,
  `insert into disclosures (id, document_id, ordinal, agency_id, agency_code, year, stage, template, version, is_current,
    contents, tables, completeness, score, errors, warnings, notices, fact_count)
    values (2, 2, 0, 2, null, 2023, 'budget', 'unknown', 1, true, '[]', '[]', '{}', 0, 0, 0, 0, 0)`,
  `insert into statements (disclosure_id, ordinal, form, title, unit, columns, rows, origin) values
    (1, 0, 'three-publics', '“三公”经费支出表', '万元', '["total", "hospitality@budget"]', '[]', '{}'),
    (1, 1, 'expenditure', '支出总表', '万元', '[]', '[
      {"key": "某中心", "label": "某中心", "code": "302002", "origin": {}},
      {"key": "302002:2010301", "label": "行政运行", "code": "2010301", "origin": {}}]', '{}')`,
  `insert into assets (disclosure_id, ordinal, key, fen, content) values
    (1, 0, '资产总额', 100, '{"key": "资产总额", "label": "资产总额", "value": {"fen": 100, "text": "1.00", "origin": {}}, "origin": {}}'),
    (1, 1, '房屋', null, '{"key": "房屋", "label": "房屋", "origin": {}}')`,
  `insert into organization (disclosure_id, ordinal, unit, content) values (1, 0, '本级', '{"unit": "本级", "origin": {}}')`,
  `insert into projects (disclosure_id, ordinal, title, project, goal, content) values
    (1, 0, '1、甲绩效目标表', '甲', null, '{"title": "1、甲绩效目标表", "project": "甲", "origin": {"page": 5}}'),
    (1, 1, '2、乙绩效目标表', '乙', null, '{"title": "2、乙绩效目标表", "project": "乙", "origin": {"page": 6}}')`,
  `insert into indicators (disclosure_id, project_no, ordinal, level1, level2, level3, target, content) values
    (1, 1, 0, '产出指标', '数量指标', '数量', '≥1', '{"level1": "产出指标", "level2": "数量指标", "level3": "数量", "origin": {}}')`,
];

export function migrationCases(backend: () => Backend): void {
  it('keeps statements, and the rows of record tables in their tables', async () => {
    const { db } = await backend().other();
    const old = db as unknown as Kysely<never>;
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    await migrate(old, '002-periods');
    for (const row of ROWS) await sql.raw(row).execute(db);
    await migrate(old);
    const disclosure = (await loadDisclosure({ db }, 1))!;
    expect(disclosure.statements.map(({ columns }) => columns)).toEqual([
      [{ id: 'total' }, { id: 'hospitality@budget' }],
      [],
    ]);
    expect(disclosure.statements[1]!.rows).toEqual([
      { key: '某中心', label: '某中心', unit: '302002', cells: {}, origin: {} },
      { key: '2010301', label: '行政运行', unit: '302002', cells: {}, origin: {} },
    ]);
    expect(disclosure.tables.map(({ form, title, rows }) => [form, title, rows.length])).toEqual([
      ['assets', '资产表', 2],
      ['organization', '', 1],
      ['performance', '1、甲绩效目标表', 1],
      ['performance', '2、乙绩效目标表', 1],
    ]);
    expect(tablesOf(disclosure, ASSETS)[0]).toMatchObject({ unit: '元', origin: { page: 3 } });
    expect(rowsOf(disclosure, ASSETS)[0]).toMatchObject({ key: '资产总额', value: { fen: 100 } });
    expect(rowsOf(disclosure, PERFORMANCE)).toMatchObject([
      { project: '甲', indicators: [] },
      { project: '乙', indicators: [{ level3: '数量' }], origin: { page: 6 } },
    ]);
    // What was published of nobody waits with its original.
    const { rows } = await sql`select a.name, o.held from documents o left join disclosures d on d.document_id = o.id
      left join agencies a on a.id = d.agency_id order by o.id`.execute(db);
    expect(rows).toMatchObject([
      { name: '水利局', held: null },
      { name: null, held: [{ doubts: ['agency'], year: 2023, stage: 'budget' }] },
    ]);
  });
}
