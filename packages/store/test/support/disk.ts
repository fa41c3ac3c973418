/**
 * A disk that may lose its power: of a folder it remembers what was synced, which is all that a cut has to leave.
 *
 * What was written and not synced may be there or not, page by page; names that were not synced likewise. A synced file keeps
 * its name, as on every file system that is in use.
 */
import fs, { type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';

const PAGE = 4096;

export interface Disk {
  /** Makes a folder as a cut at this moment may leave it. `draw` gives numbers from 0 to 1: 0 keeps nothing but what was synced. */
  cut(to: string, draw: () => number): void;
  /** How often something was synced. */
  readonly syncs: () => number;
  /** Called after each sync. */
  onSync: () => void;
  remove(): void;
}

/** Watches what is synced below `root`; what is synced is copied to `shadow`, an empty folder. */
export async function watchDisk(root: string, shadow: string): Promise<Disk> {
  const kept = new Map<number, string>();
  let count = 0;
  const fsyncSync = fs.fsyncSync;
  const handle = await open(root, 'r');
  const prototype = Object.getPrototypeOf(handle) as { sync: (this: { fd: number }) => Promise<void> };
  await handle.close();
  const { sync } = prototype;

  const synced = (fd: number): void => {
    const path = fs.readlinkSync(`/proc/self/fd/${fd}`);
    if (path !== root && !path.startsWith(`${root}/`)) return;
    const stats = fs.fstatSync(fd);
    if (stats.isDirectory()) namesSynced(path);
    else fileSynced(path, stats);
    count += 1;
    disk.onSync();
  };
  const placeOf = (path: string): string => join(shadow, 'tree', relative(root, path));
  const fileSynced = (path: string, { ino }: Stats): void => {
    const copy = join(shadow, `${ino}-${count}`);
    fs.copyFileSync(path, copy);
    kept.set(ino, copy);
    link(copy, placeOf(path));
  };
  /** The names of a folder become those that it has now; of a file that was never synced the name alone. */
  const namesSynced = (path: string): void => {
    const place = placeOf(path);
    fs.mkdirSync(place, { recursive: true });
    const now = new Set(fs.readdirSync(path));
    for (const name of fs.readdirSync(place)) if (!now.has(name)) fs.rmSync(join(place, name), { recursive: true });
    for (const name of now) {
      const stats = fs.lstatSync(join(path, name));
      const to = join(place, name);
      if (stats.isDirectory()) {
        // A folder that got another name brings along what it held: what of it was synced is found by its number.
        if (!fs.existsSync(to)) restoreNames(join(path, name), to);
      } else {
        const copy = kept.get(stats.ino);
        if (copy) link(copy, to);
      }
    }
  };
  const restoreNames = (from: string, to: string): void => {
    fs.mkdirSync(to, { recursive: true });
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
      const [path, place] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) restoreNames(path, place);
      else {
        const copy = kept.get(fs.lstatSync(path).ino);
        if (copy) link(copy, place);
      }
    }
  };

  const disk: Disk = {
    onSync: () => {},
    syncs: () => count,
    cut: (to, draw) => {
      fs.cpSync(join(shadow, 'tree'), to, { recursive: true });
      mixIn(root, to, draw);
    },
    remove: () => {
      fs.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
      prototype.sync = sync;
    },
  };
  fs.fsyncSync = (fd) => {
    fsyncSync(fd);
    synced(fd);
  };
  syncBuiltinESMExports();
  prototype.sync = async function (this: { fd: number }) {
    await sync.call(this);
    synced(this.fd);
  };
  namesSynced(root);
  return disk;
}

function link(copy: string, place: string): void {
  fs.mkdirSync(dirname(place), { recursive: true });
  fs.rmSync(place, { force: true });
  fs.linkSync(copy, place);
}

/** Of what stands in the folder and was not synced, a part. */
function mixIn(root: string, to: string, draw: () => number): void {
  for (const entry of fs.readdirSync(root, { withFileTypes: true })) {
    const [path, place] = [join(root, entry.name), join(to, entry.name)];
    const isThere = fs.existsSync(place);
    if (entry.isDirectory()) {
      if (isThere) mixIn(path, place, draw);
    } else if (isThere || draw() > 0.5) mixFile(path, place, isThere, draw);
  }
}

function mixFile(path: string, place: string, isThere: boolean, draw: () => number): void {
  const now = fs.readFileSync(path);
  const then = isThere ? fs.readFileSync(place) : Buffer.alloc(0);
  if (now.equals(then)) return;
  const mixed = Buffer.alloc(draw() > 0.5 ? now.length : then.length);
  then.copy(mixed);
  for (let at = 0; at < mixed.length; at += PAGE)
    if (draw() > 0.5) now.copy(mixed, at, at, Math.min(at + PAGE, now.length, mixed.length));
  // The synced copy may be shared with other cuts: it is replaced, not written over.
  fs.rmSync(place, { force: true });
  fs.writeFileSync(place, mixed);
}
