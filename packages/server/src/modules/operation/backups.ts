/** Backups made while the server runs: one at a time, each a file in the data folder. */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, type Store } from '@mingsuan/store';
import { Fault } from '../../fault.ts';

export interface BackupItem {
  readonly name: string;
  readonly size: number;
  readonly madeAt: string;
}

const NAME = /^mingsuan-\d{8}T\d{6}\.backup$/;

/** @throws Fault `not-yet` where one is being made, `missing` for a name that is none of ours */
export function openBackups(store: Store, dataDir: string) {
  const folder = join(dataDir, 'backups');
  let making: Promise<void> | undefined;
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Fault('missing', '没有这份备份，请检查名称。');
    return join(folder, name);
  };
  const make = async (): Promise<string> => {
    await mkdir(folder, { recursive: true });
    const name = `mingsuan-${new Date().toISOString().replace(/[-:]|\.\d+Z$/g, '')}.backup`;
    await backup(store, join(folder, name));
    return name;
  };
  return {
    isMaking: () => making !== undefined,
    list: async (): Promise<readonly BackupItem[]> => {
      const names = (await readdir(folder).catch((): string[] => [])).filter((name) => NAME.test(name));
      const items = await Promise.all(
        names.map(async (name) => {
          const { size, mtime } = await stat(join(folder, name));
          return { name, size, madeAt: mtime.toISOString() };
        }),
      );
      return items.sort((a, b) => (a.name < b.name ? 1 : -1));
    },
    make: async (): Promise<string> => {
      if (making) throw new Fault('not-yet', '正在备份，请等它完成。');
      const done = make();
      making = done.then(
        () => {},
        () => {},
      );
      try {
        return await done;
      } finally {
        making = undefined;
      }
    },
    read: async (name: string) => {
      const path = pathOf(name);
      const there = await stat(path).catch(() => undefined);
      if (!there) throw new Fault('missing', '没有这份备份，请检查名称。');
      return { size: there.size, stream: createReadStream(path) };
    },
    remove: (name: string) => rm(pathOf(name), { force: true }),
  };
}
