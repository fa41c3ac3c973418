import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderOf, mingsuan, type Outcome } from './helpers.ts';

const FILE = 'mingsuan.dismissed.yaml';

const budget = (total: string, duty = '负责数据资源管理。') => `2026年部门预算

部门预算支出总表

302 某市数据局

预算年度：2026

单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t${total}\t100.00\t
201\t一般公共服务支出\t100.00\t100.00\t

2026年部门预算信息公开情况说明

一、职责

${duty}
`;

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({ 'a.txt': budget('120.00') });
});
afterEach(() => folder.remove());

const run = (...args: string[]): Promise<Outcome> => mingsuan(args, { cwd: folder.path });
const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
const kept = (name = FILE) => readFileSync(join(folder.path, name), 'utf8');

async function check(...args: string[]): Promise<CheckedDocument & { status: number }> {
  const { status, stdout } = await run('check', 'a.txt', '--format', 'json', ...args);
  return { status, ...JSON.parse(stdout).documents[0] };
}

async function errorIds(): Promise<string[]> {
  return (await check('--no-dismissals')).findings.filter(({ severity }) => severity === 'error').map(({ id }) => id!);
}

describe('a dismissed finding', () => {
  test('stays dismissed, and out of the exit status', async () => {
    const ids = await errorIds();
    expect(ids.length).toBeGreaterThan(0);
    expect((await check()).status).toBe(1);
    expect(await run('dismiss', ...ids, '--reason', '口径: 已核实')).toEqual({
      status: 0,
      stdout: `已核销 ${ids.length} 个问题，记在 ${FILE}\n`,
      stderr: '',
    });
    const { status, findings, dismissed } = await check();
    expect(status).toBe(0);
    expect(findings.map(({ id }) => id)).not.toContain(ids[0]);
    expect(dismissed?.map(({ id, reason, date }) => ({ id, reason, date }))).toEqual(
      ids.map((id) => ({ id, reason: '口径: 已核实', date: '2026-03-02' })),
    );
    expect((await run('check', 'a.txt', '--format', 'pretty')).stdout).toContain(`，另有 ${ids.length} 个问题已核销`);
    expect((await run('check', 'a.txt', '--format', 'csv')).stdout).not.toContain(ids[0]);
    const sarif = JSON.parse((await run('check', 'a.txt', '--format', 'sarif')).stdout);
    expect(sarif.runs[0].results.at(-1)).toMatchObject({
      partialFingerprints: { 'mingsuanFinding/v2': ids.at(-1) },
      suppressions: [{ kind: 'external', status: 'accepted', justification: '口径: 已核实' }],
    });
  });

  test('stays so where other text changes, and returns with its figure', async () => {
    await run('dismiss', ...(await errorIds()), '--reason', '已核实');
    write('a.txt', `前言\n\n${budget('120.00', '负责数据资源管理和开放。\n\n另设两个科。')}`);
    expect((await check()).status).toBe(0);
    write('a.txt', budget('130.00'));
    expect((await check()).status).toBe(1);
  });

  test('is listed with --no-dismissals', async () => {
    await run('dismiss', ...(await errorIds()), '--reason', '已核实');
    expect(await check('--no-dismissals')).toMatchObject({ status: 1 });
    expect((await check('--no-dismissals')).dismissed).toBeUndefined();
  });
});

