/** The command line's arguments → the files to read, in order: files, folders, patterns, and `-` for standard input. */
import { open, readdir, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { extensionOf, type InputKind, isReadable, KINDS, kindsByName } from '@mingsuan/documents/input/kinds';
import { CONTAINER_EXTENSIONS, membersOf } from '@mingsuan/documents/input/members';
import type { Unreadable } from '../work/job.ts';
import { globBase, globToRegExp, isGlob } from './glob.ts';
import { loadFile, unreadableOf } from './load.ts';

export type Input =
  /** `member`: of the zip or e-mail at `path`, the document of this name. */
  | { readonly source: string; readonly path: string; readonly member?: string }
  | { readonly source: string; readonly stdin: true }
  | { readonly source: string; readonly unreadable: Unreadable };

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Documents in the folders that no reader takes yet, by extension: told, so that nobody takes them for checked. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Extensions that a folder is searched for. `md` and the like are read when named, but are seldom disclosures. */
const SEARCHED = new Set([
  ...['pdf', 'ofd', 'docx', 'docm', 'doc', 'wps', 'odt', 'fodt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods', 'fods'],
  ...['htm', 'html', 'mht', 'mhtml', 'txt', 'text', 'json', 'zip', 'eml'],
]);
const DOCUMENTS_WITHOUT_READER = new Set(
  (Object.keys(KINDS) as InputKind[])
    .filter((kind) => !isReadable(kind) && !['image', 'archive', 'xml-document'].includes(kind))
    .flatMap((kind) => KINDS[kind].extensions)
    .filter((extension) => !SEARCHED.has(extension)),
);

/** The inputs in the order of the arguments, each file once; what cannot be had is an input that says why. */
export async function findInputs(args: readonly string[], cwd: string): Promise<Inputs> {
  const inputs: Input[] = [];
  const skipped: Record<string, number> = {};
  const seen = new Set<string>();
  for (const argument of args) {
    const found = argument === '-' ? [{ source: '-', stdin: true as const }] : await expand(argument, cwd, skipped);
    for (const input of (await Promise.all(found.map(opened))).flat()) {
      const key = 'path' in input ? `${input.path}\n${input.member ?? ''}` : input.source;
      if (!seen.has(key)) inputs.push(input);
      seen.add(key);
    }
  }
  return { inputs, skipped };
}

/** A zip or an e-mail is a folder of the documents in it; one that does not open is told when it is read. */
async function opened(input: Input): Promise<readonly Input[]> {
  if (!('path' in input) || !CONTAINER_EXTENSIONS.includes(extensionOf(input.path))) return [input];
  const { path, source } = input;
  const members = await loadFile(path)
    .then((bytes) => membersOf(bytes))
    .catch(() => undefined);
  return members?.map(({ name }) => ({ source: `${source}/${name}`, path, member: name })) ?? [input];
}

/** A folder that cannot be looked into. */
interface Failed {
  readonly path: string;
  readonly error: unknown;
}

async function expand(argument: string, cwd: string, skipped: Record<string, number>): Promise<readonly Input[]> {
  const path = resolve(cwd, argument);
  try {
    if (!(await stat(path)).isDirectory()) return [{ source: argument, path }];
  } catch (error) {
    if (isGlob(argument) && (error as NodeJS.ErrnoException).code === 'ENOENT') return expandGlob(argument, cwd);
    return [failed(argument, unreadableOf(error))];
  }
  try {
    const unreadable: Failed[] = [];
    const files = await searchFolder(path, skipped, unreadable);
    const told = unreadable.map(({ path: folder, error }) =>
      failed(underArgument(argument, path, folder), unreadableOf(error)),
    );
    if (files.length + told.length === 0) {
      return [
        failed(argument, {
          code: 'missing',
          message: '文件夹里没有可以读取的文件（PDF、Word、Excel、网页、文本或明算 JSON），请检查路径。',
        }),
      ];
    }
    return [...files.map((file) => ({ source: underArgument(argument, path, file), path: file })), ...told];
  } catch (error) {
    return [failed(argument, unreadableOf(error))];
  }
}

async function expandGlob(argument: string, cwd: string): Promise<readonly Input[]> {
  const pattern = argument.split(sep).join('/').replace(/^\.\//, '');
  const base = globBase(pattern);
  const matcher = globToRegExp(pattern);
  const root = resolve(cwd, base);
  const found: Input[] = [];
  const unreadable: Failed[] = [];
  const sourceOf = (path: string): string => {
    const inside = relative(root, path).split(sep).join('/');
    return base === '.' ? inside : `${base === '/' ? '' : base}/${inside}`;
  };
  for (const file of await walk(root, unreadable).catch(() => [])) {
    const source = sourceOf(file);
    if (matcher.test(source)) found.push({ source, path: file });
  }
  // What a pattern of all folders would have looked into is told.
  if (pattern.includes('**'))
    found.push(...unreadable.map(({ path, error }) => failed(sourceOf(path), unreadableOf(error))));
  if (found.length > 0) return found;
  return [failed(argument, { code: 'missing', message: '没有与它匹配的文件，请检查写法和路径。' })];
}

async function searchFolder(
  folder: string,
  skipped: Record<string, number>,
  unreadable: Failed[],
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const file of await walk(folder, unreadable)) {
    const extension = extensionOf(file);
    if (SEARCHED.has(extension)) {
      if (!kindsByName(file).includes('mingsuan-json') || (await looksLikeOwnJson(file))) files.push(file);
    } else if (DOCUMENTS_WITHOUT_READER.has(extension)) skipped[extension] = (skipped[extension] ?? 0) + 1;
  }
  return files;
}

/** All files under a folder in the order of their names. Hidden ones, lock files, node_modules and what browsers save beside a page stay out. A folder within that cannot be looked into is added to `unreadable`. */
async function walk(folder: string, unreadable: Failed[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue;
    const path = resolve(folder, entry.name);
    if (entry.isDirectory() && /(?:_files|\.files)$/.test(entry.name)) continue;
    if (entry.isDirectory()) {
      const within = await walk(path, unreadable).catch((error: unknown) => {
        unreadable.push({ path, error });
        return [];
      });
      files.push(...within);
    } else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
  return files;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (target) => target.isFile(),
    () => false,
  );
}

/** A folder may hold any JSON; only our own is taken from it. One that cannot be opened is taken, so that it is told. */
async function looksLikeOwnJson(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return true;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    return /^\ufeff?\s*\{\s*"documents"\s*:/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** A folder's file is named as the user would name it: the argument, then the path below it. */
function underArgument(argument: string, folder: string, file: string): string {
  const inside = relative(folder, file);
  if (argument === '.') return inside;
  return argument.endsWith('/') || argument.endsWith(sep) ? argument + inside : argument + sep + inside;
}

function failed(source: string, { code, message }: Unreadable): Input {
  return { source, unreadable: { code, message } };
}
