import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { checkDisclosures } from '@mingsuan/core/check';
import type { Disclosure, Statement } from '@mingsuan/core/disclosure';
import { ASSETS, ORGANIZATION, PERFORMANCE, PROCUREMENT } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';

const seed = join(import.meta.dirname, '../../../shared/seeds/000_1d0c52cd53116946.txt');
const isThere = existsSync(seed);
if (!isThere) console.log('跳过：没有 ../shared，真实单位的汇总测试未运行');

/** A cell a line: form, side, row, column and fen. */
const cells = ({ statements }: Disclosure): string[] =>
  statements.flatMap((statement: Statement) =>
    statement.rows.flatMap((row) => [
      [statement.form, row.side, row.partOf, row.key, row.label.replace(/\s/g, '')].join(' '),
      ...Object.entries(row.cells).map(([column, { fen }]) =>
        [statement.form, row.side, row.partOf, row.key, column, fen].join(' '),
      ),
    ]),
  );

describe.skipIf(!isThere)('the department of the first seed from its two units', () => {
  it('comes out cell by cell as published', async () => {
    const { disclosures } = await readDocument('seed', new Uint8Array(readFileSync(seed)));
    const [published, ...units] = disclosures as [Disclosure, ...Disclosure[]];
    expect(units.map(({ agency }) => agency.code)).toEqual(['302001', '302003']);
    const { disclosure, problems, transfers } = aggregate(units, { agency: published.agency });
    expect(problems).toEqual([]);
    expect(transfers).toEqual([]);
    expect(cells(disclosure)).toEqual(cells(published));
    expect(disclosure.statements.map(({ title }) => title)).toEqual(published.statements.map(({ title }) => title));
    expect(disclosure.statements.map(({ note }) => note)).toEqual(published.statements.map(({ note }) => note));
    expect(rowsOf(disclosure, ORGANIZATION).map(({ unit }) => unit)).toEqual(
      rowsOf(published, ORGANIZATION).map(({ unit }) => unit),
    );
    expect(rowsOf(disclosure, ASSETS).map(({ value }) => value?.fen)).toEqual(
      rowsOf(published, ASSETS).map(({ value }) => value?.fen),
    );
    expect(rowsOf(disclosure, PROCUREMENT).map(({ kind, cells: c }) => [kind, c.total?.fen])).toEqual(
      rowsOf(published, PROCUREMENT).map(({ kind, cells: c }) => [kind, c.total?.fen]),
    );
    expect(rowsOf(disclosure, PERFORMANCE)).toHaveLength(rowsOf(published, PERFORMANCE).length);
    const errors = checkDisclosures([disclosure, ...units]).findings.filter(({ rule }) => rule === 'department-units');
    expect(errors).toEqual([]);
  });
});
