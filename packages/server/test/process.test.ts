/** The program as a process: what it prints, how it stops, and what its confined workers may do. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configOf, InvalidConfig, VARIABLES } from '../src/config.ts';
import { faultyPdf, hostileFiles } from './hostile.ts';
import { processesOf } from './processes.ts';
import { killAll, MAIN, ROOT, start } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-process-'));

afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

const MEGABYTE = 1024 * 1024;
const WORKER_MB = 1000;
const LIMITS = {
  MINGSUAN_WORKERS: '2',
  MINGSUAN_WORKER_MB: String(WORKER_MB),
  MINGSUAN_CHECK_SECONDS: '60',
  MINGSUAN_RATE_PER_MINUTE: '0',
};
/** What the server itself may grow by, and a working process go beyond its limit before it is killed. */
const GROWTH = 300 * MEGABYTE;
const BEYOND = 300 * MEGABYTE;
const SECRET = 'only-the-owner-reads-this-5e1f';
const AT_ONCE = 25;

interface Checked {
  readonly id: string;
  readonly state: string;
  readonly documents: readonly {
    readonly source: string;
    readonly error?: string;
    readonly disclosures: readonly unknown[];
    readonly findings: readonly unknown[];
  }[];
}

async function check(url: string, files: readonly (readonly [string, Uint8Array | string])[]): Promise<Checked> {
  const body = new FormData();
  for (const [name, content] of files) body.append('files', new File([content as string], name));
  const { id } = (await (await fetch(`${url}/api/v1/checks`, { method: 'POST', body })).json()) as Checked;
  for (;;) {
    const answer = (await (await fetch(`${url}/api/v1/checks/${id}`)).json()) as Checked;
    if (answer.state !== 'running') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** More than 50 files that somebody might upload to do harm: all told off, the server at hand meanwhile, its memory bounded. */
async function surviveHostile(url: string, pid: number): Promise<void> {
  const secret = join(folder, 'owner.txt');
  writeFileSync(secret, SECRET);
  const files = Object.entries(hostileFiles(secret));
  expect(files.length).toBeGreaterThanOrEqual(60);
  const [before] = await processesOf(pid);
  let server = 0;
  let worker = 0;
  let answered = 0;
  const watch = setInterval(async () => {
    const [own, ...others] = await processesOf(pid);
    server = Math.max(server, own?.bytes ?? 0);
    worker = Math.max(worker, ...others.map(({ bytes }) => bytes));
    if ((await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) })).ok) answered += 1;
  }, 150);
  try {
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE);
      const answer = await check(url, some);
      expect([answer.state, answer.documents.length]).toEqual(['done', some.length]);
      for (const { source, error, disclosures } of answer.documents) {
        expect(source).not.toMatch(/[\\\u202e]|\.\./);
        // Told off in a sentence of ours, never by a crash or because time ran out.
        if (error !== undefined)
          expect([source, error]).toEqual([source, expect.stringMatching(/[\u4e00-\u9fff].*。$/)]);
        expect([source, error]).not.toEqual([source, expect.stringMatching(/意外中止|时限/)]);
        expect(disclosures.length).toBeLessThan(50);
      }
      expect(JSON.stringify(answer)).not.toContain(SECRET);
      for (const format of ['html', 'json']) {
        const report = await fetch(`${url}/api/v1/checks/${answer.id}/report.${format}`);
        expect([format, report.status]).toEqual([format, 200]);
        expect(await report.text()).not.toContain(SECRET);
      }
    }
  } finally {
    clearInterval(watch);
  }
  expect(answered).toBeGreaterThan(3);
  expect(server - (before?.bytes ?? 0)).toBeLessThan(GROWTH);
  expect(worker).toBeLessThan(WORKER_MB * MEGABYTE + BEYOND);
  expect(existsSync('/tmp/evil.txt')).toBe(false);
  expect((await check(url, [['预算.pdf', faultyPdf]])).documents[0]?.findings.length).toBeGreaterThan(0);
}

/** Requests as no browser sends them: turned away by what parses them, or told off like any other. */
const AT_HOME = 'Host: localhost\r\nConnection: close\r\n';
const RAW: readonly (readonly [string, string, number])[] = [
  ['headers without end', `GET /health HTTP/1.1\r\n${AT_HOME}X-A: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
  ['a host that is none', 'GET /health HTTP/1.1\r\nHost: a b/../<>\r\nConnection: close\r\n\r\n', 400],
  [
    'two lengths at once',
    `POST /api/v1/checks HTTP/1.1\r\n${AT_HOME}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    'a body said to be huge',
    `POST /api/v1/checks HTTP/1.1\r\n${AT_HOME}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999999999\r\n\r\n--x`,
    413,
  ],
  ['another method', `TRACE / HTTP/1.1\r\n${AT_HOME}\r\n`, 404],
  ['a path that climbs', `GET /../../../etc/resolv.conf HTTP/1.1\r\n${AT_HOME}\r\n`, 404],
  ['a path of broken bytes', `GET /%E0%A4%A.js HTTP/1.1\r\n${AT_HOME}\r\n`, 404],
];