describe('the file', () => {
  test('tells people what was dismissed, where the documents are named', async () => {
    const [id = ''] = await errorIds();
    await run('dismiss', id, '--in', 'a.txt', '--reason', '已核实', '--file', '核销.yaml');
    expect(kept('核销.yaml')).toMatch(
      new RegExp(
        `- id: ${id}\n {4}reason: 已核实\n {4}date: 2026-03-02\n {4}source: a.txt\n {4}rule: .+\n {4}message: .+`,
      ),
    );
    expect((await check('--dismissals', '核销.yaml')).dismissed).toHaveLength(1);
    expect((await check()).dismissed).toBeUndefined();
  });

  test('keeps what people wrote, and every entry once', async () => {
    const before = `# 说明\ndismissed:\n  # 第一条\n  - id: 12345e67 # 像数\n    reason: "甲"\n`;
    write(FILE, before);
    const { stderr, stdout } = await run('dismiss', '12345e67', '00000012-3', '--reason', '乙');
    expect(stderr).toBe('mingsuan: 12345e67 已经核销过（甲），没有重复记下\n');
    expect(stdout).toBe(`已核销 1 个问题，记在 ${FILE}\n`);
    expect(kept().startsWith(before)).toBe(true);
    expect(kept().slice(before.length)).toBe('  - id: 00000012-3\n    reason: 乙\n    date: 2026-03-02\n');
    expect(readdirSync(folder.path).sort()).toEqual(['a.txt', FILE]);
  });

  test('twenty that dismiss at once lose nothing of each other', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `000000${String(i).padStart(2, '0')}`);
    const ended = await Promise.all(ids.map((id) => run('dismiss', id, '--reason', '已核实')));
    expect(ended.map(({ status }) => status)).toEqual(ids.map(() => 0));
    expect(
      kept()
        .match(/(?<=id: ").*(?=")/g)
        ?.sort() ??
        kept()
          .match(/(?<=id: ).*/g)
          ?.sort(),
    ).toEqual(ids);
    expect(readdirSync(folder.path).sort()).toEqual(['a.txt', FILE]);
  });

  test('one who was killed meanwhile holds up nobody', async () => {
    write(`${FILE}.lock`, '');
    const long = new Date(Date.now() - 60_000);
    utimesSync(join(folder.path, `${FILE}.lock`), long, long);
    expect((await run('dismiss', '00000000', '--reason', '已核实')).status).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(['a.txt', FILE]);
  });

  test('may be larger than what people write by hand', async () => {
    const entry = (i: number) => `  - id: ${String(i).padStart(8, '0')}\n    reason: ${'已核实'.repeat(30)}\n`;
    write(FILE, `dismissed:\n${Array.from({ length: 4000 }, (_, i) => entry(i)).join('')}`);
    expect(kept().length).toBeGreaterThan(400_000);
    expect((await run('dismiss', '99999999', '--reason', '已核实')).status).toBe(0);
    expect(kept()).toContain('99999999');
  });

  test.each([
    ['', []],
    ['# 无\n', []],
    ['dismissed:\n', []],
    ['dismissed: []\n', []],
    ['dismissed:\n  - id: zzzzzzzz\n    reason: 已改\n', ['zzzzzzzz']],
  ])('%j is taken, and added to', async (text, before) => {
    write(FILE, text);
    expect((await check()).status).toBe(1);
    expect((await run('dismiss', '00000000', '--reason', '乙')).status).toBe(0);
    expect(kept().match(/(?<=id: ).*/g)).toEqual([...before, '00000000']);
  });

  test.each([
    ['dismissed:\n  - id: 第一条\n    reason: 无\n', /^mingsuan\.dismissed\.yaml:2:9: “第一条”不是问题的编号/],
    ['dismissed:\n  - id: 00000000\n', /^mingsuan\.dismissed\.yaml:2:5: 缺少“reason”/],
    ['dismissed:\n\t- id: 00000000\n', /^mingsuan\.dismissed\.yaml:3:1: |^mingsuan\.dismissed\.yaml:2:1: 缩进不能用/],
  ])('%j is faulty', async (text, line) => {
    write(FILE, text);
    for (const args of [
      ['check', 'a.txt'],
      ['dismiss', '00000001', '--reason', '乙'],
    ]) {
      const { status, stdout, stderr } = await run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(line);
    }
    expect(kept()).toBe(text);
  });

  test('named but missing is told', async () => {
    const { status, stderr } = await run('check', 'a.txt', '--dismissals', '没有.yaml');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'mingsuan: 没有.yaml：没有这个文件，请检查文件名和路径。\n',
    });
  });
});

describe('wrong usage of dismiss is one line', () => {
  test.each([
    [[], /没有写要核销的编号/],
    [['4mgj2i6z'], /没有写核销的理由/],
    [['4mgj2i6z', '--reason', ' '], /没有写核销的理由/],
    [['第一条', '--reason', '无'], /“第一条”不是问题的编号/],
    [['00000000', '--reason', '无', '--in', 'a.txt'], /没有编号为 00000000 的问题/],
    [['00000000', '--reason', '无', '--in', '没有.txt'], /没有\.txt：没有这个文件/],
    [['00000000', '--reason', '无', '--file', '没有/a.yaml'], /写不了“没有\/a\.yaml”/],
    [['00000000', '--reason', '无', '--file', '.'], /这是一个文件夹/],
  ])('%j', async (args, line) => {
    const { status, stdout, stderr } = await run('dismiss', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder.path)).toEqual(['a.txt']);
  });
});
