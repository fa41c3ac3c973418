/** The password that protected files open with: given, in a file, or in the environment. It is in no output and no message. */
import { resolve } from 'node:path';
import { load } from '../make/files.ts';
import type { Messages } from '../messages/messages.ts';
import type { RawOptions } from '../options.ts';
import type { World } from '../world.ts';

/** Undefined where none is given. @throws FaultyFile where its file cannot be read */
export async function passwordOf(raw: RawOptions, world: World, words: Messages): Promise<string | undefined> {
  if (raw.password !== undefined) return raw.password;
  if (raw.passwordFile !== undefined) {
    const bytes = await load(resolve(world.cwd, raw.passwordFile), world, words);
    return new TextDecoder()
      .decode(bytes)
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)[0];
  }
  return world.env.MINGSUAN_PASSWORD || undefined;
}
