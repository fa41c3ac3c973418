/** The folders of jurisdictions that a user names, by option or by environment, and what stands in them. */
import { delimiter, resolve } from 'node:path';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import type { World } from '../world.ts';
import { FaultyFile } from './user-file.ts';

export const JURISDICTIONS_VARIABLE = 'MINGSUAN_JURISDICTIONS';

export interface JurisdictionOptions {
  readonly jurisdictions?: readonly string[];
}

/** `--jurisdictions DIR`, as often as there are folders. */
export function addJurisdictions(command: Command, { help }: Messages): Command {
  return command.option('--jurisdictions <dir>', help.jurisdictions, (dir: string, before: string[] = []) => [
    ...before,
    dir,
  ]);
}

/** Absolute paths: those of the environment, then those of the command line, which take the place of the former. */
export function jurisdictionFolders({ jurisdictions = [] }: JurisdictionOptions, { cwd, env }: World): string[] {
  const standing = (env[JURISDICTIONS_VARIABLE] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...standing, ...jurisdictions].map((folder) => resolve(cwd, folder));
}

/**
 * The world with what every place prints, the user's own among them.
 * @throws FaultyFile where a folder has faults, each told with its file, line and column
 */
export async function knowing(options: JurisdictionOptions, world: World): Promise<World> {
  return { ...world, jurisdictions: await jurisdictionsAt(jurisdictionFolders(options, world)) };
}

let last: { readonly key: string; readonly loaded: Promise<Jurisdictions> } | undefined;

/** Those of absolute folders, which travel to the worker threads; each loads them once. @throws FaultyFile */
export function jurisdictionsAt(folders: readonly string[]): Promise<Jurisdictions> {
  const key = folders.join('\n');
  if (last?.key !== key) last = { key, loaded: load(folders) };
  return last.loaded;
}

async function load(folders: readonly string[]): Promise<Jurisdictions> {
  if (folders.length === 0) return (await import('@mingsuan/core/jurisdictions/index')).bundled();
  const { jurisdictionsIn } = await import('@mingsuan/documents/jurisdictions/read-folders');
  const result = await jurisdictionsIn(folders);
  if (result.ok) return result.jurisdictions;
  throw new FaultyFile(result.errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`));
}
