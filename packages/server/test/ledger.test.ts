import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import { readLedger } from '@mingsuan/documents/ledger/read-ledger';
import { writeLedger } from '@mingsuan/documents/ledger/write-ledger';
import { readDocument } from '@mingsuan/documents/read';
import { writeDocument } from '@mingsuan/documents/write';
import type { Store } from '@mingsuan/store';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Api } from '../src/http/env.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { openPages } from '../src/http/pages.ts';
import type { Checks } from '../src/modules/checks/service.ts';
import type { Imports } from '../src/modules/imports/service.ts';
import { ledgerPages, ledgerSheets } from '../src/modules/ledger/contract.ts';
import type { Services } from '../src/services.ts';
import { testConfig, testEngine } from './fixture.ts';

const LEDGER = exampleLedger(2024);
let folder: string;
let engine: Engine;
let app: Api;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingsuan-ledger-'));
  const config = testConfig(folder);
  engine = testEngine(config);
  // What compiling asks needs nothing of the store.
  const nothing = { store: {} as Store, imports: {} as Imports, checks: {} as Checks };
  const rest = { config, log: pino({ level: 'silent' }), engine, metrics: createMetrics(), pages: openPages(folder) };
  app = createApp({ ...nothing, ...rest } as Services);
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function sheetsOf(name: string, bytes: Uint8Array | string, query = '') {
  const body = new FormData();
  body.append('files', new File([bytes as string], name));
  const response = await app.request(`/api/v1/ledger/sheets${query}`, { method: 'POST', body });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const asked = (path: string, sheets: unknown) =>
  app.request(`/api/v1/ledger/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sheets }),
  });
const bytesOf = async (path: string, sheets: unknown) =>
  new Uint8Array(await (await asked(path, sheets)).arrayBuffer());

describe('a ledger over HTTP', () => {
  test('a workbook comes as its texts and goes back as the same ledger', async () => {
    const { status, answer } = await sheetsOf('台账.xlsx', await writeLedger(LEDGER));
    expect(status).toBe(200);
    const { sheets, from } = ledgerSheets.strict().parse(answer);
    expect(from).toBe('ledger');
    const { ledger, faults } = await readLedger(await bytesOf('files/ledger.xlsx', sheets));
    expect({ faults, basic: ledger?.basic, projects: ledger?.projects }).toEqual({
      faults: [],
      basic: LEDGER.basic,
      projects: LEDGER.projects,
    });
    expect(JSON.parse(new TextDecoder().decode(await bytesOf('files/ledger.json', sheets)))).toMatchObject({
      agency: LEDGER.agency,
      basic: LEDGER.basic,
    });
  });

  test('what cannot be read is in the workbook as it was written, and counted', async () => {
    const { answer } = await sheetsOf('台账.json', JSON.stringify(LEDGER));
    const { sheets } = ledgerSheets.parse(answer);
    const broken = sheets.map(({ name, rows }) =>
      name === '收入'
        ? { name, rows: rows.map((row, i) => (i === 1 ? row.with(2, '约五百万') : row)) }
        : { name, rows },
    );
    const written = await sheetsOf('改过.xlsx', await bytesOf('files/ledger.xlsx', broken));
    const again = ledgerSheets.parse(written.answer).sheets;
    expect(again.find(({ name }) => name === '收入')!.rows.flat()).toContain('约五百万');
    expect(
      again
        .find(({ name }) => name === '填写说明')!
        .rows.flat()
        .join(),
    ).toMatch(/有 1 格读不懂.*收入!C4/);
  });

  test('a published document begins the next year, its amounts to be confirmed', async () => {
    const { disclosure } = discloseLedger(LEDGER, templateOf(LEDGER)!);
    const { answer } = await sheetsOf('公开.docx', await writeDocument([disclosure], 'docx'), '?nextYear=true');
    const { from, sheets } = ledgerSheets.strict().parse(answer);
    expect(from).toBe('document');
    expect(sheets.find(({ name }) => name === '基本信息')!.rows[1]).toContain('2025');
    expect(sheets.find(({ name }) => name === '基本支出')!.rows[1]!.at(-1)).toMatch(/^上年数/);
  });

  test('compiles into a document and its pages', async () => {
    const { answer } = await sheetsOf('台账.json', JSON.stringify(LEDGER));
    const { sheets } = ledgerSheets.parse(answer);
    const { disclosures } = await readDocument('公开.txt', await bytesOf('files/txt', sheets));
    expect(disclosures[0]).toMatchObject({ agency: { name: LEDGER.agency.name }, year: 2024 });
    const pdf = await bytesOf('files/pdf', sheets);
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
    const { pages } = ledgerPages.strict().parse(await (await asked('pages', sheets)).json());
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'table')).toBe(true);
  });

  test('says what is lacking, and takes nothing that is no ledger', async () => {
    const { status, answer } = await sheetsOf('图.txt', '今天天气很好。');
    expect({ status, detail: answer.detail }).toEqual({ status: 422, detail: expect.stringContaining('没有认出台账') });
    const empty = await asked('files/pdf', [{ name: '基本信息', rows: [['单位名称']] }]);
    expect({ status: empty.status, body: await empty.json() }).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('还不能编') },
    });
    expect((await asked('files/exe', [])).status).toBe(400);
    expect((await asked('pages', 'nonsense')).status).toBe(400);
  });
});
