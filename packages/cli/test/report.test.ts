import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '@mingsuan/documents/report/html/escape';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOf, folderOf, mingsuan, type Outcome, type RunOptions } from './helpers.ts';
import { chinesePdf } from './pdf-samples.ts';
import { TEXT } from './sample.ts';

const WORDS = '2026年，示例市司法局收入预算100.00万元，其中：财政拨款收入100.00万元，比2026年预算增加20.00万元。';
const pages = (agency: string) => [
  [`${agency}2026年部门预算`],
  [`${agency}主要职能`, `${agency}是市政府的工作部门，主管全市法治宣传工作。。`, '负责人民调解。'],
  ['2026年部门预算编制说明', WORDS.replace('示例市司法局', agency)],
];
const HOSTILE = '<img src=x>\u202e';

const folder = folderOf({
  '司法局.pdf': chinesePdf(pages('示例市司法局')),
  '公开/司法局.pdf': chinesePdf(pages('示例市司法局')),
  '公开/司法局-标注.pdf': chinesePdf(pages('示例市财政局')),
  '公开/302.txt': TEXT,
  '302.txt': TEXT,
  '<b>恶意.pdf': chinesePdf(
    pages('示例市司法局').map((lines) => lines.map((line) => line.replace('工作。', `${HOSTILE}。`))),
  ),
  '空.pdf': '',
});
afterAll(folder.remove);

const cli = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  mingsuan(args, { cwd: folder.path, ...options });
const fileOf = (name: string): Buffer => readFileSync(join(folder.path, name));
const annotationsIn = (pdf: Buffer): number => pdf.toString('latin1').split('/Subtype/Highlight').length - 1;

describe('xlsx', () => {
  test('the name of the output chooses it, and the findings stand in their items with pictures', async () => {
    const { status, stdout, stderr } = await cli(['check', '司法局.pdf', '--output', '检查表.xlsx']);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: '' });
    const { sheets } = await readXlsx(fileOf('检查表.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(['示例市司法局']);
    const failed = sheets[0]!.rows.filter((cells) => cells[2] === '否').map((cells) => cells[1]);
    expect(failed).toEqual(['主要职能', '预算编制说明']);
    expect(sheets[0]!.images).toHaveLength(2);
  });

  test('several files, one of them unreadable, have an overview', async () => {
    const { status, stderr } = await cli(['check', '司法局.pdf', '302.txt', '空.pdf', '-o', '汇总.xlsx']);
    expect(status).toBe(2);
    expect(stderr).toContain('mingsuan: 空.pdf：');
    const { sheets } = await readXlsx(fileOf('汇总.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '示例市司法局', '示例市数据资源管理局']);
    expect(sheets[0]!.rows[4]!.join('|')).toContain('空.pdf||||没有读成');
  });

  test('goes to a pipe', async () => {
    const bytes = await bytesOf(['check', '302.txt', '--format', 'xlsx'], { cwd: folder.path });
    expect((await readXlsx(bytes)).sheets).toHaveLength(1);
  });
});

describe('pdf', () => {
  test('the source with its findings', async () => {
    const { status, stderr } = await cli(['check', '司法局.pdf', '-o', '标注.pdf']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(annotationsIn(fileOf('标注.pdf'))).toBe(2);
  });

  test('standard input to standard output', async () => {
    const bytes = await bytesOf(['check', '-', '--format', 'pdf'], { stdin: fileOf('司法局.pdf') });
    expect([bytes.toString('latin1', 0, 5), annotationsIn(bytes)]).toEqual(['%PDF-', 2]);
  });

  test('a folder, whose texts are told and whose sources stay', async () => {
    const before = fileOf('公开/司法局-标注.pdf');
    const { status, stderr } = await cli(['check', '公开/', '--format', 'pdf', '--output', '公开/']);
    expect(status).toBe(2);
    expect(stderr).toBe('mingsuan: 公开/302.txt：不是 PDF，没有页面可以标注；请用 --format xlsx 或 html\n');
    expect(readdirSync(join(folder.path, '公开')).sort()).toEqual(
      ['302.txt', '司法局-标注-标注.pdf', '司法局-标注.pdf', '司法局-标注2.pdf', '司法局.pdf'].sort(),
    );
    expect(fileOf('公开/司法局-标注.pdf').equals(before)).toBe(true);
  });

  test('a folder is made', async () => {
    await cli(['check', '司法局.pdf', '--format', 'pdf', '--output', '新/标注/']);
    expect(readdirSync(join(folder.path, '新/标注'))).toEqual(['司法局-标注.pdf']);
  });

  test('of a text there is none, and nothing is left', async () => {
    const { status, stderr } = await cli(['check', '302.txt', '-o', '无.pdf']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'mingsuan: 302.txt：不是 PDF，没有页面可以标注；请用 --format xlsx 或 html\n',
    });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('无'))).toEqual([]);
  });
});

