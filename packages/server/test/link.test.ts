import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../src/http/problem.ts';
import { isPublic } from '../src/links/addresses.ts';
import { fetchLink, type LinkOptions } from '../src/links/fetch.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://a');
    const to = (location: string) => response.writeHead(302, { location }).end();
    if (pathname === '/%E9%A2%84%E7%AE%97.pdf') response.end('%PDF-1.7');
    else if (pathname === '/moved') to('/%E9%A2%84%E7%AE%97.pdf');
    else if (pathname === '/round') to('/round');
    else if (pathname === '/away') to(`http://evil.example:${port}/`);
    else if (pathname === '/file') to('file:///etc/passwd');
    else if (pathname === '/large') response.end(Buffer.alloc(5000));
    else if (pathname === '/slow') response.write('a');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A public host that this test's own server plays. */
const options = (changes: Partial<LinkOptions> = {}): LinkOptions => ({
  hosts: [`files.example.gov.cn:${port}`, `*.open.example:${port}`],
  mostBytes: 1000,
  lookup: async () => ['127.0.0.1'],
  isAllowed: () => true,
  ...changes,
});
const at = (path: string, host = 'files.example.gov.cn') => `http://${host}:${port}${path}`;
const why = (link: string, changes: Partial<LinkOptions> = {}) =>
  fetchLink(link, options(changes)).then(
    () => 'fetched',
    (error) => `${problemOf(error)?.status} ${error.message}`,
  );

describe('a link', () => {
  test('to a listed host is followed, also through a redirect and to hosts below a listed one', async () => {
    for (const link of [at('/预算.pdf'), at('/moved'), at('/预算.pdf', 'a.open.example')]) {
      const { name, bytes } = await fetchLink(link, options());
      expect([name, Buffer.from(bytes).toString()]).toEqual(['预算.pdf', '%PDF-1.7']);
    }
  });

  test.each([
    ['off by default', () => why(at('/预算.pdf'), { hosts: [] }), '403'],
    ['another host', () => why(at('/', 'evil.example')), '403'],
    ['a host whose name only ends alike', () => why(at('/', 'evil-open.example')), '403'],
    ['the bare domain of a wildcard', () => why(at('/', 'open.example')), '403'],
    ['another port', () => why('http://files.example.gov.cn:22/'), '403'],
    ['another protocol', () => why('file:///etc/passwd'), '400'],
    ['no link', () => why('预算.pdf'), '400'],
    ['a password', () => why(`http://a:b@files.example.gov.cn:${port}/`), '400'],
    ['a redirect to another host', () => why(at('/away')), '403'],
    ['a redirect to a file', () => why(at('/file')), '400'],
    ['redirects without end', () => why(at('/round')), '502'],
    ['nothing there', () => why(at('/nothing')), '502'],
    ['too large', () => why(at('/large')), '413'],
    ['too slow', () => why(at('/slow'), { timeoutMs: 200 }), '502'],
    ['a name that leads nowhere', () => why(at('/'), { lookup: async () => [] }), '502'],
    ['a name that leads into this machine', () => why(at('/'), { isAllowed: isPublic }), '403'],
    [
      'a name that leads into this machine among others',
      () => why(at('/'), { isAllowed: isPublic, lookup: async () => ['8.8.8.8', '10.0.0.1'] }),
      '403',
    ],
  ])('is refused: %s', async (_, ask, status) => {
    expect(await ask()).toMatch(new RegExp(`^${status} .*[\\u4e00-\\u9fff].*。$`));
  });
});

describe('public addresses', () => {
  test.each([
    ['8.8.8.8', true],
    ['223.5.5.5', true],
    ['2400:3200::1', true],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['localhost', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});
