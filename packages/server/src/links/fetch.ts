/**
 * A file behind a link, for those who have only that. The hosts are those that the operator lists; what the name of a host
 * leads to has to be a public address, at the first request and after every redirect.
 */
import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { DocumentInput } from '@mingsuan/store';
import type { Config } from '../config.ts';
import { Fault } from '../fault.ts';
import { isPublic } from './addresses.ts';

export interface LinkOptions {
  /** `example.gov.cn` or `*.gov.cn`; empty: links are off. */
  readonly hosts: readonly string[];
  readonly mostBytes: number;
  readonly timeoutMs?: number;
  /** Every address of a name. */
  readonly lookup?: (name: string) => Promise<readonly string[]>;
  readonly isAllowed?: (address: string) => boolean;
}

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 30_000;
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

const allAddresses = async (name: string): Promise<readonly string[]> =>
  (await dnsLookup(name, { all: true })).map(({ address }) => address);

/** Within what the operator allows. */
export const linkOptions = ({ linkHosts, uploadBytes }: Pick<Config, 'linkHosts' | 'uploadBytes'>): LinkOptions => ({
  hosts: linkHosts,
  mostBytes: uploadBytes,
});

/** The file, named as its link names it. @throws Fault with the reason where it cannot be had */
export async function fetchLink(link: string, options: LinkOptions): Promise<DocumentInput> {
  if (options.hosts.length === 0) throw new Fault('forbidden', '没有开启链接导入，请下载后上传文件。');
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let url = checkedUrl(link, options.hosts);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await openUrl(url, options, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      answer.destroy();
      url = checkedUrl(new URL(headers.location, url).href, options.hosts);
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new Fault('unreachable', `对方没有给出文件（HTTP ${statusCode}），请检查链接。`);
    }
    return { name: nameOf(url), bytes: await bytesOf(answer, options.mostBytes) };
  }
  throw new Fault('unreachable', '链接转了太多次，请用文件自己的地址。');
}

/** An address that may be asked. @throws Fault `wrong` or `forbidden` */
export function checkedUrl(text: string, hosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !(url.protocol in PORTS)) throw new Fault('wrong', '链接不对，应以 http:// 或 https:// 开头。');
  if (url.username || url.password) throw new Fault('wrong', '链接里不能有用户名和密码。');
  if (!hosts.some((host) => matches(url, host))) {
    throw new Fault('forbidden', `不能从 ${url.hostname} 取文件，它不在允许的主机之列；请下载后上传文件。`);
  }
  return url;
}

/** A listed host is asked at its usual port only, unless the list names another. */
function matches({ hostname, port }: URL, listed: string): boolean {
  const [host = '', listedPort = ''] = listed.split(':');
  const isHost = host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
  return isHost && port === listedPort;
}

/** How names are looked up, and which addresses may be reached: those of the open network, where not said otherwise. */
export type Reaching = Pick<LinkOptions, 'lookup' | 'isAllowed'>;

/** The address of a host that may be reached. @throws Fault */
async function addressOf(
  { hostname }: URL,
  { lookup = allAddresses, isAllowed = isPublic }: Reaching,
): Promise<string> {
  const addresses = await lookup(nameIn(hostname)).catch(() => []);
  const [address] = addresses;
  if (address === undefined) throw new Fault('unreachable', `找不到主机 ${hostname}，请检查链接。`);
  if (!addresses.every(isAllowed)) throw new Fault('forbidden', '链接指向内部网络的地址，不能访问。');
  return address;
}

const nameIn = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

const requestOf = ({ protocol }: URL) => (protocol === 'https:' ? httpsRequest : httpRequest);

/** Connects to an address that was looked at, not to whatever the name means a moment later. @throws Fault */
export async function openUrl(url: URL, options: Reaching, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await addressOf(url, options);
  return new Promise((resolve, reject) => {
    requestOf(url)(
      {
        host: address,
        port: url.port || PORTS[url.protocol],
        path: url.pathname + url.search,
        servername: nameIn(url.hostname),
        headers: { host: url.host, 'user-agent': 'mingsuan', accept: '*/*', 'accept-encoding': 'identity' },
        agent: false,
        signal,
      },
      resolve,
    )
      .on('error', (cause) => reject(new Fault('unreachable', `取不到文件（${whyOf(cause)}），请检查链接或稍后重试。`)))
      .end();
  });
}

export interface Sending {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts to a public address, and follows it nowhere else. @returns the HTTP status of the answer @throws Fault */
export async function sendTo(
  url: URL,
  { headers, body }: Sending,
  reaching: Reaching,
  signal: AbortSignal,
): Promise<number> {
  const address = await addressOf(url, reaching);
  return new Promise((resolve, reject) => {
    requestOf(url)(
      {
        method: 'POST',
        host: address,
        port: url.port || PORTS[url.protocol],
        path: url.pathname + url.search,
        servername: nameIn(url.hostname),
        headers: { ...headers, host: url.host, 'user-agent': 'mingsuan', 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal,
      },
      (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    )
      .on('error', (cause) => reject(new Fault('unreachable', `没有送到（${whyOf(cause)}）。`)))
      .end(body);
  });
}

const whyOf = ({ name, code }: NodeJS.ErrnoException): string =>
  name === 'AbortError' ? '超时' : (code ?? '连接中断');

/** The whole of an answer. @throws Fault where it is too large or breaks off */
export async function bytesOf(answer: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      size += (chunk as Buffer).length;
      if (size > mostBytes) throw new Fault('too-large', '链接的文件太大，请下载后拆小再上传。');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('unreachable', `文件没有取完（${whyOf(error as Error)}），请稍后重试。`);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(chunks);
}

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last;
  }
}
