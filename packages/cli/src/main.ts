/** The program: runs the command line on the process's own streams. */
import { run } from './run.ts';

run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (process.env.MINGSUAN_DEBUG ? error.stack : error.message) : String(error);
    process.stderr.write(`mingsuan: 程序出错（${detail}），请反馈给我们。\n`);
    process.exitCode = 2;
  },
);
