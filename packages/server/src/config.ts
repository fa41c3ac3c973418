/** What the operator sets, all by environment; docs/operation.md holds the same table. */
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, resolve } from 'node:path';
import { clickhouseAt, type ObjectSettings } from '@mingsuan/store';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** The object store that keeps originals; absent: they are in the data folder. */
  readonly objects?: ObjectSettings;
  /** Whether the server works on imports itself; else processes of their own do (`worker`). */
  readonly imports: boolean;
  readonly adminToken?: string;
  /** `example.gov.cn` or `*.gov.cn`, lower case; empty: links are off. */
  readonly linkHosts: readonly string[];
  readonly uploadBytes: number;
  /** Of one upload of attachments. */
  readonly attachmentBytes: number;
  /** How many years after theirs the files of attachments are kept; 0: for ever. */
  readonly attachmentYears: number;
  /** A program and its arguments that looks for viruses in what it is given on its input. */
  readonly scan?: readonly string[];
  readonly checkMs: number;
  /** Processes that read uploads at once. */
  readonly workers: number;
  /** MB of memory that one of them may take. */
  readonly workerMemory: number;
  /** Calls of the API a minute and visitor; 0: no limit. */
  readonly ratePerMinute: number;
  /** How many proxies stand before the server and add to X-Forwarded-For. */
  readonly proxies: number;
  /** Where the world reaches the server, without a slash at the end; what a request says of it where not set. */
  readonly publicUrl?: string;
  /** Where mail is handed to, and from whom it is; mail is off without. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** The provider of sign-in (OpenID Connect) beside passwords, and who we are there. */
  readonly signOn?: SignOnSettings;
  /** Whether readers may say something of a figure or a document; the operator shows it or not. */
  readonly feedback: boolean;
  /** Absolute paths of folders of jurisdictions beside those of the program. */
  readonly jurisdictions: readonly string[];
  readonly samples: boolean;
  /** Where facts are kept beside the store: the absolute path of a lake's folder, or the URL of ClickHouse; absent: nowhere. */
  readonly lake?: string;
  readonly logLevel: string;
}

export interface SignOnSettings {
  /** What the provider calls itself; where it tells of its parts stands below. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent where the provider gave none: the code is proved by PKCE alone. */
  readonly secret?: string;
  /** What the page calls it. */
  readonly name: string;
}

export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}

interface Variable<T> {
  readonly name: string;
  readonly fallback: string;
  /** Undefined where the text is not right; `must` says what is. */
  readonly parse: (text: string) => T | undefined;
  readonly must: string;
}

const whole = (least: number, most: number) => ({
  parse: (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined,
  must: `应是 ${least} 到 ${most} 的整数`,
});

const oneOf = <W extends string>(...words: readonly W[]) => ({
  parse: (text: string): W | undefined => words.find((word) => word === text),
  must: `应是 ${words.join('、')} 之一`,
});

const text = { parse: (given: string): string => given, must: '' };

const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;

const variable = <T>(name: string, fallback: string, how: Pick<Variable<T>, 'parse' | 'must'>): Variable<T> => ({
  name,
  fallback,
  ...how,
});

/** What passes in the open is read by others: only a provider on this machine is asked without TLS. */
function isProvider(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, search, hash } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && search === '' && hash === '';
}

