/** Pages of published files as pictures; those drawn last stand in memory, for a page is looked at again while its findings are. */
import { LRUCache } from 'lru-cache';
import { type Engine, gained } from './engine.ts';
import type { Tasks } from './tasks.ts';

/** Bytes of pictures kept. */
const MOST_BYTES = 48 * 1024 * 1024;

export type Picture = Omit<Tasks['picture']['takes'], 'bytes'>;

/** A file by the hash that it is kept under; it is read only where a page of it is not remembered, and when its turn has come. */
export interface Pictured {
  readonly sha256: string;
  readonly read: () => Promise<Uint8Array>;
}

/** Draws a page of a file, or gives it as it was drawn before; undefined where there is no such page. @throws Fault */
export type DrawPage = (of: Pictured, picture: Picture) => Promise<Uint8Array | undefined>;

/** Draws pages in the pool of views, remembering what it drew last. */
export function pagePictures({ views }: Pick<Engine, 'views'>): DrawPage {
  const drawn = new LRUCache<string, Uint8Array>({ maxSize: MOST_BYTES, sizeCalculation: ({ length }) => length || 1 });
  return async ({ sha256, read }, picture) => {
    const key = `${sha256} ${JSON.stringify(picture)}`;
    const known = drawn.get(key);
    if (known) return known;
    const made = gained(await views.run('picture', async () => ({ bytes: await read(), ...picture })));
    if (made) drawn.set(key, made);
    return made;
  };
}
