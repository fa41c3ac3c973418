import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findInputs } from '../src/inputs/inputs.ts';
import { bytesOf } from '../src/inputs/load.ts';
import type { Job } from '../src/work/job.ts';
import { folderOf } from './helpers.ts';

const folder = folderOf({
  '甲/302.txt': 'x',
  '甲/2026/303.pdf': 'x',
  '甲/样例.json': '{"documents": []}',
  '甲/package.json': '{"name": "x"}',
  '甲/表.xlsx': 'x',
  '甲/旧文.ppt': 'x',
  '甲/网页_files/广告.html': 'x',
  '甲/.隐藏.txt': 'x',
  '甲/~$302.txt': 'x',
  '甲/node_modules/a/readme.txt': 'x',
  '乙.txt': 'x',
  '空/说明.ppt': 'x',
  '乙/1.txt': 'x',
  '乙/闭/2.txt': 'x',
});
symlinkSync(folder.path, join(folder.path, '甲/回环'));
afterAll(folder.remove);

const sourcesOf = async (...args: string[]): Promise<string[]> =>
  (await findInputs(args, folder.path)).inputs.map((input) => `${input.source}${'unreadable' in input ? '!' : ''}`);

describe('arguments', () => {
  test.each([
    [['乙.txt'], ['乙.txt']],
    [['甲'], ['甲/2026/303.pdf', '甲/302.txt', '甲/样例.json', '甲/表.xlsx']],
    [['甲/'], ['甲/2026/303.pdf', '甲/302.txt', '甲/样例.json', '甲/表.xlsx']],
    [['**/*.txt'], ['乙/1.txt', '乙/闭/2.txt', '乙.txt', '甲/302.txt']],
    [['甲/*.{pdf,txt}'], ['甲/302.txt']],
    [
      ['乙.txt', './乙.txt', '甲/302.txt', '甲'],
      ['乙.txt', '甲/302.txt', '甲/2026/303.pdf', '甲/样例.json', '甲/表.xlsx'],
    ],
    [['-'], ['-']],
    [['没有.pdf'], ['没有.pdf!']],
    [['没有/*.pdf'], ['没有/*.pdf!']],
    [['空'], ['空!']],
    [['甲/表.xlsx'], ['甲/表.xlsx']],
  ])('%j → %j', async (args, sources) => expect(await sourcesOf(...args)).toEqual(sources));

  test('a folder within that cannot be looked into is told, and the others are read', async () => {
    const closed = join(folder.path, '乙/闭');
    chmodSync(folder.path, 0o755);
    chmodSync(closed, 0o000);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect(await sourcesOf('乙')).toEqual(['乙/1.txt', '乙/闭!']);
      expect(await sourcesOf('乙/**/*.txt')).toEqual(['乙/1.txt', '乙/闭!']);
      expect(await sourcesOf('乙/*.txt')).toEqual(['乙/1.txt']);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(closed, 0o755);
    }
  });

  test('documents that no reader takes are counted', async () => {
    expect((await findInputs(['甲'], folder.path)).skipped).toEqual({ ppt: 1 });
  });
});

test('a saved web page brings along the pictures beside it, and nothing from elsewhere', async () => {
  const png = '\x89PNG';
  const page = '<p>表</p><img src="网页_files/1.png"><img src="../1.png"><img src="/etc/1.png">';
  const saved = folderOf({ '存/网页.html': page, '存/网页_files/1.png': png, '1.png': png });
  writeFileSync(join(saved.path, '存/网页_files/1.png'), Buffer.from(png, 'latin1'));
  const bytes = await bytesOf({ source: '网页.html', path: join(saved.path, '存/网页.html') } as Job);
  saved.remove();
  const held = `data:image/png;base64,${Buffer.from(png, 'latin1').toString('base64')}`;
  expect(Buffer.from(bytes).toString('utf8')).toBe(page.replace('网页_files/1.png', held));
});
