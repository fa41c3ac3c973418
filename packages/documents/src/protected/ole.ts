/** The streams of an OLE file (compound file) by name, and a file made of streams. */
import { CFB } from '@e965/xlsx';
import { damaged } from '../office/zip.ts';

export type OleStreams = ReadonlyMap<string, Buffer>;

/** What the library knows of an entry: a stream is of type 2. */
interface OleEntry {
  readonly name: string;
  readonly type: number;
  readonly content: Uint8Array | readonly number[];
}

/** Streams of the root storage. @throws UnreadableInput `damaged` */
export function oleStreams(bytes: Uint8Array): OleStreams {
  try {
    const file = CFB.read(bytes, { type: 'array' });
    const root = file.FullPaths[0] ?? '';
    return new Map(
      file.FileIndex.flatMap((entry: OleEntry, i: number): [string, Buffer][] => {
        const isInRoot = file.FullPaths[i] === `${root}${entry.name}`;
        return entry.type === 2 && isInRoot ? [[entry.name, Buffer.from(entry.content)]] : [];
      }),
    );
  } catch (cause) {
    throw damaged(cause);
  }
}

/** A file of these streams. */
export function oleFile(streams: OleStreams): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of streams) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
