/** The block for nginx in docs/operation.md, before a server: visitors upload through it, and nobody becomes the operator by it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fixture, openFixture } from './fixture.ts';

const SITE = 'example.gov.cn';
const TRIES = 100;

const noNginx = spawnSync('nginx', ['-v'], { stdio: 'ignore' }).error !== undefined;
if (noNginx) console.log('没有 nginx，跳过反向代理的写法：请先装（Debian 12：apt-get install nginx-light）');

describe.skipIf(noNginx)('behind nginx as docs/operation.md has it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-nginx-'));
  let fixture: Fixture;
  const servers: Server[] = [];
  const proxies: ChildProcess[] = [];
  beforeAll(async () => {
    fixture = await openFixture(false);
  });
  afterAll(async () => {
    for (const proxy of proxies) proxy.kill();
    for (const server of servers) server.close();
    await fixture.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A server with these settings, and nginx before it. @returns their ports */
  const begin = async (config: Parameters<Fixture['appWith']>[0]): Promise<{ direct: number; behind: number }> => {
    const { fetch } = fixture.appWith(config);
    const direct = await new Promise<number>((resolve) => {
      servers.push(serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port)) as Server);
    });
    const behind = await freePort();
    const own = join(folder, String(behind));
    mkdirSync(own);
    writeFileSync(join(own, 'nginx.conf'), confOf(own, direct, behind));
    proxies.push(spawn('nginx', ['-p', own, '-c', join(own, 'nginx.conf')], { stdio: 'ignore' }));
    for (let i = 0; i < TRIES && !(await ask(behind, '/health').catch(() => undefined)); i++) await sleep(100);
    return { direct, behind };
  };

  test('a page of the site uploads through it; another site’s may not', async () => {
    const { behind } = await begin({ publicUrl: `http://${SITE}`, proxies: 1, adminToken: 'x'.repeat(16) });
    expect(await upload(behind, `http://${SITE}`)).toBe(202);
    expect(await upload(behind, 'http://elsewhere.example')).toBe(403);
  });

  test('without a token it makes nobody the operator, however it is set', async () => {
    for (const config of [{}, { proxies: 1 }, { publicUrl: `http://${SITE}`, proxies: 1 }]) {
      const { behind } = await begin(config);
      expect([401, 403]).toContain(await ask(behind, '/metrics'));
      expect([401, 403]).toContain(await ask(behind, '/metrics', { 'X-Forwarded-For': '127.0.0.1' }));
    }
    const { direct } = await begin({});
    expect(await ask(direct, '/metrics')).toBe(200);
  });
});

/** The block of the docs, of which only the ports are others. */
function confOf(folder: string, direct: number, behind: number): string {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/operation.md'), 'utf8');
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(docs) ?? [];
  const own = block
    .replace('listen 80;', `listen 127.0.0.1:${behind};`)
    .replace('127.0.0.1:8080', `127.0.0.1:${direct}`);
  expect(own).toContain(`127.0.0.1:${direct}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/pid; error_log ${folder}/errors; worker_processes 1;
events {}
http { access_log off; ${temporary.join(' ')}
${own}}
`;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

function ask(port: number, path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode!));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const upload = (port: number, origin: string): Promise<number> => {
  const body = `--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n一般公共预算\r\n--x--\r\n`;
  const headers = {
    Host: SITE,
    Origin: origin,
    'Sec-Fetch-Site': origin.includes(SITE) ? 'same-origin' : 'cross-site',
    'Content-Type': 'multipart/form-data; boundary=x',
  };
  return ask(port, '/api/v1/checks', headers, body);
};
