/** The operator's virus scanner: a program that takes a file's bytes and tells by its exit status whether they are clean. */
import { spawn } from 'node:child_process';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { Fault } from '../../fault.ts';

const LONGEST_MS = 120_000;
/** As ClamAV's programs end, and those that are made like them. */
const CLEAN = 0;
const INFECTED = 1;

/** The exit status; undefined where it did not run to its end. No shell has a part in it. */
function statusOf([program, ...args]: readonly string[], bytes: Uint8Array): Promise<number | undefined> {
  return new Promise((resolve) => {
    // It gets nothing of what the server knows: no token, no address of the database.
    const env = { PATH: process.env.PATH };
    const child = spawn(program!, args, { env, stdio: ['pipe', 'ignore', 'ignore'], timeout: LONGEST_MS });
    child.on('error', () => resolve(undefined));
    child.on('close', (status) => resolve(status ?? undefined));
    // A scanner that has seen enough closes its end.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

/** @throws Fault where something was found, or where scanning failed: what was not looked at is not taken */
export async function scanned(
  { scan }: Pick<Config, 'scan'>,
  log: Logger,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  if (!scan) return;
  const status = await statusOf(scan, bytes);
  if (status === CLEAN) return;
  if (status === INFECTED) throw new Fault('unusable', `“${name}”查出病毒，没有收下。`);
  log.error({ program: scan[0], status }, 'scanning failed');
  throw new Fault('busy', '病毒检查没有做成，文件没有收下，请稍后再试或告诉管理员。');
}
