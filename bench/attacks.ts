/**
 * What another visitor waits for while one asks for what is dear, within what a visitor may: pictures of pages that nobody stays for,
 * exports, a batch of fifty files to check, uploads that trickle in. Against the built server over an embedded database; the attacker is a
 * process of its own, so that its work is not among what the other visitor waits for.
 * `npm run bench attacks`; `-- 400` gives another number of made-up disclosures.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importDocument, openStore } from '@mingsuan/store';
import { importMany } from './made-up/many.ts';

const MOST_MS = 2000;
const MOST_HEALTH_MS = 200;
const ATTACK_MS = 15_000;
/** Whoever waits so long has gone. */
const PATIENCE_MS = 20_000;
const ROOT = join(import.meta.dirname, '..');
const PDFS = join(ROOT, 'samples/portal');
const PATHS = ['/health', '/api/v1/agencies?limit=20', '/api/v1/search?q=%E6%94%AF%E5%87%BA', '/api/v1/disclosures/1'];

const FORMATS = ['csv', 'json', 'parquet'];

/** Requests are of the visitor that a proxy names. */
const as = (visitor: string): Record<string, string> => ({ 'x-forwarded-for': visitor });

async function started(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, [join(ROOT, 'packages/server/dist/main.js')], {
    env: {
      ...process.env,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      MINGSUAN_DATA: dataDir,
      MINGSUAN_PROXIES: '1',
      MINGSUAN_SAMPLES: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await sleep(200);
  return { server, url };
}

interface Waited {
  /** Sorted milliseconds of the other visitor's answers. */
  readonly all: readonly number[];
  /** Of them those of `/health`. */
  readonly health: readonly number[];
}

/** What the other visitor waits for while an attack goes on. */
async function waited(url: string, attack: string, documentId: number): Promise<Waited> {
  const attacker = spawn(
    process.execPath,
    [...process.execArgv, import.meta.filename, '--attack', attack, url, String(documentId)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = once(attacker, 'exit');
  await once(attacker.stdout, 'data');
  const times: { readonly path: string; readonly ms: number }[] = [];
  const until = performance.now() + ATTACK_MS;
  for (let turn = 0; performance.now() < until; turn++) {
    const began = performance.now();
    const path = PATHS[turn % PATHS.length]!;
    const status = await answered(url + path, '9.9.9.9');
    if (status !== 200) console.log(`${path}: ${status}`);
    times.push({ path, ms: performance.now() - began });
    await sleep(50);
  }
  attacker.kill('SIGKILL');
  await gone;
  const sorted = (some: typeof times) => some.map(({ ms }) => ms).sort((a, b) => a - b);
  return { all: sorted(times), health: sorted(times.filter(({ path }) => path === PATHS[0])) };
}

/** Seconds that a process, without its children, was at work: they do not depend on what else the machine does. NaN but on Linux. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

const p95Of = (sorted: readonly number[]): number => sorted[Math.ceil(sorted.length * 0.95) - 1]!;

/** By a connection of its own: those of the attack keep nobody waiting on this side. */
const answered = (url: string, visitor: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    get(url, { headers: as(visitor), agent: false, signal }, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode));
    }).once('error', () => resolve(undefined));
  });

/** So many at once. */
const many = (count: number, one: (turn: number) => Promise<unknown>): Promise<unknown> =>
  Promise.allSettled(Array.from({ length: count }, (_, turn) => one(turn)));

const pdfs = (): readonly string[] => readdirSync(PDFS).filter((name) => name.endsWith('.pdf'));

const batchOf = (files: number): FormData => {
  const form = new FormData();
  const names = pdfs();
  for (let i = 0; i < files; i++) {
    const bytes = readFileSync(join(PDFS, names[i % names.length]!));
    form.append('files', new Blob([bytes]), `${i}.pdf`);
  }
  return form;
};

function trickle(url: string, visitor: string): Promise<void> {
  const asked = request(`${url}/api/v1/checks`, {
    method: 'POST',
    headers: { ...as(visitor), 'content-type': 'multipart/form-data; boundary=x', 'content-length': 10_000_000 },
  });
  const timer = setInterval(() => asked.write('x'), 200);
  return new Promise<void>((resolve) => {
    for (const event of ['close', 'error', 'response']) asked.once(event, () => resolve());
  }).finally(() => clearInterval(timer));
}

type Attack = (url: string, documentId: number) => Promise<unknown>;

/** What the attacker does until it is ended. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  nothing: async () => {},
  '200 pictures of pages, left': (url, documentId) =>
    many(200, (turn) =>
      fetch(`${url}/api/v1/documents/${documentId}/pages/${1 + (turn % 12)}.png?scale=${1 + (turn % 200) / 100}`, {
        headers: as('1.1.1.1'),
        signal: AbortSignal.timeout(1000),
      }),
    ),
  '30 exports': (url) =>
    many(30, async (turn) =>
      (
        await fetch(`${url}/api/v1/exports/facts.${FORMATS[turn % FORMATS.length]}`, {
          headers: as(`1.1.2.${turn % 30}`),
        })
      ).arrayBuffer(),
    ),
  '50 files to check': async (url) =>
    fetch(`${url}/api/v1/checks`, { method: 'POST', body: batchOf(50), headers: as('1.1.3.1') }),
  '30 slow uploads': (url) => many(30, (turn) => trickle(url, `1.1.4.${turn % 10}`)),
};

async function measured(size: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-bench-'));
  const store = await openStore({ dataDir });
  await importMany(store, size);
  const [name] = pdfs();
  const { documentId } = await importDocument(store, { name: name!, bytes: readFileSync(join(PDFS, name!)) });
  await store.close();
  const { server, url } = await started(dataDir);
  try {
    const rows: Record<string, unknown> = {};
    for (const attack of Object.keys(ATTACKS)) {
      const before = cpuOf(server.pid!);
      const { all, health } = await waited(url, attack, documentId);
      const cpu = cpuOf(server.pid!) - before;
      const p95 = p95Of(all);
      console.log(`${attack}: ${Math.round(p95)} ms`);
      rows[attack] = {
        answers: all.length,
        'median, ms': Math.round(all[all.length >> 1]!),
        'p95, ms': Math.round(p95),
        'longest, ms': Math.round(all.at(-1)!),
        'of 2 s': Math.round((100 * p95) / MOST_MS) / 100,
        'health, p95, ms': Math.round(p95Of(health)),
        'of 200 ms': Math.round((100 * p95Of(health)) / MOST_HEALTH_MS) / 100,
        'CPU of the server itself, s': Math.round(10 * cpu) / 10,
      };
    }
    console.table(rows);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const [mode, attack, url, documentId] = process.argv.slice(2);
if (mode === '--attack') {
  const attacking = ATTACKS[attack!]!(url!, Number(documentId));
  console.log('attacking');
  await attacking;
  // The process ends when it is told to: a visitor stays connected.
  await sleep(2 * ATTACK_MS);
} else {
  await measured(Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 100));
}