describe('html', () => {
  test('one page that needs nothing else and runs nothing else', async () => {
    const { status, stdout } = await cli(['check', '司法局.pdf', '--format', 'html']);
    expect(status).toBe(1);
    const page = stdout;
    expect(page.match(/(?:src|href)="(?!data:image\/png;base64,|#)[^"]*"/g)).toBeNull();
    const hash = (tag: string): string => {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)!;
      return `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;
    };
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    expect(policy).toContain(`style-src ${hash('style')}; script-src ${hash('script')}`);
    expect(page.match(/<article /g)).toHaveLength(2);
    expect(page.match(/<img /g)).toHaveLength(2);
    for (const word of ['<html lang="zh-CN">', '<main>', '<h1>', 'role="search"', 'aria-live', '预算编制说明'])
      expect(page).toContain(word);
  });

  test('what a document says is text', async () => {
    const { status, stdout } = await cli(['check', '<b>恶意.pdf', '--format', 'html']);
    expect(status).toBe(1);
    expect(stdout.match(/<script/g)).toHaveLength(1);
    expect(stdout).not.toContain('<img src=x');
    expect(stdout).not.toContain('<b>');
    expect(stdout).toContain('&lt;b&gt;恶意.pdf');
    expect(stdout).not.toContain('\u202e');
    expect(stdout).toContain('&lt;img src=x&gt;。。');
  });

  test('in English, with what could not be read', async () => {
    const { status, stdout } = await cli(['check', '302.txt', '空.pdf', '--format', 'html', '--lang', 'en']);
    expect(status).toBe(2);
    expect(stdout).toContain('<html lang="en">');
    expect(stdout).toContain('Files that could not be read');
  });

  test.each([
    [`<a href='x'>&"`, '&lt;a href=&#39;x&#39;&gt;&amp;&quot;'],
    ['预算\u0000\u001b[31m\u202e表\n', '预算[31m表\n'],
  ])('escape %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });
});

test.each<[readonly string[], string, RunOptions?]>([
  [
    ['check', '302.txt', '--format', 'xlsx'],
    'xlsx 不能显示在屏幕上，请写到文件，例如 --output 检查.xlsx',
    { tty: true },
  ],
  [['check', '司法局.pdf', '302.txt', '--format', 'pdf'], '几个文件的标注要写到文件夹里'],
  [['check', '司法局.pdf', '302.txt', '-o', '合.pdf'], '几个文件的标注要写到文件夹里'],
  [['check', '司法局.pdf', '-o', '司法局.pdf'], '--output 不能覆盖要读的文件'],
  [['check', '302.txt', '-o', '没有/检查.xlsx'], '写不了“没有/检查.xlsx”（ENOENT）'],
  [['check', '司法局.pdf', '-f', 'pdf', '-o', '没有/检查.pdf'], '写不了“没有/检查.pdf”（ENOENT）'],
  [['check', '司法局.pdf', '-f', 'pdf', '-o', '302.txt/'], '写不了“302.txt/”（EEXIST）'],
  [['read', '302.txt', '--format', 'xlsx'], '--format 不能是“xlsx”，可用的有 pretty、json、csv、sarif'],
  [['read', '302.txt', '--output', '数据.html'], '--format 不能是“html”'],
])('mingsuan %s', async (args, message, options = {}) => {
  const { status, stdout, stderr } = await cli(args, options);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`mingsuan: ${message}`);
  expect(existsSync(join(folder.path, '合.pdf'))).toBe(false);
});
