/**
 * The folder of an embedded database, written so that what the database calls safe is on the disk.
 *
 * PGlite starts PostgreSQL with `-F` (no fsync), and the file system under it has no fsync at all: after a loss of power
 * acknowledged work was gone, or the whole database. Both are put right here; the database's own order of writing does the rest.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Half of PostgreSQL's own: all of it is memory of this process, and what is not in it the system has read already. */
const BUFFERS = '64MB';

/** What PGlite is to be opened with so that a commit returns when it is on the disk, and a start stays below 400 MB. */
export const syncedOptions = (folder: string): Pick<PGliteOptions, 'fs' | 'startParams'> => ({
  fs: new SyncedFolder(folder),
  startParams: [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    // Of the two ways to flush the log, `fdatasync` does nothing in this build.
    ...['-c', 'wal_sync_method=fsync'],
    ...['-c', `shared_buffers=${BUFFERS}`],
  ],
});

/** What of Emscripten's file system is used: an open file has the system's handle, an open folder only its path. */
interface Stream {
  readonly nfd?: number;
  readonly node: unknown;
}
interface NodeFileSystem {
  realPath(node: unknown): string;
  readonly stream_ops: { fsync?: (stream: Stream) => number };
}

class SyncedFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addSync = (module: unknown): void => {
      const { NODEFS } = module as { NODEFS: NodeFileSystem };
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        if (nfd === undefined) syncPath(NODEFS.realPath(node));
        else fsyncSync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...[emscriptenOpts.preRun ?? []].flat(), addSync] } };
  }
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
