/** Other programs are told what happens: what they asked for, signed, once it stands, again where it did not arrive, at public addresses only. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { EVENTS } from '@mingsuan/core/process/tables';
import { searchAudit } from '@mingsuan/store';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import * as account from '../src/modules/accounts/contract.ts';
import * as contract from '../src/modules/webhooks/contract.ts';
import { deliverDue } from '../src/modules/webhooks/deliver.ts';
import * as work from '../src/modules/work/contract.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

const URL_GIVEN = 'https://hooks.example.gov.cn/office';
const MINUTE_MS = 60_000;
/** The receiver of the tests stands at this machine. */
const HERE = { isAllowed: () => true };

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let fixture: Fixture;
let app: Api;
let places: Places;
let root: Desk;
let clerk: Desk;
let receiver: Server;
let received: Received[] = [];
let status = 204;
let year = 2030;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store);
  clerk = await deskOf(app, fixture.store, 'clerk', places.unit, 'unit-clerk');
  root = await deskOf(app, fixture.store, 'root', places.region);
  await fixture.store.db.updateTable('people').set({ is_administrator: true }).where('login', '=', 'root').execute();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, status === 302 ? { location: 'https://elsewhere.example.gov.cn/' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.close();
  await fixture.close();
});
beforeEach(async () => {
  await fixture.store.db.deleteFrom('webhooks').execute();
  received = [];
  status = 204;
});

const add = (events: readonly string[], url = URL_GIVEN) =>
  root.ask('POST', '/webhooks', contract.secret, { url, events });
