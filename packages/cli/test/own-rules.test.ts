import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { executeInWorkers } from '../src/work/execute.ts';
import { folderOf, mingsuan, type Outcome, type RunOptions } from './helpers.ts';

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/own-rules.md'), 'utf8');
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(DOC)![1]!;

const budget = (code: string, training: string) => `2026年部门预算

部门预算基本支出表

${code} 某市数据局

预算年度：2026

单位：万元
科目编码\t科目名称\t合计\t人员经费\t公用经费
合计\t\t${training}\t\t${training}
302\t商品和服务支出\t${training}\t\t${training}
30216\t培训费\t${training}\t\t${training}
30217\t公务接待费\t6.00\t\t6.00

2026年部门预算信息公开情况说明

一、总体情况

支出按有关规定执行。2025年度预算执行较好。
`;

const RULES = `phrases:
  forbidden:
    - 按有关规定执行
`;

const folder = folderOf({
  '302.txt': budget('302', '20.00'),
  '302001.txt': budget('302001', '20.00'),
  '例子.yaml': EXAMPLE,
  '规则.yaml': RULES,
  '错误.yaml': `equations:\n  - id: own 1\n    title: 限额\n    equation: 培训费表[302].合计 <= 5万元\nseverities:\n  target-empty-tolk: warning\n`,
  '缩进.yaml': 'equations:\n\t- id: a\n',
  '空.yaml': '',
  '大.yaml': '#'.repeat((1 << 20) + 1),
  'gbk.yaml': Buffer.from([0xb9, 0xe6, 0xd4, 0xf2]),
});
afterAll(folder.remove);

const cli = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  mingsuan(['check', ...args, '--format', 'json'], { cwd: folder.path, ...options });

const rulesOf = ({ stdout }: Outcome): Set<string> =>
  new Set(
    JSON.parse(stdout).documents.flatMap(({ findings }: { findings: { rule: string }[] }) =>
      findings.map(({ rule }) => rule),
    ),
  );

describe('rules of one’s own', () => {
  test('the example of docs/own-rules.md runs, every rule of it', async () => {
    const { status, stderr, stdout } = await cli(['302.txt', '--rules', '例子.yaml']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    for (const rule of [
      ...['own-training', 'own-hospitality', 'section-政府采购', 'section-国有资产', 'forbidden-按有关规定执行'],
      ...['forbidden-\\d{4}年度预算执行较好', 'required-预算法'],
    ]) {
      expect(rulesOf({ status, stderr, stdout })).toContain(rule);
    }
  });

  test('the faults that the document shows are what the program says', async () => {
    const [, ...shown] = /```text\n([\s\S]*?)```/.exec(DOC)![1]!.split('规则.yaml');
    const { stderr } = await cli(['302.txt', '--rules', '错误.yaml']);
    for (const line of shown) expect(stderr).toContain(line.replace(/^:\d+:\d+/, '').trim());
  });

  test('reach files that are checked together, and worker threads', async () => {
    const together = await cli(['302.txt', '302001.txt', '--rules', '规则.yaml']);
    expect(rulesOf(together)).toContain('forbidden-按有关规定执行');
    const threads = await cli(['302.txt', '302001.txt', '--rules', '规则.yaml'], { execute: executeInWorkers });
    expect(threads.stdout).toBe(together.stdout);
  });

  test.each<[file: string, ...lines: (string | RegExp)[]]>([
    [
      '错误.yaml',
      /^错误\.yaml:2:9: 规则编号“own 1”里只能有/,
      /^错误\.yaml:4:15: 表达式看不懂：没有名为“培训费表”的表。$/,
      /^错误\.yaml:6:3: 没有编号为“target-empty-tolk”的规则，是不是“target-empty-talk”？/,
    ],
    ['缩进.yaml', '缩进.yaml:2:1: 缩进不能用制表符（Tab），请改用空格。'],
    ['空.yaml', /^空\.yaml:1:1: 文件里没有规则，可写的有 equations、/],
    ['大.yaml', 'mingsuan: 大.yaml：它超过了 1 MB，不像是手写的，请检查文件名。'],
    ['gbk.yaml', 'mingsuan: gbk.yaml：它不是 UTF-8 编码的文本，请在编辑器里另存为 UTF-8。'],
    ['.', 'mingsuan: .：这是一个文件夹，请给出其中的 YAML 文件。'],
    ['没有.yaml', 'mingsuan: 没有.yaml：没有这个文件，请检查文件名和路径。'],
  ])('%s is told before any work', async (file, ...expected) => {
    const { status, stdout, stderr } = await cli(['302.txt', '--rules', file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(expected.length);
    for (const [i, each] of expected.entries()) expect(lines[i]).toMatch(each);
  });

  test('are an option of check alone', async () => {
    const { stdout } = await mingsuan(['check', '--help']);
    expect(stdout).toContain('--rules');
    expect((await mingsuan(['read', '302.txt', '--rules', '规则.yaml'], { cwd: folder.path })).status).toBe(2);
  });
});
