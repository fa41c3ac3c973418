import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import type { AppEnv } from '../src/http/env.ts';
import { problemOf } from '../src/http/problem.ts';
import { rateLimit } from '../src/http/rate-limit.ts';
import { uploadLimits } from '../src/http/upload.ts';
import { addressOf, visitorOf } from '../src/http/visitor.ts';

describe('calls a minute', () => {
  test('fill again as time goes by, for each visitor apart', () => {
    let now = 0;
    const limit = rateLimit(60, () => now);
    for (let i = 0; i < 60; i++) expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1);
    expect(limit.take('b', 60)).toBe(0);
    expect(limit.take('b', 20)).toBe(20);
    now += 1000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1);
    now += 3_600_000;
    expect([limit.take('a', 60), limit.take('a')]).toEqual([0, 1]);
  });

  test('that cost more than a minute has are still possible, and 0 is no limit', () => {
    expect(rateLimit(5).take('a', 20)).toBe(0);
    const none = rateLimit(0);
    for (let i = 0; i < 1000; i++) expect(none.take('a', 20)).toBe(0);
  });

  test('an IPv6 visitor is a network', () => {
    expect(visitorOf('2400:3200:1:2:aaaa::1')).toBe(visitorOf('2400:3200:1:2::bbbb'));
    expect(visitorOf('2400:3200:1:3::1')).not.toBe(visitorOf('2400:3200:1:2::1'));
    expect(visitorOf('2400::1')).toBe('2400:0:0:0::/64');
    expect(visitorOf('10.0.0.1')).toBe('10.0.0.1');
  });
});

describe('the address of a visitor', () => {
  const asked = async (proxies: number, forwarded?: string) => {
    const app = new Hono<AppEnv>();
    app.get('/', (c) => c.text(addressOf(c, proxies)));
    const env = { incoming: { socket: { remoteAddress: '10.9.9.9' } } };
    return (await app.request('/', forwarded ? { headers: { 'x-forwarded-for': forwarded } } : {}, env)).text();
  };

  /** Anyone can send X-Forwarded-For; only what our own proxies add to its end is known. */
  test.each<[what: string, proxies: number, forwarded: string | undefined, address: string]>([
    ['without a proxy, the connection’s, whatever the header says', 0, '6.6.6.6', '10.9.9.9'],
    ['behind one, what it added; what the visitor sent stands before that', 1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
    ['behind two, what the outer one added', 2, '6.6.6.6, 1.1.1.1, 10.0.0.2', '1.1.1.1'],
    ['the connection’s where a proxy added nothing', 1, undefined, '10.9.9.9'],
    ['the connection’s where there are fewer names than proxies', 2, '1.1.1.1', '10.9.9.9'],
    ['the connection’s where no address is named', 1, 'unknown', '10.9.9.9'],
  ])('%s', async (_, proxies, forwarded, address) => expect(await asked(proxies, forwarded)).toBe(address));
});

describe('uploads at once', () => {
  const open = () => {
    const waiting: (() => void)[] = [];
    const app = new Hono<AppEnv>();
    app.onError((error) => problemOf(error)!);
    app.use(...uploadLimits({ uploadBytes: 1000, proxies: 1 }));
    app.post('/', async (c) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return c.text('done');
    });
    const send = async (visitor: string) =>
      (await app.request('/', { method: 'POST', body: 'a', headers: { 'x-forwarded-for': visitor } })).status;
    const arrived = (count: number) => vi.waitUntil(() => waiting.length === count, { timeout: 60_000 });
    return { waiting, send, arrived };
  };

  test('twelve in all, whoever sends them', async () => {
    const { waiting, send, arrived } = open();
    const held = [1, 2, 3, 4].flatMap((n) => [1, 2, 3].map(() => send(`1.1.1.${n}`)));
    await arrived(12);
    expect(await send('2.2.2.2')).toBe(503);
    for (const go of waiting) go();
    expect(await Promise.all(held)).toEqual(Array(12).fill(200));
  });

  test('one that is done makes room for one', async () => {
    const { waiting, send, arrived } = open();
    const held = [1, 2, 3].map(() => send('1.1.1.1'));
    await arrived(3);
    waiting[0]!();
    await held[0];
    held.push(send('1.1.1.1'));
    await arrived(4);
    expect(await send('1.1.1.1')).toBe(503);
    for (const go of waiting) go();
    expect(await Promise.all(held)).toEqual([200, 200, 200, 200]);
  });
});

test('uploads of one visitor: three at once, and the next when one is done', async () => {
  const waiting: (() => void)[] = [];
  const app = new Hono<AppEnv>();
  app.onError((error) => problemOf(error)!);
  app.use(...uploadLimits({ uploadBytes: 1000, proxies: 0 }));
  app.post('/', async (c) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return c.text('done');
  });
  const send = async () => (await app.request('/', { method: 'POST', body: 'a' })).status;
  const arrived = (count: number) => vi.waitUntil(() => waiting.length === count, { timeout: 60_000 });
  const held = [send(), send(), send()];
  await arrived(3);
  expect(await send()).toBe(503);
  for (const go of waiting.splice(0)) go();
  expect(await Promise.all(held)).toEqual([200, 200, 200]);
  const next = send();
  await arrived(1);
  waiting.pop()?.();
  expect(await next).toBe(200);
});
