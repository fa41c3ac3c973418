/** A process and those it started, with the memory that each takes. */
import { readFile } from 'node:fs/promises';
import { memoryOf } from '../src/engine/memory.ts';

export interface ProcessMemory {
  readonly pid: number;
  readonly bytes: number;
}

/** The process itself first; empty where the system has no /proc. */
export async function processesOf(pid: number): Promise<readonly ProcessMemory[]> {
  const bytes = await memoryOf(pid);
  if (bytes === undefined) return [];
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => processesOf(Number(child))),
  );
  return [{ pid, bytes }, ...below.flat()];
}
