/** Files that the user writes for us, own rules and dismissals: their text, and what is wrong with them, told line by line. */
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileFault } from '@mingsuan/core/user-file/faults';
import { unreadableOf } from '../inputs/load.ts';
import type { Messages } from '../messages/messages.ts';

const MEGABYTE = 1 << 20;

/** What is wrong in a file of the user's: nothing can be started. Each line stands for itself. */
export class FaultyFile extends Error {
  override readonly name = 'FaultyFile';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** `文件:行:列: 说明`, as compilers and editors know it. */
export function faultyFile(file: string, faults: readonly FileFault[]): FaultyFile {
  return new FaultyFile(faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`));
}

/** `megabytes`: how large it may be. @throws FaultyFile */
export async function loadUserFile(file: string, cwd: string, words: Messages, megabytes = 1): Promise<string> {
  const { userFile, unreadable } = words;
  const faulty = (sentence: string) => new FaultyFile([words.errorLine(file, sentence)]);
  const bytes = await readSmall(resolve(cwd, file), megabytes * MEGABYTE).catch((error: unknown) => {
    throw faulty(unreadable(unreadableOf(error)));
  });
  if (bytes === 'folder') throw faulty(userFile.folder);
  if (bytes === 'tooLarge') throw faulty(userFile.tooLarge(megabytes));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw faulty(userFile.notUtf8);
  }
}

async function readSmall(path: string, most: number): Promise<Uint8Array | 'folder' | 'tooLarge'> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) return 'folder';
    return stat.size > most ? 'tooLarge' : await handle.readFile();
  } finally {
    await handle.close();
  }
}
