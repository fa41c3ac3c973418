/** How much memory a process takes, beyond the JavaScript heap whose limit the process keeps itself. */
import { readFile } from 'node:fs/promises';

const PAGE = 4096;

/** Bytes; undefined where the system has no /proc. */
export async function memoryOf(pid: number): Promise<number | undefined> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => undefined);
  return statm === undefined ? undefined : Number(statm.split(' ')[1]) * PAGE;
}
