/** ClickHouse over HTTP: one server, or the nodes of a cluster. */
import { setTimeout as sleep } from 'node:timers/promises';
import { oneLine } from '@mingsuan/core/text/fold';
import { type Clickhouse, SETTINGS } from './engine.ts';

/** A node does not answer, or answers that a part of the cluster does not: one Chinese sentence. Nothing is answered with less. */
export class ClickhouseAway extends Error {
  override readonly name = 'ClickhouseAway';
}

/** The server refused what it was asked: one Chinese sentence with what it said. */
export class ClickhouseRefused extends Error {
  override readonly name = 'ClickhouseRefused';
}

/** Where ClickHouse is. */
export interface ClickhousePlace {
  /** `http://host:8123`, the first one is asked; all of them hold facts. */
  readonly nodes: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly cluster?: string;
}

const FORM =
  /^clickhouse:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([\w.-]+(?::\d{1,5})?(?:,[\w.-]+(?::\d{1,5})?)*)\/(\w+)(?:\?(.*))?$/;
const NAME = /^\w+$/;

/** Reads `clickhouse://user:password@host:8123,host/database?cluster=name&tls=on`; undefined where it is not one. */
export function clickhouseAt(url: string): ClickhousePlace | undefined {
  const [, user = '', password = '', hosts = '', database = '', query = ''] = FORM.exec(url) ?? [];
  if (hosts === '') return undefined;
  const { cluster, tls = 'off', ...unknown } = Object.fromEntries(new URLSearchParams(query));
  const nodes = hosts.split(',');
  const isKnown = Object.keys(unknown).length === 0 && ['on', 'off'].includes(tls);
  // Several nodes without a cluster would each be asked for a part only.
  if (!isKnown || (cluster === undefined ? nodes.length > 1 : !NAME.test(cluster))) return undefined;
  const scheme = tls === 'on' ? 'https' : 'http';
  try {
    return {
      nodes: nodes.map((node) => `${scheme}://${/:\d+$/.test(node) ? node : `${node}:8123`}`),
      user: decodeURIComponent(user),
      password: decodeURIComponent(password),
      database,
      ...(cluster === undefined ? {} : { cluster }),
    };
  } catch {
    return undefined;
  }
}

/** Codes by which a server tells that another one is away, or that its time is over: NETWORK_ERROR, SOCKET_TIMEOUT, ALL_CONNECTION_TRIES_FAILED, … */
const AWAY = /Code: (?:159|198|203|209|210|279|425),?/;
const QUESTION_MS = 600_000;
const PATIENCE_MS = 200;
/** Characters of what a server says that are told on. */
const SAID = 300;

/** Opens it, the database made where it is not there. @throws ClickhouseAway; ClickhouseRefused */
export async function openClickhouse(place: ClickhousePlace): Promise<Clickhouse> {
  const { nodes, database, cluster } = place;
  const first = nodes[0]!;
  for (const node of nodes)
    await ask({ ...place, database: 'default' }, node, `create database if not exists ${database}`);
  return {
    database,
    ...(cluster === undefined ? {} : { cluster }),
    rows: async (sql) =>
      (await ask(place, first, `${sql}\nformat JSONEachRow`))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    run: async (sql, where = 'first') => {
      for (const node of where === 'first' ? [first] : nodes) {
        await ask(place, node, sql);
        if (sql.startsWith('alter')) await untilDone(place, node);
      }
    },
    insert: async (table, columns, csv) => {
      await ask(place, first, csv, `insert into ${table} (${columns}) format CSV`);
    },
    close: async () => {},
  };
}

/** A deletion goes on after it was accepted; old servers cannot be told to wait for it. */
async function untilDone(place: ClickhousePlace, node: string): Promise<void> {
  const left = `select count() from system.mutations where database = currentDatabase() and not is_done`;
  while ((await ask(place, node, left)).trim() !== '0') await sleep(PATIENCE_MS);
}

/** `query` where the body is what it puts in. */
async function ask(
  { user, password, database }: ClickhousePlace,
  node: string,
  body: string,
  query?: string,
): Promise<string> {
  const settings = new URLSearchParams({ ...SETTINGS, database, ...(query ? { query } : {}) });
  // A connection that was idle may be closed by the server just when it is used again.
  const headers = { 'X-ClickHouse-User': user || 'default', 'X-ClickHouse-Key': password, connection: 'close' };
  const signal = AbortSignal.timeout(QUESTION_MS);
  const answer = await fetch(`${node}/?${settings}`, { method: 'POST', headers, body, signal }).catch((cause) => {
    throw new ClickhouseAway(`ClickHouse ${node} 没有应答：数没有少给，请恢复它再问。`, { cause });
  });
  const text = await answer.text();
  if (answer.ok && !/^Code: \d+/m.test(text.slice(-2000))) return text;
  const said = oneLine(text).slice(-SAID);
  if (AWAY.test(text))
    throw new ClickhouseAway(`ClickHouse 的集群里有节点没有应答：数没有少给，请恢复它再问（${said}）。`);
  throw new ClickhouseRefused(`ClickHouse ${node} 不接受：${said}`);
}
