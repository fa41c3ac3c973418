/** Following by e-mail, against a mail server of our own: asked, confirmed from the mail, told once a day, ended from any mail. */
import { createServer, type Server } from 'node:net';
import { type Store, tidyTexts } from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { configOf, InvalidConfig } from '../src/config.ts';
import { mailerOf } from '../src/modules/follow/mail.ts';
import { sendDue } from '../src/modules/follow/service.ts';
import { type Fixture, openFixture } from './fixture.ts';

const SITE = 'https://example.gov.cn';
const EMAIL = 'reader@example.com';

let fixture: Fixture;
let sink: Sink;
let store: Store;

interface Sink {
  readonly url: string;
  readonly mails: { readonly to: string; readonly head: string; readonly text: string }[];
  readonly server: Server;
}

beforeAll(async () => {
  fixture = await openFixture();
  sink = await openSink();
  store = fixture.store;
});
beforeEach(async () => {
  sink.mails.length = 0;
  await sql`delete from subscriptions`.execute(store.db);
});
afterAll(async () => {
  sink.server.close();
  await fixture.close();
});

const smtp = () => ({ url: sink.url, from: 'portal@example.gov.cn' });
const app = () => fixture.appWith({ smtp: smtp(), publicUrl: SITE });
const asking = (body: object, to = app()) =>
  to.request('/api/v1/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const linkIn = (text: string) => new URL(/https:\/\/example\.gov\.cn\/follow\/\S+/.exec(text)![0]).pathname;

it('is off where the operator named no mail server, and says what is missing', async () => {
  expect((await asking({ email: EMAIL, q: '经费' }, fixture.appWith())).status).toBe(404);
  expect(await (await fixture.appWith().request('/api/v1/site')).json()).toMatchObject({ mail: false });
  expect(() => configOf({ MINGSUAN_SMTP: 'smtp://localhost:25' }, '/')).toThrow(InvalidConfig);
  expect(() => configOf({ MINGSUAN_SMTP: 'localhost' }, '/')).toThrow('MINGSUAN_SMTP');
});

it.each([
  [{ email: 'nobody', q: '经费' }],
  [{ email: EMAIL }],
  [{ email: EMAIL, q: '经费', region: '130100' }],
  [{ email: `${EMAIL}\r\nbcc: other@example.com`, q: '经费' }],
])('refuses %j', async (body) => {
  expect((await asking(body)).status).toBe(400);
  expect(sink.mails).toEqual([]);
});

it('a search is confirmed, told once, and ended without a trace', async () => {
  expect((await asking({ email: 'Reader@Example.com', q: '经费' })).status).toBe(202);
  expect(sink.mails).toMatchObject([{ to: EMAIL, text: expect.stringContaining('“经费”') }]);
  const confirm = linkIn(sink.mails[0]!.text);
  const due = () => sql`update subscriptions set due = now() where due is not null`.execute(store.db);
  await due();
  expect(await sendDue(store, mailerOf({ smtp: smtp() })!, SITE)).toBe(0);
  // A program that opens the link confirms nothing.
  const page = await app().request(confirm);
  expect(await page.text()).toContain('确认订阅');
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  const { rows } = await sql`select 1 from subscriptions where confirmed_at is not null`.execute(store.db);
  expect(rows).toEqual([]);
  expect(await (await app().request(confirm, { method: 'POST' })).text()).toContain('订好了');
  await sql`update subscriptions set told_until = '2000-01-01', due = now()`.execute(store.db);
  expect(await sendDue(store, mailerOf({ smtp: smtp() })!, SITE)).toBe(1);
  const digest = sink.mails.at(-1)!;
  expect(digest.text).toMatch(/收录了.+\nhttps:\/\/example\.gov\.cn\/disclosure\/\d+/);
  expect(digest.head).toMatch(/^list-unsubscribe: <https:\/\/example\.gov\.cn\/follow\/stop\//im);
  await due();
  expect(await sendDue(store, mailerOf({ smtp: smtp() })!, SITE)).toBe(0);
  // Asked again, nothing is sent: whoever asks does not learn who follows what.
  expect((await asking({ email: EMAIL, q: '经费' })).status).toBe(202);
  expect(sink.mails).toHaveLength(2);
  const stop = linkIn(digest.text);
  expect(await (await app().request(stop, { method: 'POST' })).text()).toContain('已经退订');
  expect((await sql`select 1 from subscriptions`.execute(store.db)).rows).toEqual([]);
  expect((await app().request(stop)).status).toBe(404);
  expect(await tidyTexts(store)).toBe(false);
});

it('no more than three questions a day go to an address that confirms none', async () => {
  for (const q of ['甲', '乙', '丙', '丁', '戊']) expect((await asking({ email: EMAIL, q })).status).toBe(202);
  expect(sink.mails).toHaveLength(3);
});

it('a mail server that is away is told, and what is due stays due', async () => {
  const away = { url: 'smtp://127.0.0.1:1', from: 'portal@example.gov.cn' };
  expect((await asking({ email: EMAIL, q: '经费' }, fixture.appWith({ smtp: away, publicUrl: SITE }))).status).toBe(
    502,
  );
  await sql`update subscriptions set confirmed_at = now(), told_until = '2000-01-01', due = now()`.execute(store.db);
  await expect(sendDue(store, mailerOf({ smtp: away })!, SITE)).rejects.toThrow();
  await sql`update subscriptions set due = now()`.execute(store.db);
  expect(await sendDue(store, mailerOf({ smtp: smtp() })!, SITE)).toBe(1);
});

/** Takes all mail and says yes. */
function openSink(): Promise<Sink> {
  const mails: Sink['mails'] = [];
  const server = createServer((socket) => {
    let held = '';
    let to = '';
    let isData = false;
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      held += chunk;
      for (;;) {
        const end = held.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = held.slice(0, end);
        held = held.slice(end + (isData ? 5 : 2));
        if (isData) mails.push(read(to, line));
        to = /^RCPT TO:<(.+)>/i.exec(line)?.[1] ?? to;
        isData = !isData && /^DATA/i.test(line);
        socket.write(isData ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
    socket.on('error', () => {});
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({ url: `smtp://127.0.0.1:${port}`, mails, server });
    });
  });
}

function read(to: string, data: string): Sink['mails'][number] {
  const at = data.indexOf('\r\n\r\n');
  const head = data.slice(0, at);
  const body = data.slice(at + 4);
  const isBase64 = /^content-transfer-encoding: base64/im.test(head);
  const unquoted = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const text = isBase64
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(unquoted, 'latin1').toString('utf8');
  return { to, head: head.replace(/\r\n[ \t]+/g, ' '), text: text.replace(/\r\n/g, '\n') };
}
