/**
 * The OWASP Top 10 (2021), as far as other tests do not hold it: A01 and A07 who may do what (api), A03 SQL and paths (api),
 * A04 limits (api, limits), A05 headers (api), A06 dependencies (test/lock-faults), A08 files (process), A10 links (link).
 */
import { Writable } from 'node:stream';
import { FACT_COLUMNS, importDocument } from '@mingsuan/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvHead, csvLines } from '../src/engine/flat-text.ts';
import { attachment } from '../src/http/download.ts';
import type { Api } from '../src/http/env.ts';
import { createLog } from '../src/log.ts';
import { type Fixture, openFixture } from './fixture.ts';

const TOKEN = 'a-token-of-the-operator';
let fixture: Fixture;
let app: Api;

beforeAll(async () => {
  fixture = await openFixture();
  app = fixture.appWith();
});
afterAll(() => fixture.close());

describe('A01 access', () => {
  test('no answer is open to pages of other sites', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await app.request('/api/v1/measures', { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  test.each([
    ['POST', '/imports', { folder: '/etc' }],
    ['GET', '/imports/1', undefined],
    ['POST', '/findings/1/dismiss', { reason: '口径不同' }],
    ['DELETE', '/findings/1/dismiss', undefined],
  ])("%s %s is the operator's alone", async (method, path, body) => {
    const guarded = fixture.appWith({ adminToken: TOKEN });
    const answer = await guarded.request(`/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status).toBe(401);
  });
});

describe('A02 secrets', () => {
  test.each(['', TOKEN.slice(0, -1), `${TOKEN}x`, TOKEN.toUpperCase(), 'x'.repeat(10_000)])(
    'a token like "%.30s" is none, whatever its length',
    async (token) => {
      const guarded = fixture.appWith({ adminToken: TOKEN });
      const answer = await guarded.request('/metrics', { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain(TOKEN);
    },
  );
});

describe('A03 injection', () => {
  test.each([
    'a\r\nset-cookie: x=1.pdf',
    '"; filename="evil.html',
    '预算\u0000.pdf',
    "a'b(c)*.pdf",
    '\u202efdp.exe',
    '%0d%0a',
  ])('a file named %j makes one header, and no other', (name) => {
    const header = attachment(name);
    expect(header).toMatch(/^attachment; filename="[\w.\- ]*"; filename\*=UTF-8''[\w.~!$&+^`|%-]*$/);
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
    expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name);
  });

  test('a stored name is told safely', async () => {
    const { documentId } = await importDocument(fixture.store, {
      name: 'a"\r\nx-evil: 1\r\n.html',
      bytes: Buffer.from('<h1>示例市教育局2026年部门预算</h1>'),
    });
    const { status, headers } = await app.request(`/api/v1/documents/${documentId}/file`);
    expect([status, headers.get('x-evil')]).toEqual([200, null]);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a/);
  });

  test.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+cmd|calc', "'+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ['-2+3', "'-2+3"],
    ['-', '-'],
    ['-1,234.50', '"-1,234.50"'],
    ['教育支出', '教育支出'],
    ['a,"b"', '"a,""b"""'],
  ])('%j runs in no spreadsheet', (text, field) => {
    const csv = csvHead(FACT_COLUMNS) + csvLines([{ row_label: text }], FACT_COLUMNS);
    const [header, line] = csv.split('\r\n');
    const at = header!.split(',').indexOf('row_label');
    expect(at).toBeGreaterThan(0);
    expect(line!.slice(line!.split(',', at).join(',').length + 1)).toContain(field);
  });

  test('a search that would hold up a pattern is answered at once', async () => {
    const evil = [
      'a'.repeat(200),
      '%_'.repeat(100),
      '('.repeat(200),
      '数据 '.repeat(66),
      '\\'.repeat(200),
      '"|&!:*'.repeat(33),
    ];
    for (const each of evil) {
      const q = encodeURIComponent(each);
      expect([each, (await app.request(`/api/v1/search?q=${q}`)).status]).toEqual([each, 200]);
      expect([each, (await app.request(`/api/v1/agencies?q=${q}`)).status]).toEqual([each, 200]);
    }
  });
});

describe('A04 limits', () => {
  test('tokens are not guessed by trying', async () => {
    const guarded = fixture.appWith({ adminToken: TOKEN, ratePerMinute: 3 });
    const statuses = [];
    for (let i = 0; i < 5; i++) {
      const headers = { authorization: `Bearer guess-${i}` };
      statuses.push((await guarded.request('/metrics', { headers })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});

describe('A05 configuration', () => {
  test('what a request says of its host is passed on by no cache, and not at all where the address is set', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    const own = await app.request('http://evil.example/api/v1/catalog.jsonld', { headers });
    expect(own.headers.get('cache-control')).toMatch(/^private/);
    expect(await own.text()).not.toContain('https://evil.example');
    const set = fixture.appWith({ publicUrl: 'https://a.gov.cn', proxies: 1 });
    const answer = await set.request('http://evil.example/api/v1/catalog.jsonld', { headers });
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
    expect(await answer.text()).not.toContain('evil.example');
  });

  test.each([
    ['POST', '/api/v1/measures'],
    ['PATCH', '/api/v1/agencies'],
    ['DELETE', '/health'],
  ])('%s %s is nothing', async (method, path) => {
    expect((await app.request(path, { method })).status).toBe(404);
  });
});

describe('A09 logs', () => {
  const logged = async (ask: (to: Api) => Promise<unknown>): Promise<string> => {
    let text = '';
    const stream = new Writable({
      write: (chunk, _, done) => {
        text += chunk;
        done();
      },
    });
    await ask(fixture.appWith({ adminToken: TOKEN }, { log: createLog('trace', stream) }));
    return text;
  };

  test('a request is one line of JSON, whatever its path holds', async () => {
    const text = await logged(async (to) => to.request('/a%0a{"level":60,"msg":"forged"}%0d%1b[31m'));
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'request', status: 404 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text.trimEnd()).not.toMatch(/[\u0000-\u001f]/);
  });

  test('neither a token nor what people look for is in them', async () => {
    const text = await logged(async (to) => {
      await to.request('/api/v1/search?q=wage-list', { headers: { cookie: 'session=quux-zygote' } });
      await to.request('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
      await to.request('/metrics', { headers: { authorization: 'Bearer another-token' } });
    });
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(text).not.toMatch(/wage-list|session|zygote|token/);
  });

  test('the id of a check, which is its only key, is not in them', async () => {
    const id = 'Ab-_5678901234567890wxyz';
    const text = await logged(async (to) => {
      for (const path of ['', '/report.xlsx', '/documents/0/pages/1.png'])
        await to.request(`/api/v1/checks/${id}${path}`);
      await to.request(`/check/${id}`);
      await to.request(`/check/%41${id.slice(1)}`);
    });
    expect(text.trimEnd().split('\n')).toHaveLength(5);
    expect(text).toContain('/report.xlsx');
    expect(text).not.toContain(id.slice(1));
    const lines: string[] = [];
    const error = Object.assign(new Error(`ENOENT: open '/data/checks/${id}/0.bin'`), { path: `C:\\checks\\${id}` });
    createLog('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'check failed');
    expect(lines[0]).toContain('ENOENT');
    expect(lines[0]).not.toContain(id);
  });

  test('a path makes no new series of counts', async () => {
    for (let i = 0; i < 5; i++) await app.request(`/no-such-"page"\n${i}`);
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).not.toContain('no-such');
  });
});
