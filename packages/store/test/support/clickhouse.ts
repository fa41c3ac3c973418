/** Two ClickHouse servers of our own in a temporary folder, as one cluster; other servers are left alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TestCluster {
  readonly version: string;
  /** As MINGSUAN_FACTS has it: the first node alone, or both. */
  url(database: string, spread: boolean): string;
  /** The second node dies, and comes back. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  stop(): void;
}

const CLUSTER = 'pair';
const PATIENCE_MS = 200;
const TRIES = 300;

/** The cluster, or why there is none here. */
export async function startClickhouse(): Promise<TestCluster | string> {
  if (spawnSync('clickhouse-server', ['--version'], { stdio: 'ignore' }).error)
    return '没有 clickhouse-server，跳过它的两个节点：请先装（Debian 12：apt-get install clickhouse-server）';
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-clickhouse-'));
  const ports = await freePorts(6);
  const nodes = [0, 1].map((i) => {
    const [http, tcp, between] = ports.slice(3 * i) as [number, number, number];
    return { folder: join(folder, String(i)), http, tcp, between };
  });
  const shards = nodes.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`);
  for (const node of nodes) {
    mkdirSync(node.folder);
    writeFileSync(join(node.folder, 'users.xml'), USERS);
    writeFileSync(join(node.folder, 'config.xml'), configOf(node, shards.join('')));
  }
  const started = nodes.map(start);
  await Promise.all(nodes.map(untilUp));
  const version = await (await fetch(`http://127.0.0.1:${nodes[0]!.http}/?query=select+version()`)).text();
  return {
    version: version.trim(),
    url: (database, spread) => {
      const hosts = nodes.slice(0, spread ? 2 : 1).map(({ http }) => `127.0.0.1:${http}`);
      return `clickhouse://${hosts.join(',')}/${database}${spread ? `?cluster=${CLUSTER}` : ''}`;
    },
    kill: async () => {
      const ended = new Promise((resolve) => started[1]!.once('exit', resolve));
      started[1]!.kill('SIGKILL');
      await ended;
    },
    revive: async () => {
      started[1] = start(nodes[1]!);
      await untilUp(nodes[1]!);
    },
    stop: () => {
      for (const process of started) process.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Node {
  readonly folder: string;
  readonly http: number;
  readonly tcp: number;
  readonly between: number;
}

const start = ({ folder }: Node): ChildProcess =>
  spawn('clickhouse-server', [`--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });

async function untilUp({ http }: Node): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    const isUp = await fetch(`http://127.0.0.1:${http}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(PATIENCE_MS);
  }
  throw new Error('ClickHouse did not start');
}

async function freePorts(count: number): Promise<readonly number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  for (const server of held) server.close();
  return ports;
}

const USERS = `<?xml version="1.0"?>
<yandex>
  <profiles><default></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;

const configOf = ({ folder, http, tcp, between }: Node, shards: string): string => `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${between}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><mark_cache_size>67108864</mark_cache_size>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <remote_servers><${CLUSTER}>${shards}</${CLUSTER}></remote_servers>
</yandex>
`;