function statusOf(url: string, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.once('data', (chunk) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('the program', () => {
  test('starts, keeps its folder to itself, checks in confined processes, outlives hostile files, and stops when told', async () => {
    const first = start(folder, LIMITS);
    const url = await first.url;
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    const second = await start(folder).ended;
    expect([second.status, second.output]).toEqual([1, expect.stringContaining('正被另一个明算进程使用')]);

    const checked = await check(url, [['预算.pdf', faultyPdf]]);
    const at = `${url}/api/v1/checks/${checked.id}`;
    expect(checked.documents[0]?.findings.length).toBeGreaterThan(0);
    for (const format of ['xlsx', 'pdf', 'html', 'json']) {
      expect([format, (await fetch(`${at}/report.${format}`)).status]).toEqual([format, 200]);
    }

    await surviveHostile(url, first.child.pid!);
    for (const [what, request, status] of RAW) {
      expect([what, await statusOf(url, request)]).toEqual([what, status]);
    }

    first.child.kill('SIGTERM');
    const { status, output } = await first.ended;
    expect(status).toBe(0);
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    const logged = lines.map((line) => JSON.parse(line) as { msg: string; path?: string });
    expect(logged.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['started', 'request', 'stopping', 'stopped']));
    expect(existsSync(join(folder, 'data/lock'))).toBe(false);
  });

  test('backs up what it holds, and tells why it cannot restore', async () => {
    const copy = join(folder, 'copy.gz');
    expect(await start(folder, {}, ['backup', copy]).ended).toMatchObject({ status: 0 });
    expect(readFileSync(copy).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    // It holds something already: what that may be is the store's to test.
    const { status, output } = await start(folder, {}, ['restore', join(folder, 'nothing.gz')]).ended;
    expect([status, output]).toEqual([1, expect.stringMatching(/[\u4e00-\u9fff].*。\s*$/)]);
    expect(await start(folder, {}, ['delete', copy]).ended).toMatchObject({ status: 1 });
  });

  test('a confined process cannot read, write or start anything', () => {
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'secret');
    const attempt = `
      import { confinement } from ${JSON.stringify(join(ROOT, 'packages/server/src/engine/confinement.ts'))};
      import { spawnSync } from 'node:child_process';
      const attack = \`
        const tries = {
          read: () => require('fs').readFileSync(${JSON.stringify(secret)}),
          write: () => require('fs').writeFileSync(${JSON.stringify(`${secret}2`)}, ''),
          start: () => require('child_process').execFileSync('true'),
        };
        for (const [name, act] of Object.entries(tries)) {
          try { act(); console.log(name, 'done'); } catch (error) { console.log(name, error.code); }
        }\`;
      const flags = confinement(${JSON.stringify(MAIN)}, []);
      console.log(spawnSync(process.execPath, [...flags, '-e', attack]).stdout.toString());
    `;
    const script = join(folder, 'attempt.mjs');
    writeFileSync(script, attempt);
    const told = execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), script]).toString();
    expect(told.trim().split('\n')).toEqual(['read', 'write', 'start'].map((name) => `${name} ERR_ACCESS_DENIED`));
  });
});

describe('configuration', () => {
  test.each([
    ['PORT', '99999'],
    ['PORT', '80a'],
    ['DATABASE_URL', 'mysql://a'],
    ['MINGSUAN_ADMIN_TOKEN', 'short'],
    ['MINGSUAN_LINK_HOSTS', 'https://example.com'],
    ['MINGSUAN_UPLOAD_MB', '0'],
    ['MINGSUAN_URL', 'example.com/'],
    ['MINGSUAN_URL', 'https://a b'],
    ['MINGSUAN_URL', 'https://a:99999'],
    ['DATABASE_URL', 'postgres://a:b@c:port/d'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is told', (name, value) => {
    expect(() => configOf({ [name]: value }, '/')).toThrow(InvalidConfig);
    expect(() => configOf({ [name]: value }, '/')).toThrow(name);
  });

  test('docs/operation.md has every variable with its default', () => {
    const rows = readFileSync(join(ROOT, 'docs/operation.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` \| (\S+) \|/gm);
    const told = [...rows].map(
      ([, name, fallback]) => `${name}=${fallback === '空' ? '' : fallback?.replaceAll('`', '')}`,
    );
    expect(told.sort()).toEqual(
      Object.values(VARIABLES)
        .map(({ name, fallback }) => `${name}=${fallback}`)
        .sort(),
    );
  });

  test('without any there is a server for this machine alone', () => {
    expect(configOf({}, '/srv')).toMatchObject({ host: '127.0.0.1', port: 8080, dataDir: '/srv/data', linkHosts: [] });
  });
});
