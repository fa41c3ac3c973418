/** Jurisdictions from folders that a bureau names: read, put beside those that come with the program, and loaded together. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  bundled,
  bundledSources,
  isJurisdictionFile,
  type JurisdictionFault,
  type JurisdictionSource,
  type LoadResult,
  loadJurisdictions,
  type SourceFile,
} from '@mingsuan/core/jurisdictions/index';
import { ruleFaultsOf } from '@mingsuan/core/own-rules/of-jurisdiction';
import { parseYaml } from '../yaml.ts';

/** A folder of one jurisdiction, or of several, each in a folder of its own. No folders: those of the program. */
export async function jurisdictionsIn(folders: readonly string[]): Promise<LoadResult> {
  if (folders.length === 0) return { ok: true, jurisdictions: bundled() };
  const errors: JurisdictionFault[] = [];
  const sources = (await Promise.all(folders.map((folder) => sourcesIn(folder, errors)))).flat();
  // What a file that is no YAML would have given is missing from the others: that is no fault of theirs.
  if (errors.length > 0) return { ok: false, errors };
  const result = loadJurisdictions([...bundledSources, ...sources]);
  const faults = result.ok ? ruleFaultsOf(result.jurisdictions) : [];
  return faults.length > 0 ? { ok: false, errors: faults } : result;
}

const MOST_BYTES = 1 << 20;

async function sourcesIn(folder: string, errors: JurisdictionFault[]): Promise<readonly JurisdictionSource[]> {
  const fault = (message: string): [] => {
    errors.push({ file: folder, line: 1, column: 1, message });
    return [];
  };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return fault('没有这个文件夹，或没有读它的权限，请检查路径。');
  const names = entries.flatMap((entry) => (entry.isFile() && isYaml(entry.name) ? [entry.name] : [])).sort();
  if (names.some(isJurisdictionFile)) return [await sourceOf(folder, names, errors)];
  const inner = entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort();
  const found = await Promise.all(
    inner.map(async (path) => {
      const files = (await readdir(path)).filter(isYaml).sort();
      return files.some(isJurisdictionFile) ? [await sourceOf(path, files, errors)] : [];
    }),
  );
  if (found.flat().length === 0) return fault('文件夹里没有 profile.yaml 和 template-年度.yaml，请指到地区的文件夹。');
  return found.flat();
}

const isYaml = (name: string) => name.endsWith('.yaml');

async function sourceOf(
  folder: string,
  names: readonly string[],
  errors: JurisdictionFault[],
): Promise<JurisdictionSource> {
  const files = await Promise.all(names.map((name) => fileOf(folder, name, errors)));
  return { id: basename(folder), where: folder, files: files.flat() };
}

async function fileOf(folder: string, name: string, errors: JurisdictionFault[]): Promise<readonly SourceFile[]> {
  const file = join(folder, name);
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined || bytes.length > MOST_BYTES) {
    const message = bytes ? '文件超过 1 MB，请检查是不是放错了文件。' : '没有读它的权限，请检查文件的权限。';
    errors.push({ file, line: 1, column: 1, message });
    return [];
  }
  const yaml = parseYaml(new TextDecoder().decode(bytes), 'core');
  if (yaml.ok) return [{ name, data: yaml.data, locate: yaml.locate }];
  errors.push(...yaml.errors.map((error) => ({ file, ...error })));
  return [];
}
