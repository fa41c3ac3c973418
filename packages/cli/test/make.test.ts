import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { templateById } from '@mingsuan/core/templates/index';
import { writeLedger } from '@mingsuan/documents/ledger/write-ledger';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderOf, mingsuan, type Outcome } from './helpers.ts';
import { encryptedPdf } from './pdf-samples.ts';

const YEAR = 2026;
const json = (ledger: Ledger) => JSON.stringify(ledger);
const EXAMPLE = exampleLedger(YEAR);
const SECOND: Ledger = {
  ...exampleLedger(YEAR, '302003'),
  agency: { code: '302003', name: '示例市数据中心', level: 'unit' },
};

const folder = folderOf({
  '台账.json': json(EXAMPLE),
  '二.json': json(SECOND),
  '去年.json': json({ ...EXAMPLE, year: YEAR - 1 }),
  '少钱.json': json({ ...EXAMPLE, revenue: [] }),
  '坏.json': '{"agency": {"name": "某局"}}',
  '断.json': '{"agency":',
  '空.xlsx': '',
  '加密.pdf': encryptedPdf,
  '炸弹.xlsx': zipSync({ 'xl/workbook.xml': new Uint8Array(200_000_000) }, { level: 9 }),
  '别的.txt': '没有预算',
  '空.json': '{"documents": [{"source": "a", "disclosures": [], "problems": []}]}',
});
const run = (...args: string[]): Promise<Outcome> => mingsuan(args, { cwd: folder.path });
const at = (name: string) => join(folder.path, name);

beforeAll(async () => {
  expect(
    (await run('ledger', 'new', '--example', '--year', String(YEAR), '--unit', '302001', '台账.xlsx')).status,
  ).toBe(0);
});
afterAll(folder.remove);

