/** Pages of published files as pictures; those drawn last stand in memory, for a page is looked at again while its findings are. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Engine, gained } from './engine.ts';
import type { Tasks } from './tasks.ts';

/** Bytes of pictures kept. */
const MOST_BYTES = 48 * 1024 * 1024;

export type Picture = Omit<Tasks['picture']['takes'], 'bytes'>;

/** Draws a page of a file, or gives it as it was drawn before; undefined where there is no such page. @throws Fault */
export type DrawPage = (bytes: Uint8Array, picture: Picture) => Promise<Uint8Array | undefined>;

/** Draws pages in the pool of views, remembering what it drew last. */
export function pagePictures({ views }: Pick<Engine, 'views'>): DrawPage {
  const drawn = new LRUCache<string, Uint8Array>({ maxSize: MOST_BYTES, sizeCalculation: ({ length }) => length || 1 });
  return async (bytes, picture) => {
    const key = `${createHash('sha256').update(bytes).digest('base64')} ${JSON.stringify(picture)}`;
    const known = drawn.get(key);
    if (known) return known;
    const made = gained(await views.run('picture', { bytes, ...picture }));
    if (made) drawn.set(key, made);
    return made;
  };
}
