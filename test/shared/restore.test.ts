/** Published budgets of all cities, restored, rolled on and compiled: nothing is invented and what is guessed is marked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '@mingsuan/documents/read';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { describe, expect, it } from 'vitest';
import { restorationOf } from '../../bench/restore.ts';

const root = join(import.meta.dirname, '../../../shared');
const documents = ['seeds', 'samples', 'samples/cities'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.(txt|pdf|xlsx)$/.test(name) && !/决算|模板/.test(name))
        .map((name) => join(folder, name))
    : [],
);
if (documents.length === 0) console.log('跳过：没有 ../shared，各地公开文本的还原测试未运行');

/** Cells that no ledger gives back, and why. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  // A budget of 2019: its 上年实户资金余额 is a line of its own beside 上年结转, and its expenditure by unit counts what is left.
  'samples/cities/西安市应急管理局2026年部门综合预算.pdf': [
    'balance[revenue 上年结转].total 11610000 52540000',
    'revenue[total].carryover 11610000 52540000',
    'expenditure[total].total 3695910000 3643370000',
  ],
  // What the items with 绩效工资 add up to is off by two hundredths: each is rounded.
  'samples/cities/重庆市水利局2026年部门预算情况说明.pdf': [
    'basic[30107].total 5857630000 5857650000',
    'basic[30107].personnel 5857630000 5857650000',
  ],
};

/** What the words say that are made of a table that does not add up (its 小计 of 2018 leaves out the vehicles), or what a document says itself. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  // Two cars are to be bought, and no table has money for them.
  'samples/cities/福州市公安局治安管理支队2026年单位预算.pdf': [
    'vehicle-purchases: 说明写计划购置车辆 2 辆，而公务用车购置费写作 0.00 万元',
  ],
  'samples/cities/西安市应急管理局2026年部门综合预算.pdf': [
    'words-parts: “比2018年预算增加25.52万元”与其各部分之和不符：0.00 万元 + 2.78 万元 + 1.52 万元 = 4.30 万元，相差 21.22 万元。',
  ],
};

describe.skipIf(documents.length === 0)('budgets of ../shared, restored', () => {
  it.each(documents)('%s', async (path) => {
    const bytes = new Uint8Array(readFileSync(join(root, path)));
    const readings = await readDocuments(path, bytes).catch((error) => {
      if (error instanceof UnreadableInput) return [];
      throw error;
    });
    for (const disclosure of readings.flatMap(({ disclosures }) => disclosures)) {
      const found = restorationOf(disclosure);
      if (!found) continue;
      const { unmarked, invented, faults, findings, cells } = found;
      expect({ cells, faults, unmarked, invented, findings }).toEqual({
        cells: KEPT[path] ?? [],
        faults: [],
        unmarked: [],
        invented: [],
        findings: CARRIED[path] ?? [],
      });
    }
  });
});
