/** The program as a process: what it prints, how it stops, and what its confined workers may do. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configOf, InvalidConfig, VARIABLES } from '../src/config.ts';
import { PATIENCE } from './fixture.ts';
import { faultyPdf } from './hostile.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'packages/server/dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-process-'));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Starts the program; `url` is where it says it is. */
function start(env: Record<string, string> = {}, args: readonly string[] = []) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', MINGSUAN_SAMPLES: 'off', LOG_LEVEL: 'info', ...env },
  });
  running.add(child);
  let output = '';
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /明算已启动：(\S+)/.exec(output);
      if (found) resolve(found[1]!);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  url.catch(() => {});
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => {
      running.delete(child);
      resolve({ status, output });
    });
  });
  return { child, url, ended };
}

describe('the program', () => {
  test(
    'starts, keeps its folder to itself, checks in confined processes, and stops when told',
    async () => {
      const first = start();
      const url = await first.url;
      expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
      const second = await start().ended;
      expect([second.status, second.output]).toEqual([1, expect.stringContaining('正被另一个明算进程使用')]);

      const body = new FormData();
      body.append('files', new File([faultyPdf as unknown as string], '预算.pdf'));
      const { id } = (await (await fetch(`${url}/api/v1/checks`, { method: 'POST', body })).json()) as { id: string };
      const at = `${url}/api/v1/checks/${id}`;
      let check: { state: string; documents: { findings: unknown[] }[] };
      do check = (await (await fetch(at)).json()) as typeof check;
      while (check.state === 'running');
      expect(check.documents[0]?.findings.length).toBeGreaterThan(0);
      for (const format of ['xlsx', 'pdf', 'html', 'json']) {
        expect([format, (await fetch(`${at}/report.${format}`)).status]).toEqual([format, 200]);
      }

      first.child.kill('SIGTERM');
      const { status, output } = await first.ended;
      expect(status).toBe(0);
      const lines = output.split('\n').filter((line) => line.startsWith('{'));
      const logged = lines.map((line) => JSON.parse(line) as { msg: string; path?: string });
      expect(logged.map(({ msg }) => msg)).toEqual(
        expect.arrayContaining(['started', 'request', 'stopping', 'stopped']),
      );
      expect(existsSync(join(folder, 'data/lock'))).toBe(false);
    },
    PATIENCE,
  );

  test(
    'backs up what it holds, and tells why it cannot restore',
    async () => {
      const copy = join(folder, 'copy.gz');
      expect(await start({}, ['backup', copy]).ended).toMatchObject({ status: 0 });
      expect(readFileSync(copy).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
      // It holds something already: what that may be is the store's to test.
      const { status, output } = await start({}, ['restore', join(folder, 'nothing.gz')]).ended;
      expect([status, output]).toEqual([1, expect.stringMatching(/[\u4e00-\u9fff].*。\s*$/)]);
      expect(await start({}, ['delete', copy]).ended).toMatchObject({ status: 1 });
    },
    PATIENCE,
  );

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
      const flags = confinement(${JSON.stringify(MAIN)});
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
