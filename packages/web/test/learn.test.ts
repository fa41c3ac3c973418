/** What the page on how to read tells is what was measured, and what real documents print. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { figure } from '@mingsuan/core/figures/index';
import { addressOf } from '@mingsuan/core/model/quantity';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';
import { MEASURED, measuredDoc } from '../../../scripts/measured-doc.ts';
import { ACCOUNTS, BUDGET } from '../src/pages/learn/example.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const seed = join(shared, 'seeds/000_1d0c52cd53116946.txt');
const accounts = join(shared, 'samples/上海市普陀区财政局2024年度部门决算.pdf');

it('how well reading and checking were measured is taken from the documents: npm run docs', () => {
  expect(readFileSync(MEASURED, 'utf8')).toBe(measuredDoc());
});

describe('the figures of the pictures', () => {
  it('add up', () => {
    const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0);
    const { total, functions, basic, project, personnel, operating, units, more, threePublics } = BUDGET;
    expect(sum(functions.map(({ fen }) => fen))).toBe(total);
    expect([basic + project, personnel + operating, sum(units.map(({ fen }) => fen))]).toEqual([total, basic, total]);
    expect(more.basic + more.project).toBe(more.total);
    expect(threePublics.vehicles + threePublics.hospitality).toBe(threePublics.total);
  });

  it.skipIf(!existsSync(seed))('are what the documents print', async () => {
    const read = async (path: string) => (await readDocument(path, new Uint8Array(readFileSync(path)))).disclosures;
    const at = (disclosure: Disclosure, quantity: string) => {
      const best = figure(disclosure, addressOf(quantity));
      return best.state === 'printed' ? best.figure.fen : undefined;
    };
    const [department, ...units] = (await read(seed)) as [Disclosure, ...Disclosure[]];
    expect([department.agency.name, department.year]).toEqual([BUDGET.agency, BUDGET.year]);
    const { total, basic, project, personnel, operating, threePublics, functions, levels, more } = BUDGET;
    for (const [quantity, fen] of [
      ['balance[收入总计]', total],
      ['balance[支出总计]', total],
      ['revenue[total].total', total],
      ['expenditure[total].basic', basic],
      ['expenditure[total].project', project],
      ['basic[total].personnel', personnel],
      ['basic[total].operating', operating],
      ['three-publics[total]', threePublics.total],
      ['three-publics[vehicles]', threePublics.vehicles],
      ['three-publics[hospitality]', threePublics.hospitality],
      ...[...functions, ...levels].map(({ code, fen: own }) => [`expenditure[${code}].total`, own] as const),
    ] as const)
      expect([quantity, at(department, quantity)]).toEqual([quantity, fen]);
    expect(units.map((unit) => at(unit, 'expenditure[total].total'))).toEqual(BUDGET.units.map(({ fen }) => fen));
    const words = department.explanation.map(({ text }) => text).join('');
    for (const fen of Object.values(more)) expect(words).toContain(`增加 ${fen / 1e6} 万元`);
    const [final] = (await read(accounts)) as [Disclosure];
    expect([final.agency.name, final.year]).toEqual([ACCOUNTS.agency, ACCOUNTS.year]);
    expect(at(final, 'general-public[total].total')).toBe(ACCOUNTS.spent);
    const told = final.explanation.map(({ text }) => text).join('');
    expect(told).toContain(`一般公共预算财政拨款支出年初预算为${ACCOUNTS.planned / 1e6}万元`);
  });
});
