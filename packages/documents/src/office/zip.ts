/**
 * The parts of an Office file, bounded: a zip whose parts claim to unpack to more than any real document is refused before
 * anything is unpacked, and no part can grow beyond what it claims. Nothing is written to disk, so names only select.
 */
import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { UnreadableInput } from '../unreadable.ts';

const MEGABYTE = 1024 * 1024;
/** All parts of one file together. A workbook of a whole city's tables unpacks to some 30 MB. */
export const MAX_UNPACKED = 128 * MEGABYTE;

export interface ZipParts {
  /** The text of a part, `word/document.xml`; undefined where there is none. */
  text(path: string): string | undefined;
  /** The bytes of a part. */
  bytes(path: string): Uint8Array | undefined;
  readonly paths: readonly string[];
}

/** Unpacks the parts whose path `wanted` takes. @throws UnreadableInput `damaged`, `encrypted` or `too-large` */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean): ZipParts {
  // Bit 0 of the flags of the first local header: the parts are encrypted one by one.
  if (((bytes[6] ?? 0) & 1) === 1) throw new UnreadableInput('encrypted', '文件加了密码，请先取消密码再读。');
  const parts = new Map<string, Uint8Array>();
  for (const [name, part] of Object.entries(unpacked(bytes, wanted))) parts.set(pathOf(name), part);
  const bytesOf = (path: string): Uint8Array | undefined => parts.get(pathOf(path));
  return { paths: [...parts.keys()], text: (path) => decoded(bytesOf(path)), bytes: bytesOf };
}

/** The paths of a package's parts as `unzip` has them, nothing unpacked; undefined where they cannot be told. */
export function pathsIn(bytes: Uint8Array): readonly string[] | undefined {
  const paths: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => paths.push(pathOf(name)) < 0 });
    return paths;
  } catch {
    return undefined;
  }
}

/** The same parts in a zip that nothing is left to unpack of: for libraries that would unpack without bounds. */
export const repacked = (bytes: Uint8Array): Uint8Array =>
  zipSync(
    unpacked(bytes, () => true),
    { level: 0 },
  );

/** A zip of the parts with some of them replaced, nothing packed. */
export function rezipped({ paths, bytes }: ZipParts, replaced: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts = paths.map((path) => [path, replaced.get(path) ?? bytes(path)!] as const);
  // What tells the kind of an OpenDocument stands first.
  const isKind = (path: string): number => Number(path !== 'mimetype');
  return zipSync(Object.fromEntries(parts.sort(([a], [b]) => isKind(a) - isKind(b))), { level: 0 });
}

function unpacked(bytes: Uint8Array, wanted: (path: string) => boolean): Unzipped {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || !wanted(pathOf(name))) return false;
        total += originalSize;
        if (total > MAX_UNPACKED) throw tooLarge();
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof UnreadableInput) throw cause;
    throw damaged(cause);
  }
}

/** Paths as packages mean them: some producers write `\` or a leading `/`, and case does not count. */
const pathOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Parts are UTF-8; a byte order mark tells the rare UTF-16 one. */
function decoded(part: Uint8Array | undefined): string | undefined {
  if (!part) return undefined;
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part);
}

/** The error of a file that cannot be opened, with its cause. */
export function damaged(cause?: unknown): UnreadableInput {
  return new UnreadableInput('damaged', '文件损坏或不完整，请重新下载，或用 WPS、Office 打开另存后再读。', { cause });
}

function tooLarge(): UnreadableInput {
  return new UnreadableInput(
    'too-large',
    `文件解开后超过 ${MAX_UNPACKED / MEGABYTE} MB，不像预决算公开文本，请确认文件，或删去图片、空行空列后另存再读。`,
  );
}