/** The address is public by its name; the test's receiver is not. */
const toReceiver = (id: number) =>
  fixture.store.db
    .updateTable('webhooks')
    .set({ url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?of=office` })
    .where('id', '=', id)
    .execute();
const deliveries = (id: number) => root.ask('GET', `/webhooks/${id}/deliveries`, contract.deliveries);
/** A budget of a year that has none yet, with a version in it. */
async function edited(): Promise<number> {
  year += 1;
  const question = { process: 'round', unitId: places.unit, year };
  const { id } = await clerk.ask('POST', '/work', work.made, question);
  const agency = { code: '302001', name: '数据局本级', level: 'unit' };
  const version = { revision: 0, content: { ...exampleLedger(year), agency } };
  expect((await clerk.send('POST', `/work/${id}/versions`, version)).status).toBe(200);
  return id;
}

test('what was asked for is told, signed, without what the budget holds', async () => {
  const { id, secret } = await add(['round.edit', 'round.submit']);
  await toReceiver(id);
  const item = await edited();
  expect(received).toEqual([]);
  expect(await deliverDue(fixture.store, HERE)).toBe(1);
  const [{ headers, body }] = received as [Received];
  const stamp = headers['x-mingsuan-timestamp'] as string;
  expect(Math.abs(Number(stamp) - Date.now() / 1000)).toBeLessThan(60);
  const hmac = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
  expect(headers).toMatchObject({ 'x-mingsuan-event': 'round.edit', 'x-mingsuan-signature': `sha256=${hmac}` });
  const told = JSON.parse(body);
  expect(String(told.id)).toBe(headers['x-mingsuan-delivery']);
  expect(told).toMatchObject({ event: 'round.edit', name: '修改', unitId: places.unit, from: 'draft', to: 'draft' });
  expect(told.subject).toEqual({
    id: item,
    title: `${year} 年预算`,
    unitCode: '302001',
    unit: '数据局本级',
    year,
    round: 1,
    version: 1,
  });
  expect(await deliveries(id)).toMatchObject([{ event: 'round.edit', state: 'arrived', attempts: 1, status: 204 }]);
  expect(await deliverDue(fixture.store, HERE)).toBe(0);
});

test('what was not asked for is not told, nor anything where it is switched off', async () => {
  const { id } = await add(['round.approve']);
  await edited();
  await root.ask('PUT', `/webhooks/${id}`, account.done, { events: ['round.edit'], isOn: false });
  await edited();
  expect(await deliveries(id)).toEqual([]);
  await root.ask('PUT', `/webhooks/${id}`, account.done, { isOn: true });
  await edited();
  expect(await deliveries(id)).toHaveLength(1);
});

test('what does not arrive is sent again after longer and longer, is given up in the end, and is sent again by hand', async () => {
  const { id } = await add(['round.edit']);
  await toReceiver(id);
  await edited();
  status = 302;
  let now = new Date(Date.now() + MINUTE_MS);
  expect(await deliverDue(fixture.store, HERE, now)).toBe(0);
  expect(await deliveries(id)).toMatchObject([
    { state: 'waiting', attempts: 1, status: 302, note: '对方答复 HTTP 302' },
  ]);
  // Not before its time.
  await deliverDue(fixture.store, HERE, now);
  expect(received).toHaveLength(1);
  status = 500;
  for (let i = 0; i < 7; i++) {
    now = new Date(now.getTime() + 1440 * MINUTE_MS);
    await deliverDue(fixture.store, HERE, now);
  }
  const [given] = await deliveries(id);
  expect(given).toMatchObject({ state: 'failed', attempts: 8, status: 500, dueAt: null });
  expect((await root.ask('GET', '/webhooks', contract.webhooks)).webhooks).toMatchObject([{ waiting: 0, failed: 1 }]);
  status = 200;
  await root.ask('POST', `/webhook-deliveries/${given!.id}/again`, account.done);
  expect(await deliverDue(fixture.store, HERE)).toBe(1);
  expect(await deliveries(id)).toMatchObject([{ state: 'arrived', attempts: 1 }]);
  expect((await root.refused('POST', `/webhook-deliveries/${given!.id}/again`))[0]).toBe(404);
});

test('nothing goes to an inner address, whatever its name said when it was entered', async () => {
  const { id } = await add(['round.edit']);
  await toReceiver(id);
  await root.ask('POST', `/webhooks/${id}/trial`, account.done);
  expect(await deliverDue(fixture.store)).toBe(0);
  expect(received).toEqual([]);
  expect(await deliveries(id)).toMatchObject([
    { event: 'ping', state: 'waiting', status: null, note: '链接指向内部网络的地址，不能访问。' },
  ]);
  const inner = [403, '网址指向内部网络的地址，不能通知到那里。'];
  for (const [url, refusal] of [
    ['http://hooks.example.gov.cn/', [400, '网址要以 https:// 开头。']],
    ['https://a:b@hooks.example.gov.cn/', [400, '网址里不能有用户名和密码。']],
    ['https://127.0.0.1/', inner],
    ['https://[::1]/', inner],
    ['https://localhost/', inner],
    ['https://10.1.2.3:8443/', inner],
  ] as const)
    expect([url, await root.refused('POST', '/webhooks', { url, events: ['round.edit'] })]).toEqual([url, refusal]);
});

test('the administrator alone enters them; the secret is shown once; the trail tells of it', async () => {
  const { id, secret } = await add(['round.submit']);
  expect(await root.refused('POST', '/webhooks', { url: URL_GIVEN, events: ['round.submit'] })).toEqual([
    409,
    '已有这个网址，请改它通知哪些事。',
  ]);
  expect((await root.refused('POST', '/webhooks', { url: URL_GIVEN, events: [] }))[1]).toBe('请选通知哪些事。');
  expect((await root.refused('POST', '/webhooks', { url: URL_GIVEN, events: ['round.fly'] }))[0]).toBe(400);
  for (const [method, path] of [
    ['GET', '/webhooks'],
    ['POST', '/webhooks'],
    ['PUT', `/webhooks/${id}`],
    ['DELETE', `/webhooks/${id}`],
    ['POST', `/webhooks/${id}/secret`],
    ['POST', `/webhooks/${id}/trial`],
    ['GET', `/webhooks/${id}/deliveries`],
  ] as const) {
    const body = method === 'POST' || method === 'PUT' ? { url: URL_GIVEN, events: ['round.submit'] } : undefined;
    expect([path, (await clerk.refused(method, path, body))[0]]).toEqual([path, 403]);
  }
  const { events, webhooks } = await root.ask('GET', '/webhooks', contract.webhooks);
  expect(events).toEqual(EVENTS);
  expect(JSON.stringify(webhooks)).not.toContain(secret);
  const renewed = await root.ask('POST', `/webhooks/${id}/secret`, contract.secret);
  expect(renewed.secret).not.toBe(secret);
  await root.ask('DELETE', `/webhooks/${id}`, account.done);
  const trail = (await searchAudit(fixture.store, { kind: 'webhook', subject: id })).items;
  expect(trail.map(({ title }) => title)).toEqual([
    `删去通知的网址 ${URL_GIVEN}`,
    `换通知的网址 ${URL_GIVEN} 的密钥`,
    `设立通知的网址 ${URL_GIVEN}`,
  ]);
  expect(JSON.stringify(trail)).not.toContain('mswh_');
});
