/** Word 97–2003 as LibreOffice writes it: `files/rich.doc` has lists, notes, fields, hidden and changed text, merges; `files/box.doc` text boxes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDoc } from '../../src/doc/read-doc.ts';
import { rowShape, shapesOf } from '../../src/doc/rows.ts';
import { unlock } from '../../src/protected/unlock.ts';
import { shown } from '../office/make-office.ts';

const fileOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)));

test('numbers of lists, fields as their results, notes behind what refers to them, tables with merges', () => {
  const { pages, problems } = readDoc(fileOf('./files/rich.doc'));
  const lines = shown({ pages });
  expect(lines.slice(0, 6)).toEqual(['一、职能', '二、机构', '（一）内设', '（二）所属', '1.一点', '三、收支']);
  expect(lines.slice(9)).toEqual([
    '带注的段',
    '注的内容',
    '显示²',
    '换行',
    '甲插',
    '| 项目 | < | 合计 | 备注⏎第二段 |',
    '| 类 | 款 | ^ | x |',
    '| 201 | 20103 | 12.50 | 后 |',
    '| 内1 | 内2 |',
    '尾',
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['tracked-changes', 'hidden-content']);
});

test('text boxes and their tables stand behind the paragraph that they hang on', () => {
  const { pages, problems } = readDoc(fileOf('./files/box.doc'));
  expect(shown({ pages })).toEqual(['前文', '一段接着', '框里的话', '| 205 | 12.50 |', '中间', '后文', '第二框']);
  expect(problems).toEqual([]);
});

test('a protected document, once it is unlocked', async () => {
  const open = await unlock(fileOf('../protected/files/rc4.doc'), 'mima-123');
  expect(shown(readDoc(open))).toContain('| 205 | 教育支出 | 120.50 | 100.00 | 20.50 |');
});

/** TDefTable of cells that end at these twips; flags of each cell. */
const row = (edges: readonly number[], flags: readonly number[] = []): Buffer => {
  const count = edges.length - 1;
  const value = Buffer.alloc(1 + 2 * edges.length + 20 * count);
  value[0] = count;
  for (const [i, edge] of edges.entries()) value.writeInt16LE(edge, 1 + 2 * i);
  for (const [i, flag] of flags.entries()) value.writeUInt16LE(flag, 1 + 2 * edges.length + 20 * i);
  const head = Buffer.from([0x08, 0xd6, 0, 0]);
  head.writeUInt16LE(value.length + 1, 2);
  return Buffer.concat([head, value]);
};

test.each([
  [
    'edges of all rows are the columns',
    [row([0, 3000]), row([0, 1000, 3005])],
    [
      [[0, 2]],
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ],
  [
    'a merge to the left',
    [row([0, 1000, 2000], [2, 1]), row([0, 1000, 2000])],
    [
      [[0, 2], undefined],
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ],
  [
    'no row is told twice',
    [row([0, 5, 1000]), row([0, 1000])],
    [
      [
        [0, 1],
        [1, 1],
      ],
      [[0, 1]],
    ],
  ],
])('%s', (_, rows, expected) => {
  const shapes = shapesOf(rows.map(rowShape));
  expect(shapes.map((cells) => cells!.map((cell) => cell && [cell.column, cell.colSpan]))).toEqual(expected);
});
