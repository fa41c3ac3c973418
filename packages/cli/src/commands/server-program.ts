/** The portal's program, which the command line starts and does not hold. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';

/** Runs it to its end, or until we are told to stop; it reads its settings from the environment and says what is wrong with them. @throws UsageError where it is not built */
export async function runServer(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  world: World,
  { usage }: Messages,
): Promise<number> {
  const entry = serverProgram();
  if (entry === undefined) throw new UsageError(usage.noServer);
  const server = spawn(process.execPath, [entry, ...args], { cwd: world.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  server.stdout.pipe(world.stdout, { end: false });
  server.stderr.pipe(world.stderr, { end: false });
  const stop = (signal: NodeJS.Signals): void => {
    server.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await new Promise<number>((done, failed) => {
      server.once('error', failed).once('close', (status) => done(status === 0 ? 0 : 2));
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The portal as it is built; undefined where the package is not there or not built. */
function serverProgram(): string | undefined {
  try {
    const program = fileURLToPath(new URL('../dist/main.js', import.meta.resolve('@mingsuan/server')));
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
