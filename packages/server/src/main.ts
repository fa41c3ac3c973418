/** The program: serves until it is told to stop; or backs up, or restores, and ends. */
import { resolve } from 'node:path';
import { backup, openStore, restore } from '@mingsuan/store';
import { pino } from 'pino';
import { type Config, configOf, InvalidConfig } from './config.ts';
import { hasNoOperator } from './http/operator.ts';
import { createLog } from './log.ts';
import { startServer } from './start.ts';
import { whyNotStarted } from './unstartable.ts';

const USAGE = '用法：不写参数为启动；backup 文件 为备份；restore 文件 为恢复到空的数据文件夹或数据库。';
let config: Config | undefined;

async function main([command, file, ...rest]: readonly string[]): Promise<void> {
  config = configOf(process.env, process.cwd());
  if (command === undefined) return serve(config);
  if ((command !== 'backup' && command !== 'restore') || file === undefined || rest.length > 0) {
    throw new InvalidConfig(USAGE);
  }
  const store = await openStore(config);
  try {
    if (command === 'backup') await backup(store, resolve(file));
    else await restore(resolve(file), store);
  } finally {
    await store.close();
  }
  console.log(command === 'backup' ? `已备份到 ${file}` : `已从 ${file} 恢复`);
}

const NO_OPERATOR =
  '没有设置 MINGSUAN_ADMIN_TOKEN，而门户对外服务：谁也不能导入、核销、看 /metrics；要用请设置它再启动。';
const PATIENCE_MS = 1000;

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel, pino.destination(2));
  const running = await startServer(config, log);
  console.log(`明算已启动：${running.url}`);
  if (hasNoOperator(config)) console.error(NO_OPERATOR);
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
