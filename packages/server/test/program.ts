/** The built program as a process of its own, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');
export const MAIN = join(ROOT, 'packages/server/dist/main.js');

const running = new Set<ChildProcess>();

/** Ends what a failed test left. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Starts the program in `folder`; `url` is where it says it is. */
export function start(folder: string, env: Record<string, string> = {}, args: readonly string[] = []) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', MINGSUAN_SAMPLES: 'off', LOG_LEVEL: 'info', ...env },
  });
  running.add(child);
  let output = '';
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /(?:明算|导入进程)已启动：(\S+)/.exec(output);
      if (found) resolve(found[1]!);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  url.catch(() => {});
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => {
      running.delete(child);
      resolve({ status, output });
    });
  });
  return { child, url, ended };
}
