import { chmodSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { unreadableOf } from '../src/inputs/load.ts';
import { VERSION } from '../src/version.ts';
import { folderOf, mingsuan, type Outcome, pretend, type RunOptions } from './helpers.ts';
import { encryptedPdf, scannedPdf, truncatedPdf } from './pdf-samples.ts';
import { TEXT } from './sample.ts';

const folder = folderOf({
  '302.txt': TEXT,
  '303.txt': TEXT.replace('302 ', '303 '),
  '公开/a.txt': TEXT,
  '空的.pdf': '',
  '截断.pdf': truncatedPdf,
  '加密.pdf': encryptedPdf,
  '扫描.pdf': scannedPdf,
  '其实是文本.pdf': TEXT,
  'utf16.txt': Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  '控制.txt': TEXT.replace('收支总表', '收支\u0007总表'),
  '图.pdf': Buffer.from('GIF89a', 'latin1'),
  '坏.json': '{"documents": [{"source": "a"}]}',
  '没有文档/说明.ppt': 'x',
  '不可读.txt': TEXT,
  '大.txt': 'x',
  '大.pdf': '%PDF-1.7\n',
});
truncateSync(join(folder.path, '大.txt'), 200 * 1024 * 1024);
truncateSync(join(folder.path, '大.pdf'), 400 * 1024 * 1024);
chmodSync(join(folder.path, '不可读.txt'), 0o000);
afterAll(folder.remove);

const cli = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  mingsuan(args, { cwd: folder.path, ...options });

describe('what can be read', () => {
  test('read prints the documents as JSON where it is piped', async () => {
    const { status, stdout, stderr } = await cli(['read', '302.txt', '303.txt']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { documents } = JSON.parse(stdout);
    expect(documents.map(({ source }: { source: string }) => source)).toEqual(['302.txt', '303.txt']);
    expect(documents[1].disclosures[0].agency.code).toBe('303');
  });

  test('and a report on a terminal', async () => {
    const { stdout } = await cli(['read', '302.txt'], { tty: true });
    expect(stdout).toContain('示例市数据资源管理局（302）');
    expect(stdout).toContain('\x1b[1m302.txt');
    expect((await cli(['read', '302.txt', '--no-color'], { tty: true })).stdout).not.toContain('\x1b[1m');
    expect((await cli(['read', '302.txt'], { tty: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\x1b[1m');
  });

  test('standard input', async () => {
    const { status, stdout } = await cli(['read', '-'], { stdin: TEXT });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).documents[0]).toMatchObject({ source: '-', disclosures: [{ agency: { code: '302' } }] });
  });

  test('what read wrote is taken back', async () => {
    const { stdout } = await cli(['read', '302.txt']);
    expect((await cli(['read', '-'], { stdin: stdout })).stdout).toBe(stdout);
  });

  test.each([
    ['其实是文本.pdf', 'wrong-extension'],
    ['控制.txt', 'control-characters'],
  ])('%s, with a note', async (name, code) => {
    const { status, stdout } = await cli(['read', name]);
    expect(status).toBe(0);
    const [document] = JSON.parse(stdout).documents;
    expect(document.disclosures).toHaveLength(1);
    expect(document.problems[0].code).toBe(code);
  });

  test('UTF-16', async () => {
    const { stdout } = await cli(['read', 'utf16.txt']);
    expect(JSON.parse(stdout).documents[0].disclosures[0].agency.name).toBe('示例市数据资源管理局');
  });

  test('documents in a folder that cannot be read yet are told', async () => {
    const { status, stderr } = await cli(['read', '公开', '没有文档/../公开', '302.txt']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('a protected file opens with its password', () => {
  const file = fileURLToPath(new URL('../../documents/test/protected/files/standard.xlsx', import.meta.url));
  const secret = folderOf({ 'p.txt': 'mima-123\r\n' });
  afterAll(secret.remove);
  test.each([
    ['given', ['--password', 'mima-123'], {}],
    ['in a file', ['--password-file', join(secret.path, 'p.txt')], {}],
    ['in the environment', [], { MINGSUAN_PASSWORD: 'mima-123' }],
  ])('%s', async (_, args, env) => {
    const { status, stdout, stderr } = await cli(['read', file, ...args], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('教育支出');
    expect(stdout).not.toContain('mima');
  });

  test('and not with another', async () => {
    const { status, stderr } = await cli(['read', file, '--password', 'falsch']);
    expect(status).toBe(2);
    expect(stderr).toContain('密码不对');
    expect(stderr).not.toContain('falsch');
  });
});

describe('what cannot be read has one line and status 2', () => {
  test.each([
    ['没有.pdf', 'missing'],
    ['空的.pdf', 'empty'],
    ['截断.pdf', 'damaged'],
    ['加密.pdf', 'encrypted'],
    ['扫描.pdf', 'scanned'],
    ['图.pdf', 'unsupported'],
    ['坏.json', 'damaged'],
    ['大.txt', 'too-large'],
    ['大.pdf', 'too-large'],
    ['没有文档', 'missing'],
    ['没有/*.pdf', 'missing'],
  ])('%s: %s', async (name, code) => {
    const { status, stdout, stderr } = await cli(['check', name]);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')[0]).toMatch(new RegExp(`^mingsuan: ${name.replaceAll('*', '\\*')}：.*请.*。$`));
    const [document] = JSON.parse(stdout).documents;
    expect(document).toMatchObject({ source: name, findings: [], problems: [{ code }] });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    expect((await cli(['read', '不可读.txt'])).stderr).toContain('权限');
  });

  test('binary on standard input', async () => {
    const { status, stderr } = await cli(['read', '-'], { stdin: Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]) });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^mingsuan: 标准输入：这是不认识的二进制文件.*。\n$/);
  });

  test('the others are read all the same, in their order', async () => {
    const { status, stdout, stderr } = await cli(['read', '空的.pdf', '302.txt', '没有.pdf', '303.txt', '图.pdf']);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
    const { documents } = JSON.parse(stdout);
    expect(documents.map(({ source }: { source: string }) => source)).toEqual([
      '空的.pdf',
      '302.txt',
      '没有.pdf',
      '303.txt',
      '图.pdf',
    ]);
  });

  test('in English by its code', async () => {
    const { stderr } = await cli(['read', '没有.pdf', '--lang', 'en']);
    expect(stderr).toMatch(/^mingsuan: 没有\.pdf: no such file/);
  });
});

test.each([
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EIO', 'internal'],
])('the file system’s %s is %s', (errno, code) => {
  expect(unreadableOf(Object.assign(new Error('x'), { code: errno })).code).toBe(code);
});

describe('wrong usage has one line and status 2', () => {
  test.each([
    [[], '没有指定命令'],
    [['check'], '没有指定文件'],
    [['核对', 'a.pdf'], '没有“核对”这个命令'],
    [['check', '--fast', 'a.pdf'], '没有 --fast 这个选项'],
    [['check', 'a.pdf', '--format', 'xml'], '--format 不能是“xml”'],
    [['check', 'a.pdf', '--format'], '选项 -f, --format 后面缺少内容'],
    [['check', 'a.pdf', '--lang', 'fr'], '--lang 不能是“fr”'],
    [['check', 'a.pdf', '--jobs', '0'], '--jobs 要用正整数'],
    [['check', 'a.pdf', '--timeout', 'x'], '--timeout 要用正整数'],
    [['read', '302.txt', '-o', '302.txt'], '--output 不能覆盖'],
    [['read', '302.txt', '-o', '没有/a.json'], '写不了“没有/a.json”'],
    [['check', 'a.pdf', '--fast', '--lang', 'en'], 'no option --fast'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await cli(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^mingsuan: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });
});

describe('the exit status of check', () => {
  test.each([
    [pretend(0, 3), ['302.txt'], 0],
    [pretend(0, 3, 1), ['302.txt'], 3],
    [pretend(1, 0, 1), ['302.txt'], 1],
    [pretend(1), ['302.txt'], 1],
    [pretend(1), ['302.txt', '没有.pdf'], 2],
  ] as const)('%#', async ({ execute }, args, expected) => {
    expect((await cli(['check', ...args], { execute })).status).toBe(expected);
  });

  test('what is no budget was not read', async () => {
    const { status, stdout } = await cli(['check', '-', '--format', 'json'], {
      stdin: '购物清单\n\n名称\t价\n米\t1.50\n',
    });
    expect(status).toBe(3);
    expect(JSON.parse(stdout).documents[0].coverage.amounts).toEqual({ printed: 1, read: 0, generic: 0, unread: 1 });
  });

  test('read never says 1', async () => {
    expect((await cli(['read', '302.txt'], pretend(1))).status).toBe(0);
  });
});

describe('output', () => {
  test.each([
    ['out.csv', /^\ufeffsource,/],
    ['out.json', /^\{"documents"/],
    ['out.sarif', /"version": "2\.1\.0"/],
    ['out.txt', /^302\.txt\n {2}读出 1\/1 张表.*\n {2}示例市/],
  ])('%s is written in the format of its name', async (name, start) => {
    const { status, stdout } = await cli(['read', '302.txt', '--output', name], { tty: true });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder.path, name), 'utf8')).toMatch(start);
    expect(existsSync(join(folder.path, `${name}.part`))).toBe(false);
  });

  test('skipped documents are told unless --quiet', async () => {
    writeSync(openSync(join(folder.path, '公开/b.ppt'), 'w'), 'x');
    expect((await cli(['read', '公开'])).stderr).toBe(
      'mingsuan: 文件夹里另有 1 个文件目前还不能读，没有处理（.ppt 1）\n',
    );
    expect((await cli(['read', '公开', '-q'])).stderr).toBe('');
  });
});

describe('help', () => {
  test('teaches by example, in both languages', async () => {
    const { status, stdout } = await cli(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('用法：');
    expect(stdout).toContain('mingsuan check 预算.pdf');
    expect((await cli(['help', 'check'])).stdout).toContain('退出码');
    expect((await cli(['check', '--help', '--lang', 'en'])).stdout).toContain('Exit status');
  });

  test('the version', async () =>
    expect(await cli(['--version'])).toMatchObject({ status: 0, stdout: `${VERSION}\n` }));
});
