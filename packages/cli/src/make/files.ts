/** Files that the making commands read and write; every way they can fail is one line for the user. */
import { access, copyFile, realpath, rename, unlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { loadFile, loadStream } from '../inputs/load.ts';
import type { Messages } from '../messages/messages.ts';
import { cannotWrite, UsageError } from '../options.ts';
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
  const { unlock } = await import('@mingsuan/documents/protected/unlock');
  return told(source, words, async () =>
    readDocuments(source, await unlock(bytes, world.env.MINGSUAN_PASSWORD || undefined), world.jurisdictions),
  );
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

/** What a written file must not harm: what it was made from, and what stands under its name: a person may have worked on it. */
export interface Saving {
  readonly inputs: readonly string[];
  /** What stands there may be overwritten: the old one stays beside it as a backup. */
  readonly force?: boolean;
}

/**
 * Writes a file that appears under its name only when it is whole.
 * @throws UsageError where it cannot be written, is one of the inputs, or is there already and `force` does not stand
 */
export async function save(
  file: string,
  bytes: Uint8Array,
  { inputs, force = false }: Saving,
  { cwd, stderr }: World,
  words: Messages,
): Promise<void> {
  const path = resolve(cwd, file);
  const own = await truePath(path);
  for (const input of inputs)
    if (input !== '-' && (await truePath(resolve(cwd, input))) === own)
      throw new UsageError(words.make.outputIsInput(file));
  const part = `${path}.part`;
  try {
    if (await exists(path)) {
      if (!force) throw new UsageError(words.make.wouldOverwrite(file));
      stderr.write(`${words.make.backedUp(await backUp(path))}\n`);
    }
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await unlink(part).catch(() => {});
    if (error instanceof UsageError) throw error;
    throw cannotWrite(file, error, words);
  }
}

/** Where a path leads, through links; the path itself where there is no such file. */
const truePath = (path: string): Promise<string> => realpath(path).catch(() => path);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Copies a file to the first free of `台账.xlsx.bak`, `台账.xlsx.bak2` … and gives that name. */
async function backUp(path: string): Promise<string> {
  for (let i = 1; ; i += 1) {
    const copy = `${path}.bak${i === 1 ? '' : i}`;
    if (await exists(copy)) continue;
    await copyFile(path, copy);
    return copy;
  }
}
