/** What published documents of places that nobody tuned for must give: one disclosure, its agency, every amount of its tables. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openLayout, understand } from '../../packages/documents/src/read.ts';

const FOLDER = new URL('../../../shared/', import.meta.url);

const read = async (path: string) => {
  const name = path.split('/').at(-1)!;
  const opened = await openLayout(name, new Uint8Array(readFileSync(new URL(encodeURI(path), FOLDER))));
  if ('readings' in opened) throw new Error('a document was meant');
  return understand(name, opened.layout, opened.problems);
};

/** The agency as its document names it; the least share of amounts whose meaning is known, in hundredths. */
const DOCUMENTS: readonly [path: string, agency: string, year: number, read: number][] = [
  ['cases/c01-continuation-repeated-title-shenzhen.pdf', '深圳市信访局', 2026, 60],
  ['cases/c02-split-into-4-suzhou.pdf', '苏州市审计局', 2026, 60],
  ['cases/s11-running-header-splits-document.pdf', '示例市数据服务局', 2027, 95],
  ['cases/s12-table-number-line-above-repeated-title.pdf', '示例市数据服务局', 2027, 95],
  ['samples/cities/烟台市信访局2026年部门预算.pdf', '烟台市信访局', 2026, 60],
  ['samples/cities/北京市审计局2026年度部门预算报表.pdf', '北京市审计局', 2026, 70],
];

it.each(DOCUMENTS.filter(([path]) => existsSync(new URL(encodeURI(path), FOLDER))))(
  '%s',
  async (path, agency, year, least) => {
    const { disclosures, coverage } = await read(path);
    const { amounts } = coverage!;
    expect(disclosures.map((each) => [each.agency.name, each.year])).toEqual([[agency, year]]);
    expect(amounts.unread).toBe(0);
    expect(amounts.read * 100).toBeGreaterThanOrEqual(amounts.printed * least);
  },
);
