import { expect, it } from 'vitest';
import { placesOf, problemsAlike } from '../src/problems-alike.ts';

const onPage = (code: string, message: string, page: number) => ({ code, message, origin: { page } });

it('what says the same of other places stands with the first', () => {
  const alike = problemsAlike([
    onPage('rows-not-read', '第 1 页有带金额的几行没有读入。', 1),
    onPage('scanned-page', '第 2 页有 1 张表是图片。', 2),
    onPage('rows-not-read', '第 6 页有带金额的几行没有读入。', 6),
    onPage('rows-not-read', '第 6 页有带金额的几行没有读入。', 6),
  ]);
  expect(alike.map(({ problem, others }) => [problem.code, others.length])).toEqual([
    ['rows-not-read', 2],
    ['scanned-page', 0],
  ]);
  expect(placesOf(alike[0]!.others, ({ page }) => `第${page}页`)).toEqual(['第6页']);
});

it('each table that was not read keeps its line', () => {
  const of = (table: string, cell: string) => ({
    code: 'not-a-number',
    message: `“${table}”的金额格里是“${cell}”，不是数字，未计入。`,
  });
  const alike = problemsAlike([of('收支总表', '助'), of('收支总表', '出'), of('收入总表', '助')]);
  expect(alike.map(({ others }) => others.length)).toEqual([1, 0]);
});
