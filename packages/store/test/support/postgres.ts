/** A PostgreSQL 15 server of our own in a temporary folder, reached by a socket; other servers are left alone. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';

export interface TestServer {
  /** A new empty database. @returns its URL */
  createDatabase(name: string): string;
  restart(): void;
  stop(): void;
}

/**
 * The server, or why there is none here. Without `durable` it does not wait for the disk: a killed client loses nothing by
 * it, only a machine that stops would. `counting` loads what counts the blocks of statements (`blocksOf`).
 */
export function startPostgres({ durable = false, counting = false } = {}): TestServer | string {
  const root = process.getuid?.() === 0;
  if (!existsSync(join(BIN, 'initdb')) && root) install();
  if (!existsSync(join(BIN, 'initdb'))) {
    return '没有 PostgreSQL 15，跳过：请先装 postgresql-15（Debian 12：apt-get install postgresql-15）';
  }
  // The server refuses to run as root; the package brings the user postgres.
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-pg-'));
  chmodSync(folder, 0o755);
  const as = root ? ['runuser', '-u', 'postgres', '--'] : [];
  if (root) run('chown', ['postgres', folder]);
  const data = join(folder, 'data');
  const call = (program: string, args: readonly string[]) => {
    const [first, ...rest] = [...as, join(BIN, program), ...args];
    run(first!, rest);
  };
  call('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  call('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-k ${folder} -c listen_addresses='' -c fsync=${durable ? 'on' : 'off'}${counting ? ' -c shared_preload_libraries=pg_stat_statements' : ''}`,
    'start',
  ]);
  return {
    createDatabase: (name) => {
      call('createdb', ['-h', folder, '-U', 'postgres', name]);
      return `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    restart: () => call('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-m', 'fast', 'restart']),
    stop: () => {
      call('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function install(): void {
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15'], {
    stdio: 'ignore',
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr?.toString()}`);
}