export const VARIABLES = {
  port: variable('PORT', '8080', whole(0, 65535)),
  host: variable('HOST', '127.0.0.1', text),
  databaseUrl: variable('DATABASE_URL', '', {
    parse: (url) => (url === '' || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) ? url : undefined),
    must: '应是 postgres://用户:密码@主机/库，密码里的特殊字符要写成 %40 这样',
  }),
  dataDir: variable('MINGSUAN_DATA', './data', text),
  files: variable('MINGSUAN_FILES', '', {
    parse: (setting) =>
      setting === '' || (/^s3:https?:\/\/[^/?#\s]+\/[^?#\s]*[^/?#\s]$/.test(setting) && URL.canParse(setting.slice(3)))
        ? setting
        : undefined,
    must: '应是 s3:https://主机/桶 这样，末尾没有斜线',
  }),
  objectsKey: variable('AWS_ACCESS_KEY_ID', '', text),
  objectsSecret: variable('AWS_SECRET_ACCESS_KEY', '', text),
  objectsRegion: variable('AWS_REGION', 'us-east-1', text),
  imports: variable('MINGSUAN_IMPORTS', 'on', oneOf('on', 'off')),
  adminToken: variable('MINGSUAN_ADMIN_TOKEN', '', {
    parse: (token) => (token === '' || token.length >= 16 ? token : undefined),
    must: '至少要有 16 个字符',
  }),
  linkHosts: variable('MINGSUAN_LINK_HOSTS', '', {
    parse: (list) => {
      const hosts = list
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== '');
      return hosts.every((host) => HOST.test(host)) ? hosts : undefined;
    },
    must: '应是逗号隔开的主机名，如 example.gov.cn,*.example.gov.cn',
  }),
  uploadMb: variable('MINGSUAN_UPLOAD_MB', '50', whole(1, 300)),
  attachmentMb: variable('MINGSUAN_ATTACHMENT_MB', '20', whole(1, 300)),
  attachmentYears: variable('MINGSUAN_ATTACHMENT_YEARS', '0', whole(0, 100)),
  scan: variable('MINGSUAN_SCAN', '', text),
  checkSeconds: variable('MINGSUAN_CHECK_SECONDS', '60', whole(1, 3600)),
  workers: variable('MINGSUAN_WORKERS', '2', whole(1, 64)),
  workerMemory: variable('MINGSUAN_WORKER_MB', '1536', whole(256, 65536)),
  ratePerMinute: variable('MINGSUAN_RATE_PER_MINUTE', '600', whole(0, 1_000_000)),
  proxies: variable('MINGSUAN_PROXIES', '0', whole(0, 10)),
  publicUrl: variable('MINGSUAN_URL', '', {
    parse: (url) => (url === '' || (/^https?:\/\/[^/?#\s]+$/.test(url) && URL.canParse(url)) ? url : undefined),
    must: '应是 https://主机 这样的网址，末尾没有斜线',
  }),
  smtp: variable('MINGSUAN_SMTP', '', {
    parse: (url) => (url === '' || (/^smtps?:\/\//.test(url) && URL.canParse(url)) ? url : undefined),
    must: '应是 smtp://用户:密码@主机:587 或 smtps://… 这样，密码里的特殊字符要写成 %40 这样',
  }),
  mailFrom: variable('MINGSUAN_MAIL_FROM', '', {
    parse: (from) => (from === '' || /^[^\s@<>]+@[^\s@<>]+$/.test(from) ? from : undefined),
    must: '应是一个邮箱地址',
  }),
  signOn: variable('MINGSUAN_OIDC', '', {
    parse: (url) => (url === '' || isProvider(url) ? url : undefined),
    must: '应是统一身份认证的 issuer，如 https://login.example.gov.cn/realms/office；本机以外要用 https',
  }),
  signOnClient: variable('MINGSUAN_OIDC_CLIENT', '', text),
  signOnSecret: variable('MINGSUAN_OIDC_SECRET', '', text),
  signOnName: variable('MINGSUAN_OIDC_NAME', '统一身份认证', text),
  feedback: variable('MINGSUAN_FEEDBACK', 'off', oneOf('on', 'off')),
  jurisdictions: variable('MINGSUAN_JURISDICTIONS', '', text),
  fonts: variable('MINGSUAN_FONTS', '', {
    parse: (folder) => (folder === '' || existsSync(folder) ? folder : undefined),
    must: '应是一个放字体文件的文件夹',
  }),
  facts: variable('MINGSUAN_FACTS', '', {
    parse: (setting) =>
      setting === '' || /^lake:./.test(setting) || clickhouseAt(setting) !== undefined ? setting : undefined,
    must: '应是 lake:文件夹，或 clickhouse://用户:密码@主机:8123/库，几个节点用逗号隔开、库后面写 ?cluster=集群',
  }),
  samples: variable('MINGSUAN_SAMPLES', 'on', oneOf('on', 'off')),
  logLevel: variable('LOG_LEVEL', 'info', oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent')),
} as const;

const MEGABYTE = 1024 * 1024;

/** @throws InvalidConfig that names the variable and what it should be */
export function configOf(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const read = <T>({ name, fallback, parse, must }: Variable<T>): T => {
    const given = env[name] ?? '';
    const value = parse(given === '' ? fallback : given);
    if (value === undefined) throw new InvalidConfig(`环境变量 ${name} 不对：${must}，请改正后再启动。`);
    return value;
  };
  // Who writes a PDF asks for it by itself.
  read(VARIABLES.fonts);
  const databaseUrl = read(VARIABLES.databaseUrl);
  const adminToken = read(VARIABLES.adminToken);
  const publicUrl = read(VARIABLES.publicUrl);
  const dataDir = read(VARIABLES.dataDir);
  const facts = read(VARIABLES.facts);
  const scan = read(VARIABLES.scan)
    .split(/\s+/)
    .filter((word) => word !== '');
  const smtp = read(VARIABLES.smtp);
  const from = read(VARIABLES.mailFrom);
  if (smtp !== '' && (from === '' || publicUrl === '')) {
    throw new InvalidConfig(
      '设了 MINGSUAN_SMTP，也要设 MINGSUAN_MAIL_FROM（谁发的信）和 MINGSUAN_URL（信里的链接指到哪里），请补上后再启动。',
    );
  }
  const signOn = signOnOf(read, publicUrl);
  const files = read(VARIABLES.files);
  const [keyId, secret] = [read(VARIABLES.objectsKey), read(VARIABLES.objectsSecret)];
  if (files !== '' && (keyId === '' || secret === '')) {
    throw new InvalidConfig(
      '设了 MINGSUAN_FILES，也要设 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（对象存储的密钥），请补上后再启动。',
    );
  }
  const imports = read(VARIABLES.imports) === 'on';
  if (!imports && databaseUrl === '') {
    throw new InvalidConfig(
      'MINGSUAN_IMPORTS=off 要有另外的导入进程（mingsuan worker），内嵌的数据库只能由一个进程打开：请设 DATABASE_URL，或不设 MINGSUAN_IMPORTS。',
    );
  }
  const region = read(VARIABLES.objectsRegion);
  return {
    port: read(VARIABLES.port),
    host: read(VARIABLES.host),
    ...(databaseUrl === '' ? {} : { databaseUrl }),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(cwd, dataDir),
    ...(files === '' ? {} : { objects: { url: files.slice('s3:'.length), keyId, secret, region } }),
    imports,
    ...(adminToken === '' ? {} : { adminToken }),
    linkHosts: read(VARIABLES.linkHosts),
    uploadBytes: read(VARIABLES.uploadMb) * MEGABYTE,
    attachmentBytes: read(VARIABLES.attachmentMb) * MEGABYTE,
    attachmentYears: read(VARIABLES.attachmentYears),
    ...(scan.length > 0 ? { scan } : {}),
    checkMs: read(VARIABLES.checkSeconds) * 1000,
    workers: read(VARIABLES.workers),
    workerMemory: read(VARIABLES.workerMemory),
    ratePerMinute: read(VARIABLES.ratePerMinute),
    proxies: read(VARIABLES.proxies),
    ...(publicUrl === '' ? {} : { publicUrl }),
    ...(smtp === '' ? {} : { smtp: { url: smtp, from } }),
    ...(signOn ? { signOn } : {}),
    feedback: read(VARIABLES.feedback) === 'on',
    jurisdictions: read(VARIABLES.jurisdictions)
      .split(delimiter)
      .flatMap((folder) => (folder === '' ? [] : [resolve(cwd, folder)])),
    samples: read(VARIABLES.samples) === 'on',
    ...(facts === '' ? {} : { lake: facts.startsWith('lake:') ? resolve(cwd, facts.slice('lake:'.length)) : facts }),
    logLevel: read(VARIABLES.logLevel),
  };
}

function signOnOf(read: <T>(one: Variable<T>) => T, publicUrl: string): SignOnSettings | undefined {
  const issuer = read(VARIABLES.signOn);
  if (issuer === '') return undefined;
  const clientId = read(VARIABLES.signOnClient);
  const secret = read(VARIABLES.signOnSecret);
  if (clientId === '' || publicUrl === '') {
    throw new InvalidConfig(
      '设了 MINGSUAN_OIDC，也要设 MINGSUAN_OIDC_CLIENT（本系统在统一身份认证里的编号）和 MINGSUAN_URL（登录后回到哪里），请补上后再启动。',
    );
  }
  return { issuer, clientId, name: read(VARIABLES.signOnName), ...(secret === '' ? {} : { secret }) };
}
