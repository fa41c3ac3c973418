/** The program: serves, or works on imports only, until it is told to stop; or backs up, restores, takes a year of the office out or in, gives an administrator a link, verifies the audit, and ends. */
import { resolve } from 'node:path';
import {
  administratorLink,
  backup,
  exportYear,
  importYear,
  openStore,
  packFacts,
  restore,
  type Store,
  TERMINAL,
  unpackFacts,
  verifyAudit,
} from '@mingsuan/store';
import { type Logger, pino } from 'pino';
import { type Config, configOf, InvalidConfig } from './config.ts';
import { hasNoOperator } from './http/operator.ts';
import { lakeCommand } from './lake.ts';
import { createLog } from './log.ts';
import { linkPath } from './modules/accounts/service.ts';
import { startServer } from './start.ts';
import { whyNotStarted } from './unstartable.ts';
import { startWorker } from './worker.ts';

const USAGE = [
  '用法：不写参数为启动；worker 为只做导入的进程；backup 文件 为备份；restore 文件 为恢复到空的数据文件夹或数据库；',
  'export-year 年度 文件 为导出一年的办公；import-year 文件 为把它导入空的办公；',
  'administrator 账号 姓名 为给出管理员设置密码的一次性链接；audit 为核对审计记录；lake 动作 为照看数据湖；cells pack 为把旧版存的数压紧，cells unpack 为还原给旧版用。',
].join('');
let config: Config | undefined;

/** What a command does to the store. @returns what it tells */
type Command = (store: Store, words: readonly string[], config: Config) => Promise<string>;

/** Commands by name, each with the number of its words. */
const COMMANDS: Readonly<Record<string, readonly [words: number, run: Command]>> = {
  backup: [
    1,
    async (store, [file]) => {
      await backup(store, resolve(file!));
      return `已备份到 ${file}`;
    },
  ],
  restore: [
    1,
    async (store, [file]) => {
      await restore(resolve(file!), store);
      return `已从 ${file} 恢复`;
    },
  ],
  'export-year': [
    2,
    async (store, [year, file]) => {
      if (!/^20\d\d$/.test(year!)) throw new InvalidConfig('年度要写四位数字，如 2026。');
      await exportYear(store, Number(year), resolve(file!), TERMINAL);
      return `已把 ${year} 年的办公导出到 ${file}`;
    },
  ],
  'import-year': [
    1,
    async (store, [file]) => `已从 ${file} 导入 ${await importYear(store, resolve(file!), TERMINAL)} 年的办公`,
  ],
  administrator: [
    2,
    async (store, [login, name], { publicUrl, host, port }) => {
      const token = await administratorLink(store, { login: login!, name: name! }, TERMINAL);
      const path = linkPath(token);
      return `请由本人打开这个链接设置密码，只能用一次：\n${publicUrl ?? `http://${host}:${port}`}${path}`;
    },
  ],
  audit: [
    0,
    async (store) => {
      const { entries, last, broken } = await verifyAudit(store);
      if (!broken) return `审计记录 ${entries} 条，全部相接。最后一条的哈希：${last}`;
      process.exitCode = 1;
      return `审计记录第 ${broken.id} 条${broken.why}，此前 ${entries} 条相接。`;
    },
  ],
  cells: [
    1,
    async ({ db }, [way]) => {
      if (way !== 'pack' && way !== 'unpack')
        throw new InvalidConfig('cells 之后写 pack（压紧）或 unpack（还原给旧版用）。');
      if (way === 'pack') {
        await packFacts(db);
        return '报表里的数都已压紧。';
      }
      await unpackFacts(db);
      return '报表里的数已还原成旧版的样子，现在可以换回旧版启动，检索由它逐份重新编入；用这一版再启动又会压紧。';
    },
  ],
  lake: [1, (store, [action], given) => lakeCommand(store, action!, given)],
};

async function main([name, ...words]: readonly string[]): Promise<void> {
  config = configOf(process.env, process.cwd());
  if (name === undefined) return serve(config);
  if (name === 'worker' && words.length === 0) return work(config);
  const [count, run] = COMMANDS[name] ?? [];
  if (!run || words.length !== count) throw new InvalidConfig(USAGE);
  const store = await openStore(config);
  try {
    console.log(await run(store, words, config));
  } finally {
    await store.close();
  }
}

const NO_OPERATOR =
  '没有设置 MINGSUAN_ADMIN_TOKEN，而门户对外服务：谁也不能导入、核销、看 /metrics；要用请设置它再启动。';
const PATIENCE_MS = 1000;

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel, pino.destination(2));
  const running = await startServer(config, log);
  console.log(`明算已启动：${running.url}`);
  if (hasNoOperator(config)) console.error(NO_OPERATOR);
  untilTold(running, log);
}

/** Its door is opened only where a port is given: the server's own would be in the way on one machine. */
async function work(config: Config): Promise<void> {
  const log = createLog(config.logLevel, pino.destination(2));
  const running = await startWorker(config, log, process.env.PORT ? config.port : undefined);
  console.log(`导入进程已启动${running.url === undefined ? '' : `：${running.url}/metrics`}`);
  untilTold(running, log);
}

function untilTold(running: { close(): Promise<void> }, log: Logger): void {
  let stopping = 0;
  const stop = (signal: string): void => {
    // Ctrl+C comes once from the terminal and once from whoever started us; told again later, we do not wait.
    if (stopping > 0 && performance.now() - stopping > PATIENCE_MS) process.exit(1);
    if (stopping > 0) return;
    stopping = performance.now();
    log.info({ signal }, 'stopping');
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
main(process.argv.slice(2)).catch((error: unknown) => {
  const { stack, message } = error as Error;
  console.error(whyNotStarted(error, config) ?? stack ?? message);
  process.exit(1);
});
