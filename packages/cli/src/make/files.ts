/** Files that the making commands read and write; every way they can fail is one line for the user. */
import { rename, unlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { loadFile, loadStream } from '../inputs/load.ts';
import type { Messages } from '../messages/index.ts';
import { cannotWrite } from '../options.ts';
import { FaultyFile } from '../settings/user-file.ts';
import type { World } from '../world.ts';

/** @throws FaultyFile with the one line where it cannot be read */
export async function load(source: string, { cwd, stdin }: World, words: Messages): Promise<Uint8Array> {
  return told(source, words, () => (source === '-' ? loadStream(stdin) : loadFile(resolve(cwd, source))));
}

/** Reads a published document, or the output of `read --format json`. @throws FaultyFile */
export async function loadReadings(source: string, world: World, words: Messages): Promise<readonly DocumentReading[]> {
  const bytes = await load(source, world, words);
  const { readDocuments } = await import('@mingsuan/documents/read');
  return told(source, words, () => readDocuments(source, bytes, world.jurisdictions));
}

/** What `work` gives; an `UnreadableInput` becomes the line that tells it. */
export async function told<T>(source: string, words: Messages, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    throw new FaultyFile([words.errorLine(source, words.unreadable(error))]);
  }
}

/** Writes a file that appears under its name only when it is whole. @throws UsageError where it cannot be written */
export async function save(file: string, bytes: Uint8Array, { cwd }: World, words: Messages): Promise<void> {
  const path = resolve(cwd, file);
  const part = `${path}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await unlink(part).catch(() => {});
    throw cannotWrite(file, error, words);
  }
}