describe('ledger', () => {
  test('an empty workbook asks for what it needs', async () => {
    const made = await run(
      'ledger',
      'new',
      '--template',
      'hebei-2023',
      '--unit',
      '302001',
      '--name',
      '某局',
      '新.xlsx',
    );
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect(made.stderr).toContain('已生成 新.xlsx');
    const checked = await run('ledger', 'check', '新.xlsx');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain('还缺：');
  });

  test('what a column lacks for item after item is one line with their cells; what else is missing has its own', async () => {
    const ledger: Ledger = { ...exampleLedger(2026, '302001', { code: '319900', name: '示例区' }), lastYear: {} };
    writeFileSync(at('缺上年.xlsx'), await writeLedger(ledger, { template: templateById('shanghai-2026')! }));
    const { stdout } = await run('ledger', 'check', '缺上年.xlsx', '-t', 'shanghai-2026');
    const lines = stdout.split('\n').filter((line) => /（\d{7}）比上年的增减额/.test(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/!B\d+：.*这一列共有 \d+ 格这样：B\d+(?:、B\d+){2,}。$/);
    expect(stdout.split('\n').filter((line) => line.startsWith('还缺：')).length).toBeGreaterThan(1);
  });

  test('a ledger remembers the form that it was made for', async () => {
    await run('ledger', 'new', '-t', 'yantai-2026', '--example', '烟台.json');
    const { region, projects } = JSON.parse(readFileSync(at('烟台.json'), 'utf8'));
    expect([region, projects[0].code]).toEqual([{ code: '370600', name: '烟台市' }, '37060023P001']);
    expect((await run('ledger', 'new', '-t', 'yantai-2026', '--example', '烟台.xlsx')).status).toBe(0);
    const { stdout } = await run('compile', '烟台.xlsx');
    expect(JSON.parse(stdout).documents[0].disclosures[0].template).toBe('yantai-2026');
    const asked = await run('compile', '烟台.xlsx', '-t', 'hebei-2023');
    expect(JSON.parse(asked.stdout).documents[0].disclosures[0].template).toBe('hebei-2023');
  });

  test('a row that the form does not have is named, a past year is told by the clock', async () => {
    await run('ledger', 'new', '-t', 'shanghai-2023', '--year', '2025', '--example', '上海.xlsx');
    const { stdout } = await run('ledger', 'check', '上海.xlsx');
    expect(stdout).toContain('提示：上海.xlsx!基本信息!E4：年度写的是 2025 年，今年是 2026 年');
    const kept = { ...EXAMPLE, texts: { ...EXAMPLE.texts, duties: ['详见（此处填写职责）'] } };
    writeFileSync(at('模板.json'), JSON.stringify(kept));
    const whole = await run('ledger', 'check', '模板.json');
    expect(whole).toMatchObject({ status: 0 });
    expect(whole.stdout).toMatch(/^提示：.*此处填写/);
    await run('ledger', 'new', '--example', '河北.xlsx', '--year', '2026');
    const asked = await run('ledger', 'check', '河北.xlsx', '-t', 'shanghai-2026');
    expect(asked.stdout).toMatch(/共有 \d+ 行，表上还没有，请各加一行：“内容”写“2010301 行政运行”；“内容”写“\d{7} /);
    expect(asked.stdout).toContain('表上还没有这一行，请加一行：“内容”写“项目概述”');
  });

  test('the filled example has nothing to mend', async () => {
    expect(await run('ledger', 'check', '台账.xlsx')).toMatchObject({ status: 0, stdout: '没有问题，可以编制\n' });
  });

  test('what is missing is asked for by name', async () => {
    const { status, stdout } = await run('ledger', 'check', '少钱.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/一般公共预算拨款.*533\.85/);
  });

  test('a published document gives a ledger that compiles into the same tables', async () => {
    await run('compile', '台账.json', '-o', '公开文本.txt');
    expect((await run('ledger', 'from', '公开文本.txt', '-o', '还原.json')).status).toBe(0);
    const ledger: Ledger = JSON.parse(readFileSync(at('还原.json'), 'utf8'));
    expect(ledger.revenue).toEqual(EXAMPLE.revenue);
    expect((await run('ledger', 'from', '公开文本.txt', '--next-year', '-o', '明年.xlsx')).status).toBe(0);
    const { stdout } = await run('ledger', 'check', '明年.xlsx');
    expect(stdout).not.toContain('不是');
  });
});

describe('compile', () => {
  test.each(['docx', 'xlsx', 'html', 'md', 'txt', 'json'])('to %s, clean under check', async (format) => {
    const made = await run('compile', '台账.xlsx', '-t', 'hebei-2023', '-o', `公开.${format}`);
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect(made.stderr).toBe(`已写成 公开.${format}\n核对：没有问题\n`);
    const { stdout, status } = await run('check', `公开.${format}`, '--format', 'json');
    expect({ status, findings: JSON.parse(stdout).documents[0].findings }).toEqual({ status: 0, findings: [] });
  });

  test('without a file it shows what it made', async () => {
    const { stdout, status } = await mingsuan(['compile', '台账.json'], { cwd: folder.path, tty: true });
    expect(status).toBe(0);
    expect(stdout).toContain('533.85');
    expect(JSON.parse((await run('compile', '台账.json')).stdout).documents[0].disclosures).toHaveLength(1);
  });

  test('faults stop it, a draft goes on', async () => {
    const faulty = { ...EXAMPLE, year: 'x' };
    writeFileSync(at('错.json'), JSON.stringify(faulty));
    const { status, stderr } = await run('compile', '错.json', '-o', '错.docx');
    expect(status).toBe(2);
    expect(stderr).toContain('year');
    expect(existsSync(at('错.docx'))).toBe(false);
  });
});

describe('aggregate', () => {
  test('two ledgers are a department with its units', async () => {
    const { status, stderr } = await run(
      ...['aggregate', '台账.xlsx', '二.json', '--code', '302', '--name', '示例市数据局', '-o', '部门.json'],
    );
    // The units have answered everything that the department's words need.
    expect(status).toBe(0);
    expect(stderr).not.toContain('还缺：');
    const { disclosures } = JSON.parse(readFileSync(at('部门.json'), 'utf8')).documents[0];
    expect(disclosures.map(({ agency }: { agency: { name: string } }) => agency.name)).toEqual([
      '示例市数据局',
      '示例市数据服务局',
      '示例市数据中心',
    ]);
    const total = disclosures[0].statements[0].rows.find(({ key }: { key: string }) => key === '收入总计');
    expect(total.cells.amount.text).toBe('1067.70');
  });

  test('a document without units is none to add up', async () => {
    const { status, stderr } = await run('aggregate', '部门.json', '别的.txt', '--name', '某局');
    expect(status).toBe(2);
    expect(stderr).toContain('没有认出单位的预算');
  });
});

describe('write and diff', () => {
  test('a document is written in another format', async () => {
    expect((await run('write', '公开.txt', '-o', '再写.docx')).stderr).toBe('已写成 再写.docx\n');
    expect((await run('check', '再写.docx', '--format', 'json')).status).toBe(0);
  });

  test('two years are compared', async () => {
    await run('compile', '去年.json', '-o', '去年公开.json');
    const changed = readFileSync(at('公开.json'), 'utf8').replaceAll(
      '"fen":533850000,"text":"533.85"',
      '"fen":633850000,"text":"633.85"',
    );
    writeFileSync(at('今年公开.json'), changed);
    const { stdout, status } = await run('diff', '去年公开.json', '今年公开.json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).lines[0]).toMatchObject({ before: 533_850_000, after: 633_850_000, percent: '18.73' });
    const pretty = await run('diff', '去年公开.json', '今年公开.json', '-f', 'pretty');
    expect(pretty.stdout).toContain('633.85');
    for (const name of ['比较.csv', '比较.xlsx', '比较.html']) {
      expect((await run('diff', '去年公开.json', '今年公开.json', '-o', name)).status).toBe(0);
      expect(readFileSync(at(name)).length).toBeGreaterThan(200);
    }
    expect((await run('diff', '公开.json', '公开.json', '-f', 'pretty')).stdout).toBe('两份文本的数没有不同\n');
    expect(pretty.stderr).not.toContain('不是同一个单位');
    writeFileSync(
      at('别的公开.json'),
      changed.replaceAll('示例市数据服务局', '示例市水务局').replaceAll('"302001"', '"335001"'),
    );
    const other = await run('diff', '去年公开.json', '别的公开.json', '-f', 'pretty');
    expect(other.stderr).toContain('两份文本不是同一个单位的：示例市数据服务局');
    expect(other.stderr).not.toContain('一字不差');
  });
});

describe('what cannot be done has one line and status 2', () => {
  test.each([
    [['compile'], '没有指定文件'],
    [['compile', '没有.xlsx'], '没有.xlsx：没有这个文件'],
    [['compile', '空.xlsx'], '空.xlsx：文件是空的'],
    [['compile', '断.json'], '断.json：这不是台账'],
    [['compile', '加密.pdf'], '加密.pdf：这是PDF，不是台账'],
    [['compile', '炸弹.xlsx'], '炸弹.xlsx：'],
    [['compile', '台账.json', '-t', '没有'], '没有模板“没有”'],
    [['compile', '台账.json', '-o', '公开.exe'], '--output 不能是'],
    [['compile', '台账.json', '-o', '没有/公开.txt'], '写不了'],
    [['ledger'], '没有指定文件'],
    [['ledger', 'new', '台账.doc'], '--output 不能是'],
    [['ledger', 'new', '--year', '明年', 'a.xlsx'], '年度“明年”不对'],
    [['ledger', 'from', '公开.txt'], '没有说写到哪里'],
    [['write', '公开.txt'], '没有说写到哪里'],
    [['write', '空.json', '-o', 'a.docx'], '没有认出预决算公开的内容'],
    [['diff', '公开.txt'], '要比较的是两份文本'],
    [['diff', '公开.txt', '公开.txt', '-f', 'exe'], '--format 不能是'],
    [['aggregate', '台账.json'], '请用 --code 和 --name'],
  ] as const)('%j', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
  });

  test('a ledger that departs from its schema is told line by line', async () => {
    const { status, stderr } = await run('compile', '坏.json');
    expect(status).toBe(2);
    expect(stderr.split('\n').length).toBeGreaterThan(2);
  });
});

test.each(['ledger', 'compile', 'aggregate', 'write', 'diff'])('%s has help in both languages', async (command) => {
  expect((await run(command, '--help')).stdout).toMatch(/例子/);
  expect((await run(command, '--help', '--lang', 'en')).stdout).toMatch(/Examples/);
});

describe('files are safe', () => {
  test.each([
    [['ledger', 'from', '公开.txt', '-o', '公开.txt'], /--output 不能是/],
    [['compile', '台账.json', '-o', './台账.json'], /读入的文件/],
    [['write', '公开.docx', '-o', '公开.docx'], /读入的文件/],
    [['diff', '公开.json', '公开.txt', '-o', '公开.txt'], /读入的文件/],
    [['aggregate', '台账.json', '--code', '302', '--name', '某局', '-o', '台账.json'], /读入的文件/],
    [['ledger', 'new', '台账.xlsx'], /已有这个文件/],
    [['ledger', 'from', '公开.txt', '-o', '台账.json'], /已有这个文件/],
    [['compile', '二.json', '-o', '台账.xlsx'], /已有这个文件/],
    [['compile', '台账.json', '-o', '公开.docx'], /已有这个文件/],
    [['write', '公开.txt', '-o', '公开.html'], /已有这个文件/],
  ] as const)('%j writes nothing', async (args, message) => {
    const before = readFileSync(at('台账.json'));
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(readFileSync(at('台账.json'))).toEqual(before);
  });

  test('a folder of fonts that there is not is told, and nothing written', async () => {
    process.env.MINGSUAN_FONTS = at('没有');
    try {
      const { status, stderr } = await run('compile', '台账.json', '-o', '字体.pdf');
      expect([status, stderr]).toEqual([2, expect.stringMatching(/字体文件夹打不开.*没有/)]);
    } finally {
      delete process.env.MINGSUAN_FONTS;
    }
  });

  test('with --force a ledger is overwritten, and kept beside it', async () => {
    await run('ledger', 'new', '备份.xlsx', '--example');
    const filled = readFileSync(at('备份.xlsx'));
    expect((await run('ledger', 'new', '备份.xlsx', '--force')).status).toBe(0);
    expect((await run('ledger', 'new', '备份.xlsx', '--force')).stderr).toContain('备份.xlsx.bak2');
    expect(readFileSync(at('备份.xlsx.bak'))).toEqual(filled);
  });
});
